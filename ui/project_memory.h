// What a person decided in a project, kept apart from the store, which can always be thrown away. As JSON:
//
//   {"espalier-memory": 1, "root": "/…/shop",
//    "bookmarks": ["shop.web", …],
//    "views": [{…}, …],      see saved_view.h
//    "last": {…},            how the window was left: moved boxes and notes are in there
//    "follows-past": true}   new commits are read without asking; left out if not
#pragma once

#include "ui/saved_view.h"

#include <optional>
#include <string>
#include <vector>

namespace espalier::ui {

struct ProjectMemory {
    std::vector<std::string> bookmarks;
    std::vector<SavedView> views;
    std::optional<SavedView> last;
    bool followsPast = false;

    friend bool operator==(const ProjectMemory&, const ProjectMemory&) = default;
};

// What to keep where `kept` is kept now, perhaps by another window: the changes from `before` to `now` made
// to it. So two windows on one project do not lose each other's bookmarks, views, notes and moved boxes; how
// the window was left is `now`'s.
[[nodiscard]] ProjectMemory withChanges(ProjectMemory kept, const ProjectMemory& before, ProjectMemory now);

// `root`: the folder, for people who look into the file.
[[nodiscard]] QByteArray toFile(const ProjectMemory& memory, const QString& root);
[[nodiscard]] facts::Result<ProjectMemory> memoryFromFile(const QByteArray& content, const QString& where);

} // namespace espalier::ui
