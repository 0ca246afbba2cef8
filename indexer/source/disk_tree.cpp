#include "indexer/facts/result.h"
