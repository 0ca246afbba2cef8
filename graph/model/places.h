// The project's folders and files as a tree of name parts. A place is `folder/part`: it may hold a file
// `part.py`, a package `part/__init__.py`, an extension module, a plain folder, or several of these side by
// side.
#pragma once

#include "graph/model/id_map.h"
#include "graph/model/name_table.h"
#include "indexer/facts/project_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

using PlaceId = std::uint32_t;

struct Place {
    PlaceId parent = kNoId;
    PartId part = kNoId;
    std::uint32_t depth = 0;
    facts::FileId module;                                // part.py
    facts::FileId package;                               // part/__init__.py
    std::uint16_t extensions = 0, packageExtensions = 0; // part.*.so, part.pyx; part/__init__.*.so
    std::uint32_t held = 0; // Python files and extension modules in part/ and below

    [[nodiscard]] bool isFolder() const { return held > 0; }
    [[nodiscard]] bool isPackage() const { return package.valid() || packageExtensions > 0; }
    // A file of Python's or the interpreter's own format answers to the name: no bare folder.
    [[nodiscard]] bool isRegular() const { return isPackage() || module.valid() || extensions > 0; }
    // All that imports can notice of it: it matters to them only if this has changed.
    [[nodiscard]] unsigned status() const {
        return (module.valid() ? 1U : 0U) | (package.valid() ? 2U : 0U) | (extensions > 0 ? 4U : 0U) |
               (packageExtensions > 0 ? 8U : 0U) | (held > 0 ? 16U : 0U);
    }
};

class Places {
public:
    // Absent: places are made for all files, but none is there until setPresent() says so.
    enum class Files : std::uint8_t { Present, Absent };
    // `project` must outlive the tree. Above the project folder lie as many places as its absolute path has
    // parts (at most kMaxAbove), so that a package that was opened by itself can be named with its parents.
    Places(const facts::ProjectFacts& project, NameTable& names, Files files = Files::Present);
    static constexpr std::size_t kMaxAbove = 4;

    [[nodiscard]] const Place& operator[](PlaceId id) const { return places_[id]; }
    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] PlaceId projectFolder() const { return projectFolder_; }
    [[nodiscard]] PlaceId child(PlaceId parent, PartId part) const { return children_.find(parent, part); }
    [[nodiscard]] bool within(PlaceId place, PlaceId ancestor) const;
    // By path relative to the project, "." for the project folder; kNoId if there is no such folder.
    [[nodiscard]] PlaceId folderAt(std::string_view path) const;
    // Relative to the project folder; ".", "..", "../.." for it and what is above.
    [[nodiscard]] std::string pathOf(PlaceId folder) const;

    // The folder a file lies in.
    [[nodiscard]] PlaceId folderOf(facts::FileId file) const { return folderOf_[file.value]; }
    // The place at which a file answers to a name; kNoId for notebooks, stubs and names with dots.
    [[nodiscard]] PlaceId placeOf(facts::FileId file) const {
        const Role role = roles_[file.value];
        return role.is == Role::Module || role.is == Role::Package ? role.place : kNoId;
    }
    // The same for extension modules.
    [[nodiscard]] PlaceId extensionPlaceOf(facts::FileId file) const {
        const Role role = roles_[file.value];
        return role.is == Role::Extension || role.is == Role::PackageExtension ? role.place : kNoId;
    }

    // A file comes or goes. No two files have the same role at a place, but for extension modules.
    void setPresent(facts::FileId file, bool present);

private:
    PlaceId add(PlaceId parent, PartId part);
    PlaceId addFolder(std::string_view path);
    void addFile(const facts::SourceFile& file, facts::FileId id);

    NameTable& names_;
    std::vector<Place> places_;
    IdMap children_;
    PlaceId projectFolder_ = 0;
    struct Role {
        enum Kind : std::uint8_t { None, Held, Module, Package, Extension, PackageExtension } is = None;
        PlaceId place = kNoId;
    };
    std::vector<PlaceId> folderOf_;
    std::vector<Role> roles_; // by file
    std::string_view lastFolderPath_;
    PlaceId lastFolder_ = kNoId;
};

[[nodiscard]] std::string_view fileNameOf(std::string_view path);

} // namespace espalier::graph
