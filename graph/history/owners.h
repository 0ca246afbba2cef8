// Who owns which files, as a repository's CODEOWNERS says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace espalier::graph {

// The rules of the git hosts: the last pattern that matches a path decides; one without owners takes them
// away. A pattern is written as in .gitignore (docs.github.com, "About code owners"): with a '/' before its
// end it begins at the top, else it matches at any depth; a folder stands for all that lies below it, but
// "docs/*" only for the files in docs. Patterns with '!' or '[' are no rules there, and are left out here.
class Owners {
public:
    Owners() = default; // nobody owns anything
    // Of any bytes; lines that are no rules are left out. `folder`: where in the repository the paths that
    // are asked for begin, "" or "a/b/".
    explicit Owners(std::string_view codeowners, std::string folder = {});

    // "@org/team", "person@example.org"; empty if nobody is named.
    [[nodiscard]] std::vector<std::string> of(std::string_view path) const;
    [[nodiscard]] bool empty() const { return rules_.empty(); }

private:
    struct Rule {
        std::vector<std::string> globs; // see indexer/facts/glob.h
        std::vector<std::string> owners;
    };
    std::string folder_;
    std::vector<Rule> rules_; // in the order of the file
};

} // namespace espalier::graph
