#include "app/tracker/state.h"

#include "graph/analysis/importers.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace espalier::tracker {
namespace {

bool endsWithPart(std::string_view whole, std::string_view end, char separator) {
    return whole.size() > end.size() && whole.ends_with(end) &&
           whole[whole.size() - end.size() - 1] == separator;
}

std::string_view lastPart(std::string_view dotted) {
    return dotted.substr(dotted.rfind('.') + 1);
}

std::size_t hashOf(std::string_view text) {
    return std::hash<std::string_view>()(text);
}

} // namespace

bool isStatement(const facts::ImportStatement& statement) {
    return statement.form == facts::ImportForm::Import || statement.form == facts::ImportForm::From;
}

Importer importerOf(const graph::Snapshot& snapshot, const std::string& path) {
    const auto module = snapshot.find(path);
    return module ? Importer{snapshot[*module].name, snapshot[*module].kind == graph::ModuleKind::Package}
                  : Importer{};
}

State::State(graph::SnapshotPtr snapshot, std::unique_ptr<source::SourceTree> tree,
             std::vector<std::string> folders, KnownMentions& known, const std::atomic<bool>& cancel)
    : snapshot_(std::move(snapshot))
    , tree_(std::move(tree))
    , folders_(std::move(folders))
    , known_(known)
    , cancel_(cancel) {
    if (const auto listing = tree_->list(source::Scope::whole(), cancel_))
        for (const source::Entry& entry : listing->entries)
            paths_.push_back(entry.path);
    std::ranges::sort(paths_);
}

std::vector<std::string> State::preferred(std::vector<std::string> paths) const {
    const auto folderOf = [](const std::string& path) { return path.substr(0, path.rfind('/') + 1); };
    const auto keep = [&](const auto& isGood) {
        std::vector<std::string> good;
        std::ranges::copy_if(paths, std::back_inserter(good), isGood);
        if (!good.empty())
            paths = std::move(good);
    };
    keep([&](const std::string& path) { return std::ranges::binary_search(folders_, folderOf(path)); });
    keep([&](const std::string& path) {
        return std::ranges::any_of(
            folders_, [&](const std::string& folder) { return folderOf(path).ends_with(folder); });
    });
    keep([&](const std::string& path) {
        const auto module = snapshot_->find(path);
        return !module || (*snapshot_)[*module].cls != graph::PathClass::Copies;
    });
    return paths;
}

std::vector<std::string> State::files(const std::string& written) const {
    std::string_view path = written;
    while (path.starts_with("./") || path.starts_with("/"))
        path.remove_prefix(path.front() == '/' ? 1 : 2);
    if (path.ends_with('/')) {
        const auto first = std::ranges::lower_bound(paths_, path);
        return first != paths_.end() && first->starts_with(path) ? std::vector{std::string(path)}
                                                                 : std::vector<std::string>();
    }
    if (std::ranges::binary_search(paths_, path))
        return {std::string(path)};
    std::vector<std::string> found;
    for (const std::string& one : paths_)
        if (endsWithPart(one, path, '/'))
            found.push_back(one);
    return preferred(std::move(found));
}

std::vector<graph::ModuleId> State::modules(const std::string& written) const {
    if (const auto exact = snapshot_->find(written))
        return {*exact};
    std::vector<std::string> paths;
    std::vector<graph::ModuleId> ghosts, out;
    if (written.find('/') != std::string::npos || written.ends_with(".py")) {
        paths = files(written);
    } else {
        for (std::size_t i = 0; i < snapshot_->modules.size(); ++i) {
            const graph::Module& module = snapshot_->modules[i];
            if (!endsWithPart(module.name, written, '.'))
                continue;
            if (module.file.valid())
                paths.push_back(snapshot_->pathOf(graph::ModuleId(i)));
            else if (module.kind == graph::ModuleKind::Ghost)
                ghosts.emplace_back(i);
        }
        paths = preferred(std::move(paths));
    }
    for (const std::string& path : paths)
        if (const auto module = snapshot_->find(path))
            out.push_back(*module);
    return paths.empty() ? ghosts : out;
}

