// ModuleTable: files that come and go.
#include "graph/model/module_table.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace espalier::graph {

// A file's node follows from the status of the places on the way to it, and of those of the same name in
// other source roots. So what lies at or below such a place is taken out and put in again.
class ModuleTable::Mover {
public:
    explicit Mover(ModuleTable& table)
        : table_(table)
        , in_(table.in_) {}

    TableChange move(const std::vector<FileId>& changed, const std::vector<PlaceId>& places) {
        files_ = changed;
        for (const PlaceId place : places)
            concern(place);
        std::sort(files_.begin(), files_.end());
        files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
        std::vector<std::vector<std::uint32_t>> before;
        for (const FileId file : files_)
            before.push_back(standing(file));
        for (const FileId file : files_)
            takeOut(file);
        for (const FileId file : files_)
            if ((*in_.present)[file.value])
                table_.addFile(file);
        for (const FileId file : files_)
            putIn(file);
        TableChange out;
        for (std::size_t i = 0; i < files_.size(); ++i)
            if (before[i] != standing(files_[i]))
                out.files.push_back(files_[i]);
        out.nodes = std::exchange(table_.moved_, {});
        return out;
    }

private:
    // Source root, node, and what that lies in.
    [[nodiscard]] std::vector<std::uint32_t> standing(FileId file) const {
        std::vector<std::uint32_t> out{table_.boundaryOf_[file.value]};
        for (ModuleId at = table_.ofFile_[file.value]; at.valid(); at = table_.modules_[at.value].parent)
            out.push_back(at.value);
        return out;
    }

    void concern(PlaceId place) {
        if (!in_.places.within(place, in_.places.projectFolder()))
            return;
        addBelow(place);
        for (const PlaceId root : in_.roots.places) {
            if (in_.roots.places.size() < 2 || !in_.places.within(place, root))
                continue;
            const std::vector<PartId> parts = table_.partsBelow(root, place);
            for (const PlaceId other : in_.roots.places) {
                PlaceId at = other;
                for (const PartId part : parts)
                    at = at == kNoId ? kNoId : in_.places.child(at, part);
                if (at != kNoId && at != place && !parts.empty())
                    addBelow(at);
            }
        }
    }

    // All files that answer to the place, or lie below it, there or not.
    void addBelow(PlaceId place) {
        if (!places_.insert(place).second)
            return;
        const std::string path = in_.places.pathOf(place);
        if (path == ".")
            return addRange("", "\xff\xff");
        addRange(path + '.',
                 path + '0'); // `path.py`, `path.cpython-311.so`, `path/…`: '.' and '/' precede '0'
    }

    void addRange(const std::string& first, const std::string& last) {
        const auto& files = in_.project.files;
        const auto begin = std::ranges::lower_bound(files, first, {}, &facts::SourceFile::path);
        const auto end = std::ranges::lower_bound(begin, files.end(), last, {}, &facts::SourceFile::path);
        for (auto file = begin; file != end; ++file)
            files_.emplace_back(static_cast<std::size_t>(file - files.begin()));
    }

    void takeOut(FileId file) {
        release(table_.ofFile_[file.value]);
        table_.ofFile_[file.value] = {};
        table_.boundaryOf_[file.value] = in_.places.projectFolder();
        for (const PlaceId place : {in_.places.placeOf(file), in_.places.extensionPlaceOf(file)})
            if (place != kNoId)
                release(std::exchange(table_.ofPlace_[place], {}));
        // Folders below what has changed. Those that stay are put in again by their files.
        std::vector<PlaceId> way;
        for (PlaceId at = in_.places.folderOf(file); at != kNoId; at = in_.places[at].parent) {
            way.push_back(at);
            if (places_.contains(at))
                for (const PlaceId folder : std::exchange(way, {})) {
                    release(std::exchange(table_.ofFolder_[folder], {}));
                    if (!in_.places[folder].package.valid())
                        release(std::exchange(table_.ofPlace_[folder], {}));
                }
        }
        if (const auto aliases = table_.aliasesOf_.find(file); aliases != table_.aliasesOf_.end()) {
            for (const std::string& name : aliases->second)
                table_.aliases_.erase(name);
            table_.aliasesOf_.erase(aliases);
        }
    }

    void putIn(FileId file) {
        table_.placeFile(file);
        if (const PlaceId place = in_.places.extensionPlaceOf(file); place != kNoId)
            table_.addExtension(place);
    }

    void release(ModuleId id) {
        if (!id.valid() || !table_.isBound(id))
            return;
        table_.unbind(id);
        if (table_.modules_[id.value].kind != ModuleKind::Namespace)
            table_.releaseParent(id); // a folder's own parent goes with what lies in it
    }

    ModuleTable& table_;
    const TableInput& in_;
    std::vector<FileId> files_;
    std::unordered_set<PlaceId> places_;
};

TableChange ModuleTable::update(const std::vector<FileId>& changed, const std::vector<PlaceId>& places) {
    return Mover(*this).move(changed, places);
}

} // namespace espalier::graph
