// A small project with one of everything that the window shows.
#pragma once

#include "graph/model/build.h"
#include "graph/model/project_text.h"

namespace espalier::test {

inline const char* const kShopText = R"(== shop/__init__.py
== shop/orders.py
import shop.stock
import shop.gone
from shop.old_orders import make
def later():
    import shop.web.checkout
== shop/stock.py
import shop.prices
== shop/prices.py
from shop import orders
import json
== shop/old_orders.py
import warnings
warnings.warn("use shop.orders instead", DeprecationWarning)
def make(): pass
== shop/web/__init__.py
== shop/web/checkout.py
from shop.old_orders import make
import shop.orders
== shop/web/broken.py
import shop.orders
x = (
== tests/test_orders.py
import shop.orders
import shop.old_orders
)";

inline graph::SnapshotPtr shop(const std::string& extra = {}) {
    return graph::buildSnapshot(projectFromText(kShopText + extra), graph::Config());
}

} // namespace espalier::test
