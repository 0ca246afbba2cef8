// Names of modules, of which copies cost nothing.
#pragma once

#include <initializer_list>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace espalier::ui {

// A set that its copies share until one of them is changed. All matches of a search in the overview may be
// selected, 25,000 names, and every step of the window's history has a copy of the selection.
class SharedNames {
public:
    SharedNames() = default;
    SharedNames(std::set<std::string> names) { // NOLINT(google-explicit-constructor): it is one
        if (!names.empty())
            names_ = std::make_shared<const std::set<std::string>>(std::move(names));
    }
    SharedNames(std::initializer_list<std::string> names)
        : SharedNames(std::set<std::string>(names)) {}

    [[nodiscard]] const std::set<std::string>& set() const {
        static const std::set<std::string> none;
        return names_ ? *names_ : none;
    }
    [[nodiscard]] bool empty() const { return !names_; }
    [[nodiscard]] auto begin() const { return set().begin(); }
    [[nodiscard]] auto end() const { return set().end(); }

    void insert(const std::string& name) {
        std::set<std::string> names = set();
        names.insert(name);
        *this = SharedNames(std::move(names));
    }
    std::size_t erase(const std::string& name) { // how many were there
        std::set<std::string> names = set();
        const std::size_t erased = names.erase(name);
        *this = SharedNames(std::move(names));
        return erased;
    }
    friend bool operator==(const SharedNames& a, const SharedNames& b) {
        return a.names_ == b.names_ || a.set() == b.set();
    }

private:
    std::shared_ptr<const std::set<std::string>> names_; // null: none
};

} // namespace espalier::ui
