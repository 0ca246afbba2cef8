// A part of a working tree: some paths, each with all that lies below it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace espalier::source {

class Scope {
public:
    Scope() = default; // nothing
    // Paths relative to the root, in any order; "" is the root itself, with everything.
    explicit Scope(std::vector<std::string> paths);
    [[nodiscard]] static Scope whole() { return Scope({""}); }

    [[nodiscard]] bool isWhole() const { return !paths_.empty() && paths_.front().empty(); }
    // A folder's path may end in '/'.
    [[nodiscard]] bool covers(std::string_view path) const;
    // Sorted, none of them below another.
    [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

private:
    std::vector<std::string> paths_;
};

} // namespace espalier::source
