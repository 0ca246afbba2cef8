// What the models of the window tell beside their text.
#pragma once

#include <Qt>

namespace espalier::ui {

enum Role : int {
    SortRole = Qt::UserRole + 1, // a number or a text by which the column sorts
    ModuleRole,                  // uint: module id of the current snapshot, or Id::kNone
    TargetRole,                  // uint: the imported module, where the row is an edge or a statement
    PathRole,                    // QString: file relative to the project
    LineRole,                    // int: 0 is the file as a whole
    ColumnRole,                  // int
    IndexRole,                   // int: position in the list of findings that the row shows
    BadgesRole,                  // QVariantList of {shape, count}, see badge_delegate.h
    FilterRole,                  // QString: what a filter line looks at
    ShareRole,                   // double, 0 to 1: drawn as a bar by ShareDelegate
};

} // namespace espalier::ui
