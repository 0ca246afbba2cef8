#include "graph/layout_graphviz/graphviz_engine.h"