std::optional<graph::ModuleId> State::module(const std::string& written) const {
    const std::vector<graph::ModuleId> found = modules(written);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::optional<std::vector<std::string>> State::lines(const std::string& path) const {
    source::Entry entry;
    entry.path = path;
    const source::Content content = tree_->read(entry);
    if (content.state != source::Content::State::Read)
        return std::nullopt;
    std::vector<std::string> out;
    for (std::string_view rest = content.bytes; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        out.emplace_back(rest.substr(0, end));
        if (out.back().ends_with('\r'))
            out.back().pop_back();
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return out;
}

const facts::SourceFacts* State::facts(const std::string& path) const {
    const auto& files = snapshot_->project.files;
    const auto found = std::ranges::lower_bound(files, path, {}, &facts::SourceFile::path);
    return found != files.end() && found->path == path ? found->facts.get() : nullptr;
}

std::optional<State::Mentions> State::mentions(const std::string& name) {
    if (const auto known = mentions_.find(name); known != mentions_.end())
        return known->second;
    std::optional<Mentions> out;
    if (text::isSearchable(name))
        if (const auto found = text::search(*tree_, name, cancel_, 0, true, &known_[name]);
            found && !found->cancelled) {
            out.emplace();
            out->unread = found->problems.size();
            out->letters = found->letters;
            out->pythonLetters = found->pythonLetters;
            for (const text::FoundFile& file : found->files) {
                const bool python = file.path.ends_with(".py");
                out->places += file.occurrences.size();
                ++out->files;
                out->pythonPlaces += python ? file.occurrences.size() : 0;
                out->pythonFiles += python ? 1 : 0;
            }
        }
    return mentions_[name] = out;
}

std::vector<State::Place> State::importers(const std::string& name) const {
    std::vector<Place> out;
    const auto module = this->module(name);
    if (module && (*snapshot_)[*module].kind != graph::ModuleKind::External) {
        std::set<std::pair<graph::FileId, std::uint32_t>> seen; // a statement may be part of several edges
        for (const graph::StatementRef& ref :
             graph::importers(*snapshot_, *module, graph::EdgeFilter::everything()))
            if (const auto* statement = &snapshot_->importOf(ref);
                isStatement(*statement) && seen.emplace(ref.file, ref.import).second)
                out.push_back({snapshot_->pathOf(ref), statement});
        return out;
    }
    const std::string_view wanted = lastPart(name);
    for (const facts::SourceFile& file : snapshot_->project.files)
        for (std::size_t i = 0; file.facts && i < file.facts->imports.size(); ++i) {
            const facts::ImportStatement& statement = file.facts->imports[i];
            if (isStatement(statement) &&
                std::ranges::any_of(statement.names, [&](const facts::ImportedName& imported) {
                    return lastPart(imported.name) == wanted;
                }))
                out.push_back({file.path, &statement});
        }
    return out;
}

void State::collectImported() {
    imported_.emplace();
    const auto& files = snapshot_->project.files;
    for (std::uint32_t file = 0; file < files.size(); ++file) {
        const facts::SourceFacts* facts = files[file].facts.get();
        const Importer importer = facts ? importerOf(*snapshot_, files[file].path) : Importer{};
        for (std::uint32_t import = 0; facts && import < facts->imports.size(); ++import) {
            const facts::ImportStatement& statement = facts->imports[import];
            if (!isStatement(statement))
                continue;
            for (const std::string& name : importedNames(statement, importer.module, importer.isPackage)) {
                imported_->push_back({hashOf(name), file, import});
                imported_->push_back(
                    {hashOf(std::string_view(name).substr(0, name.rfind('.'))), file, import});
            }
        }
    }
    std::ranges::sort(*imported_);
}

std::vector<State::Place> State::mayImport(const std::vector<std::string>& names) {
    if (!imported_)
        collectImported();
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const std::string& name : names)
        for (const Imported& one : std::ranges::equal_range(*imported_, hashOf(name), {}, &Imported::name))
            found.emplace(one.file, one.import);
    std::vector<Place> out;
    for (const auto& [file, import] : found) {
        const facts::SourceFile& in = snapshot_->project.files[file];
        out.push_back({in.path, &in.facts->imports[import]});
    }
    return out;
}

std::vector<std::string> importedNames(const facts::ImportStatement& statement, std::string_view importer,
                                       bool importerIsPackage) {
    std::vector<std::string> out;
    if (statement.form == facts::ImportForm::Import) {
        for (const facts::ImportedName& imported : statement.names)
            out.push_back(imported.name);
        return out;
    }
    std::string module;
    if (statement.level > 0) {
        module = importer;
        for (std::uint32_t up = importerIsPackage ? 1 : 0; up < statement.level; ++up)
            module.resize(std::min(module.rfind('.'), module.size()) == module.size() ? 0
                                                                                      : module.rfind('.'));
    }
    if (!statement.module.empty())
        module += (module.empty() ? "" : ".") + statement.module;
    if (statement.names.empty())
        out.push_back(module);
    for (const facts::ImportedName& imported : statement.names)
        out.push_back(module + '.' + imported.name);
    return out;
}

} // namespace espalier::tracker
