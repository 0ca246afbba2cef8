// Reading one table of a configuration, key by key.
#pragma once

#include "indexer/facts/project_facts.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace espalier::project {

// Remembers what it could not use as problems, with line and column. A value that is not read keeps its
// default.
class TableReader {
public:
    TableReader(const toml::table& table, std::string section, const std::string& file,
                std::vector<facts::ProjectProblem>& problems)
        : table_(table)
        , section_(std::move(section))
        , file_(file)
        , problems_(problems) {}

    void strings(std::string_view key, std::vector<std::string>& out) {
        const toml::node* node = take(key);
        if (!node)
            return;
        const toml::array* array = node->as_array();
        if (!array ||
            !std::all_of(array->begin(), array->end(), [](const toml::node& n) { return n.is_string(); }))
            return wrongType(key, *node, "a list of strings");
        out.clear();
        for (const toml::node& item : *array)
            out.push_back(**item.as_string());
    }

    // A list of strings, or one without brackets.
    void words(std::string_view key, std::vector<std::string>& out) {
        const toml::node* node = table_.get(key);
        if (!node || !node->is_string())
            return strings(key, out);
        take(key);
        out = {**node->as_string()};
    }

    void boolean(std::string_view key, bool& out) {
        const toml::node* node = take(key);
        if (!node)
            return;
        if (!node->is_boolean())
            return wrongType(key, *node, "true or false");
        out = **node->as_boolean();
    }

    // Calls `each(node)` for every element of a list.
    template <class Each>
    void elements(std::string_view key, const Each& each) {
        const toml::node* node = take(key);
        if (!node)
            return;
        const toml::array* array = node->as_array();
        if (!array)
            return wrongType(key, *node, "a list");
        for (const toml::node& item : *array)
            each(item);
    }

    void string(std::string_view key, std::string& out) {
        const toml::node* node = take(key);
        if (!node)
            return;
        if (!node->is_string())
            return wrongType(key, *node, "a string");
        out = **node->as_string();
    }

    const toml::table* table(std::string_view key) {
        const toml::node* node = take(key);
        if (node && !node->is_table())
            wrongType(key, *node, "a table");
        return node ? node->as_table() : nullptr;
    }

    // Calls `each(table)` for every table of an array of tables.
    template <class Each>
    void tables(std::string_view key, const Each& each) {
        const toml::node* node = take(key);
        if (!node)
            return;
        const toml::array* array = node->as_array();
        if (!array)
            return wrongType(key, *node, "a list of tables");
        for (const toml::node& item : *array) {
            if (const toml::table* entry = item.as_table())
                each(*entry);
            else
                wrongType(key, item, "a table");
        }
    }

    // A number from `least` to `most`; `what` says so in words.
    template <class Number>
    void number(std::string_view key, std::optional<Number>& out, double least, double most,
                const char* what) {
        const toml::node* node = take(key);
        if (!node)
            return;
        const bool fits = std::is_integral_v<Number> ? node->is_integer() : node->is_number();
        const double value = node->value<double>().value_or(least - 1);
        if (!fits || !(value >= least && value <= most))
            return wrongType(key, *node, what);
        out = static_cast<Number>(value);
    }

    // Reports the keys that nobody has asked for.
    void finish() {
        for (const auto& [key, node] : table_)
            if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
                problem(node,
                        "unknown key '" + std::string(key.str()) + "' in " + section_ + "; it is ignored");
    }

    void problem(const toml::node& node, std::string message) {
        problems_.push_back({file_,
                             {"bad-configuration", static_cast<std::uint32_t>(node.source().begin.line),
                              static_cast<std::uint32_t>(node.source().begin.column), std::move(message)}});
    }

private:
    const toml::node* take(std::string_view key) {
        known_.emplace_back(key);
        return table_.get(key);
    }

    void wrongType(std::string_view key, const toml::node& node, std::string_view wanted) {
        problem(node, "'" + std::string(key) + "' in " + section_ + " must be " + std::string(wanted) +
                          "; it is ignored");
    }

    const toml::table& table_;
    std::string section_;
    const std::string& file_;
    std::vector<facts::ProjectProblem>& problems_;
    std::vector<std::string> known_;
};

} // namespace espalier::project
