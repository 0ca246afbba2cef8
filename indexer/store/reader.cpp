#include "indexer/store/reader.h"
