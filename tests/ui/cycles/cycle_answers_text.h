// What `espalier cycles` says of the small project's tangle: shop.orders > shop.stock > shop.prices.
#pragma once

namespace espalier::test {

inline constexpr const char* kVerdicts = R"({"schema": 1, "tangles": [
 {"modules": ["shop.orders", "shop.prices", "shop.stock"], "edges": 3, "shortest": [],
  "verdicts": [
   {"entry": "shop.orders", "outcome": "ok", "error": null, "stack": []},
   {"entry": "shop.prices", "outcome": "fails", "error": "ImportError", "message": "cannot import name 'x'",
    "path": "shop/stock.py", "line": 1, "name": "x", "module": "shop.prices", "half_run": true,
    "stack": [{"module": "shop.prices", "path": "shop/prices.py", "line": 1, "function": null},
              {"module": "shop.stock", "path": "shop/stock.py", "line": 1, "function": "load"}]},
   {"entry": "shop.stock", "outcome": "unknown", "error": null, "stack": [],
    "unknown": {"what": "a star import of code that is not here", "otherwise": "ok",
                "path": "shop/stock.py", "line": 7}}],
  "import_calls": [
   {"module": "shop.orders", "path": "shop/orders.py", "calls": []},
   {"module": "shop.prices", "path": "shop/prices.py", "calls": [{"line": 9, "call": "load"}]}]}]})";

inline constexpr const char* kCuts = R"({"schema": 1, "tangles": [
 {"modules": ["shop.orders", "shop.prices", "shop.stock"], "edges": 3, "shortest": [],
  "plan": {"weight": 2, "lower_bound": 2, "optimal": true, "kept_cycle": [], "cuts": [
   {"from": "shop.stock", "to": "shop.prices", "how": "defer", "easy": true, "weight": 2,
    "symbols": [{"name": "price", "defined_in": null}, {"name": "Rate", "defined_in": "shop.rates"}],
    "statements": [{"path": "shop/stock.py", "line": 1, "text": "import shop.prices"}],
    "edges_left": 0, "tangles_left": []}]}}]})";

} // namespace espalier::test
