// What names stand for while the execution of modules is followed: modules, functions and classes of the
// project, and what is known of the rest.
#pragma once

#include "graph/model/snapshot.h"
#include "indexer/facts/outline.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace espalier::graph::execution {

inline constexpr std::uint32_t kNone = 0xffffffff;

struct Value {
    enum class Kind : std::uint8_t {
        Plain,    // neither called nor imported from, or harmlessly so: a number, a text, a list
        Outside,  // of the interpreter or a library: taken not to import modules of the project
        Unknown,  // may be anything; with `text`, attribute `text` of something that may be anything
        Text,     // `text`
        Module,   // Machine's running modules by `id`
        Function, // functions by `id`
        Class,    // classes by `id`
        Instance, // instances by `id`
        Method,   // function `id` with its first argument: instance `self`, or class `self` if `ofClass`
        Super,    // what class `id` inherits, for instance `self`
    };
    Kind kind = Kind::Plain;
    bool perhaps = false; // bound under a condition that cannot be told
    bool ofClass = false;
    std::uint32_t id = 0, self = kNone;
    std::string_view text;

    [[nodiscard]] bool sameAs(const Value& other) const {
        return kind == other.kind && id == other.id && self == other.self && text == other.text;
    }
    static Value of(Kind kind, std::uint32_t id = 0) {
        Value out;
        out.kind = kind;
        out.id = id;
        return out;
    }
};

// Names and what they stand for: of a module, a class body, or one call of a function.
struct Scope {
    enum class Kind : std::uint8_t { Module, Class, Function };
    Kind kind = Kind::Module;
    Scope* parent = nullptr;  // around it as written
    std::uint32_t module = 0; // the running module it belongs to
    std::size_t number = 0;   // scopes are counted as they are made
    std::unordered_map<std::string_view, Value> names;
    const std::unordered_set<std::string_view>* locals = nullptr; // Function: names that are its own
    std::unordered_set<std::string_view> globals;                 // declared so
    bool openStar = false;                                        // a star import may have brought any name
    std::uint32_t ofClass = kNone;                                // Class: which
};

// A module that runs or has run. One that failed is forgotten and run again, as another one.
struct RunningModule {
    ModuleId module;
    bool done = false;
    Scope* scope = nullptr;
    const facts::Outline* outline = nullptr; // null: taken as a whole
};

struct Function {
    const facts::Outline* outline = nullptr;
    std::uint32_t node = 0;
    Scope* around = nullptr;
    std::uint32_t ofClass = kNone;
    std::vector<std::pair<std::string_view, Value>> defaults;
    bool isStatic = false, isClassMethod = false, isProperty = false;
};

struct Class {
    std::string_view name;
    Scope* scope = nullptr;
    std::vector<Value> bases;
    bool madeOutside = false; // by a library's metaclass
};

struct Instance {
    std::uint32_t ofClass = kNone;
    std::unordered_map<std::string_view, Value> attributes;
};

} // namespace espalier::graph::execution
