// What `espalier verify` says of a tracker of the small project.
#pragma once

namespace espalier::test {

inline constexpr const char* kTrackerAnswer = R"({"schema": 1, "tracker": "t.md",
 "then_commit": "3fcb7e3793aabbcc", "now_commit": null, "claims": [
 {"line": 3, "text": "shop/orders.py:1", "kind": "line",
  "then": {"verdict": "true", "evidence": [{"path": "shop/orders.py", "line": 1, "statement": "import  shop"}]},
  "now": {"verdict": "partly true", "evidence": [
    {"path": "shop/orders.py", "line": 1, "statement": "import shop.stock"}, {"text": "it has moved"}]},
  "change": {"what": "moved", "commit": null, "line": 25}},
 {"line": 5, "text": "from shop.old_orders | make", "kind": "import",
  "then": {"verdict": "true", "evidence": []},
  "now": {"verdict": "false", "evidence": [{"path": "shop/web/checkout.py", "line": 1, "statement": "from shop.old_orders import make"}]},
  "change": {"what": "no longer true", "commit": "9e4825078f00112233", "line": null}},
 {"line": 9, "text": "shop.prices is fine", "kind": "imports",
  "then": {"verdict": "true", "evidence": [{"text": "so it is"}]},
  "now": {"verdict": "true", "evidence": [{"text": "so it is"}]},
  "change": {"what": "same", "commit": null, "line": null}},
 {"line": 11, "text": "40 files", "kind": "unknown", "then": null,
  "now": {"verdict": "unknown", "evidence": [{"text": "of what?"}]},
  "change": {"what": "unknown", "commit": null, "line": null}}]})";

} // namespace espalier::test
