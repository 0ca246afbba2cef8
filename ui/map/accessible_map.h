// What a screen reader finds on the map: a tree of the drawn boxes, nested as they are drawn, and below each
// box the lines that leave it. An item is named in words, can be chosen, and opened or closed where a click
// could do it. GUI thread only.
#pragma once

#include "ui/map/scene.h"

#include <QAccessible>

namespace espalier::ui {

class MapView;

// Lets Qt find the tree of every MapView. Before the first event for one of them; further calls do nothing.
void installAccessibleMap();

// Tells assistive tools that `map` shows other things, or that another of them is selected.
void announceScene(MapView* map);
void announceSelected(MapView* map);

} // namespace espalier::ui
