// The second half of resolution: every import statement to the modules it depends on.
#pragma once

#include "graph/model/attributes.h"
#include "graph/model/bases.h"

#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace espalier::graph {

// One statement's part in the edge from the module of `file` to `to`.
struct Reference {
    ModuleId importer, to;
    FileId file;
    std::uint32_t import = 0;
    std::uint32_t firstName = 0, nameCount = 0; // range of nameIndexes()
    EdgeKind kind = EdgeKind::Import;
    facts::Flags flags;
};

struct ResolverInput {
    const facts::ProjectFacts& project;
    const Config& config;
    NameTable& names;
    const Places& places;
    const StatementIndex& statements;
    bool standardLibrary = false;
};

class Resolver {
public:
    Resolver(const ResolverInput& input, ImportTree& tree, ModuleTable& table);
    void run();

    // Grouped by file, statements in order; each statement's references in no particular order.
    [[nodiscard]] const std::vector<Reference>& references() const { return references_; }
    [[nodiscard]] std::vector<std::uint16_t>&& takeNameIndexes() { return std::move(nameIndexes_); }
    [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

private:
    struct Target {
        ModuleId to;
        facts::Flags flags; // set by resolution
        std::uint16_t name = 0;
    };
    // What `from p import x` means, whoever says it.
    struct FromName {
        enum class Kind : std::uint8_t { Submodule, Attribute, Both, Unbound };
        Kind kind = Kind::Unbound;
        bool typingOnly = false; // Attribute: for type checkers alone
        EntityId submodule = kNoId;
    };
    // The statement being resolved.
    struct Current {
        FileId file;
        ModuleId importer;
        std::uint32_t index = 0;
        const facts::ImportStatement* statement = nullptr;
        const StatementNames* names = nullptr;
        const FileNames* content = nullptr;
    };

    void collectMissing();
    void noteMissing(FileId file, const Base& base, DottedId name);
    void resolve(const Current& at);
    void resolveModule(const Current& at, DottedId name, const Base& base, std::uint16_t index);
    void resolveFrom(const Current& at);
    void resolveFromProject(const Current& at, EntityId package);
    void resolveFromMissing(const Current& at, const Base& base);
    void resolveFromOutside(const Current& at, const Base& base);
    void resolveString(const Current& at);
    void addFromName(const Current& at, EntityId package, std::uint16_t index);
    void addUnbound(const Current& at, EntityId package, std::uint16_t index, PartId part);
    void addStar(EntityId package, std::uint16_t index);
    FromName fromName(EntityId package, PartId part);
    FromName ownName(const Current& at, EntityId package, PartId part);
    void addOutside(const Current& at, PartId top, bool sharesName, std::uint16_t index);
    void addTarget(ModuleId to, std::uint16_t name, bool ambiguous = false);
    void addImplicitParents(const Current& at);
    void flush(const Current& at);
    std::uint32_t storeNames(std::size_t begin, std::size_t end);
    [[nodiscard]] bool isKnownMissing(const std::string& name) const;
    std::string missingName(FileId file, const Base& base, std::uint32_t level, DottedId name);
    void report(const Current& at, std::string_view code, std::string message);
    void reportAmbiguous();

    const ResolverInput in_;
    ImportTree& tree_;
    ModuleTable& table_;
    Bases bases_;
    Attributes attributes_;
    std::unordered_set<std::string> missing_;    // names that some statement uses as modules of the project
    std::unordered_set<std::string> configured_; // modules that a person declared deprecated
    std::vector<FromName> fromNames_;
    IdMap fromNameIds_;
    std::vector<Target> targets_;
    std::vector<char> isAncestor_; // of the importer, by module
    std::vector<Reference> references_;
    std::vector<std::uint16_t> nameIndexes_; // begins with 0, 1, 2, …: most ranges lie in there
    std::size_t countedNames_ = 0;
    std::vector<Problem> problems_;
    struct SharedName {
        FileId file;
        std::uint32_t line = 0, statements = 0;
    };
    std::map<std::string_view, SharedName> sharedNames_;
};

} // namespace espalier::graph
