#include "graph/render/render.h"
