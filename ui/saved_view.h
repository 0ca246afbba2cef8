// A view that is kept under a name, written to a file or sent as a link, and its JSON form:
//
//   {"espalier-view": 1,               version of this form; newer ones are refused
//    "name": "Review", "project": "shop", "revision": "4f1c…",
//    "view": {…},                      see below; what is left out has its usual value
//    "selected": {"module": "a", "target": "b", "exact": true, "others": ["c"],
//        "symbol": "Order"},
//    "front": {"view": "map" | "matrix" | "focus" | "path",
//              "order": "level" | "name" | "cluster",                         of the matrix
//              "depth": 1, "packages": false, "centre": "a",                  of Focus
//              "from": "a", "to": "b", "avoid": ["c"]},                       of Path
//    "camera": {"zoom": 1.5, "box": "shop.web", "within": [x, y]}}      left out: the whole picture
//
// "view" holds lists of names ("open", "hidden", "wanted", "only", with "only_title"), "kinds" (of "import",
// "deferred", "typing", "script"), true or false ("implicit_parents", "strings", "externals", "tests",
// "ghosts", "deprecated_only", "tangles_only", "direct_only", "bundled"), "pattern", "below", "arrangement"
// ("layered", "overview"), "size" and "tint" ("none", "lines", "fan_in", "fan_out", "instability"), "moved"
// ({name: [x, y]}), "notes" ({name: text}), and the budgets "max_boxes", "max_lines" and "max_top_boxes".
//
// A project is named by its folder's name and its revision where known, never by a path. A file
// `NAME.espalier-view` is this JSON. A link is `espalier://view?z=` and the base64url of qCompress() of it.
// Both come from anywhere: sizes and every value are checked.
#pragma once

#include "indexer/facts/result.h"
#include "ui/map/map_place.h"
#include "ui/selection.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace espalier::ui {

struct SavedView {
    QString name, project, revision; // each may be empty
    ViewState state;
    MapPlace place;

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

inline constexpr qsizetype kMostViewBytes = 4 << 20; // of JSON
inline constexpr qsizetype kMostLinkChars = 64 << 10;
inline constexpr char kViewSuffix[] = "espalier-view";

[[nodiscard]] QJsonObject toJson(const SavedView& view);
// `where` is the file or link, for the error.
[[nodiscard]] facts::Result<SavedView> viewFromJson(const QJsonObject& json, const QString& where);

[[nodiscard]] QByteArray toFile(const SavedView& view);
[[nodiscard]] facts::Result<SavedView> viewFromFile(const QByteArray& content, const QString& where);

[[nodiscard]] bool isViewLink(const QString& text);
// Fails if there is more in the view than a link can carry.
[[nodiscard]] facts::Result<QString> toLink(const SavedView& view);
[[nodiscard]] facts::Result<SavedView> viewFromLink(const QString& link);

} // namespace espalier::ui
