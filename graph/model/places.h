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
    facts::FileId module;          // part.py
    facts::FileId package;         // part/__init__.py
    bool extension = false;        // part.*.so, part.pyx
    bool packageExtension = false; // part/__init__.*.so
    bool folder = false;           // part/ with Python files or extension modules somewhere below

    [[nodiscard]] bool isPackage() const { return package.valid() || packageExtension; }
    // A file of Python's or the interpreter's own format answers to the name: no bare folder.
    [[nodiscard]] bool isRegular() const { return isPackage() || module.valid() || extension; }
};

class Places {
public:
    // `project` must outlive the tree. Above the project folder lie as many places as its absolute path has
    // parts (at most kMaxAbove), so that a package that was opened by itself can be named with its parents.
    Places(const facts::ProjectFacts& project, NameTable& names);
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
    [[nodiscard]] PlaceId placeOf(facts::FileId file) const { return placeOf_[file.value]; }

private:
    PlaceId add(PlaceId parent, PartId part);
    PlaceId addFolder(std::string_view path);
    void addFile(const facts::SourceFile& file, facts::FileId id);
    void holdFile(PlaceId folder);

    NameTable& names_;
    std::vector<Place> places_;
    IdMap children_;
    PlaceId projectFolder_ = 0;
    std::vector<PlaceId> folderOf_, placeOf_;
    std::string_view lastFolderPath_;
    PlaceId lastFolder_ = kNoId;
};

[[nodiscard]] std::string_view fileNameOf(std::string_view path);

} // namespace espalier::graph
