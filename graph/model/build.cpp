#include "graph/model/build.h"
