#include "graph/model/places.h"

#include <algorithm>

namespace espalier::graph {

std::string_view fileNameOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Places::Places(const facts::ProjectFacts& project, NameTable& names, Files files)
    : names_(names)
    , folderOf_(project.files.size(), kNoId)
    , roles_(project.files.size()) {
    places_.emplace_back();
    std::vector<std::string_view> above;
    std::string_view rest = project.root;
    while (above.size() < kMaxAbove) {
        while (rest.ends_with('/'))
            rest.remove_suffix(1);
        const std::string_view part = fileNameOf(rest);
        if (!isImportableName(part))
            break;
        above.push_back(part);
        rest.remove_suffix(part.size());
    }
    for (auto part = above.rbegin(); part != above.rend(); ++part)
        projectFolder_ = add(projectFolder_, names_.part(*part));
    for (std::size_t i = 0; i < project.files.size(); ++i) {
        addFile(project.files[i], facts::FileId(i));
        if (files == Files::Present)
            setPresent(facts::FileId(i), true);
    }
}

PlaceId Places::add(PlaceId parent, PartId part) {
    const PlaceId known = children_.find(parent, part);
    if (known != kNoId)
        return known;
    const auto id = static_cast<PlaceId>(places_.size());
    Place place;
    place.parent = parent;
    place.part = part;
    place.depth = places_[parent].depth + 1;
    places_.push_back(place);
    children_.set(parent, part, id);
    return id;
}

PlaceId Places::addFolder(std::string_view path) {
    if (lastFolder_ != kNoId && path == lastFolderPath_)
        return lastFolder_; // files come sorted, so most have the folder of the one before
    PlaceId folder = projectFolder_;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        folder = add(folder, names_.part(path.substr(begin, end - begin)));
        begin = end + 1;
    }
    lastFolderPath_ = path;
    lastFolder_ = folder;
    return folder;
}

void Places::addFile(const facts::SourceFile& file, facts::FileId id) {
    const std::string_view name = fileNameOf(file.path);
    const std::string_view path = std::string_view(file.path).substr(0, file.path.size() - name.size());
    const PlaceId folder = addFolder(path.empty() ? path : path.substr(0, path.size() - 1));
    folderOf_[id.value] = folder;
    Role& role = roles_[id.value];
    if (file.kind == facts::FileKind::Python) {
        const std::string_view stem = name.substr(0, name.size() - std::min<std::size_t>(name.size(), 3));
        if (stem == "__init__")
            role = {Role::Package, folder};
        else if (!stem.empty() && stem.find('.') == std::string_view::npos)
            role = {Role::Module, add(folder, names_.part(stem))};
        else
            role.is = Role::Held;
    } else if (file.kind == facts::FileKind::Extension) {
        const std::string_view stem = name.substr(0, name.find('.'));
        if (stem == "__init__")
            role = {Role::PackageExtension, folder};
        else if (!stem.empty())
            role = {Role::Extension, add(folder, names_.part(stem))};
        else
            role.is = Role::Held;
    }
}

void Places::setPresent(facts::FileId file, bool present) {
    const Role role = roles_[file.value];
    const int more = present ? 1 : -1;
    const facts::FileId holder = present ? file : facts::FileId();
    switch (role.is) {
    case Role::None:
        return;
    case Role::Held:
        break;
    case Role::Module:
        places_[role.place].module = holder;
        break;
    case Role::Package:
        places_[role.place].package = holder;
        break;
    case Role::Extension:
        places_[role.place].extensions = static_cast<std::uint16_t>(places_[role.place].extensions + more);
        break;
    case Role::PackageExtension:
        places_[role.place].packageExtensions =
            static_cast<std::uint16_t>(places_[role.place].packageExtensions + more);
        break;
    }
    for (PlaceId at = folderOf_[file.value]; at != kNoId; at = places_[at].parent)
        places_[at].held += static_cast<std::uint32_t>(more);
}

bool Places::within(PlaceId place, PlaceId ancestor) const {
    while (place != kNoId && places_[place].depth > places_[ancestor].depth)
        place = places_[place].parent;
    return place == ancestor;
}

PlaceId Places::folderAt(std::string_view path) const {
    PlaceId folder = projectFolder_;
    for (std::size_t begin = 0; begin < path.size() && folder != kNoId;) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part == "..")
            folder = places_[folder].parent;
        else if (!part.empty() && part != ".")
            folder = children_.find(folder, names_.findPart(part));
        begin = end + 1;
    }
    return folder;
}

std::string Places::pathOf(PlaceId folder) const {
    if (folder == projectFolder_)
        return ".";
    std::string out;
    if (within(folder, projectFolder_)) {
        for (; folder != projectFolder_; folder = places_[folder].parent)
            out.insert(0, std::string(names_.partText(places_[folder].part)) + (out.empty() ? "" : "/"));
        return out;
    }
    for (PlaceId at = projectFolder_; at != folder; at = places_[at].parent)
        out += out.empty() ? ".." : "/..";
    return out;
}

} // namespace espalier::graph
