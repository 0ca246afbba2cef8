#include "indexer/pipeline/pipeline.h"
