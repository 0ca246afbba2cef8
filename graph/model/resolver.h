// The second half of resolution: every import statement to the modules it depends on.
#pragma once

#include "graph/model/attributes.h"
#include "graph/model/bases.h"
#include "graph/model/former_modules.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace espalier::graph {

// One statement's part in the edge from a file's module to `to`.
struct Reference {
    ModuleId to;
    std::uint32_t import = 0;
    std::uint32_t firstName = 0, nameCount = 0; // range of nameIndexes()
    EdgeKind kind = EdgeKind::Import;
    facts::Flags flags;
};

// What the statements of one file come to.
struct FileResult {
    std::vector<Reference> references; // statements in order; those of one statement in no particular order
    std::vector<Problem> problems;
    // Statements that name a library's module whose top level is also the name of a bare folder.
    struct SharedName {
        std::string_view top;
        std::uint32_t line = 0, statements = 0;
    };
    std::vector<SharedName> sharedNames;
};

// A file whose facts are others than those that were resolved last.
struct ChangedFile {
    FileId file;
    const facts::SourceFacts* before = nullptr;
    const FileNames* namesBefore = nullptr;
};

// What has changed where files come and go. The places, tree, table and statement index know it already.
struct Movement {
    std::vector<FileId> files;   // that came or went, have other facts, another node, or another source root
    std::vector<PlaceId> places; // of another status
    std::vector<ModuleId> nodes; // that came, went, or lie in others now
    struct Content {
        PlaceId place;
        const facts::SourceFacts *before, *after; // null: it came, went, or could not be read
    };
    std::vector<Content> contents; // of modules
    std::vector<std::string> stems; // that ResolverInput::former knows now, and did not before
};

struct ResolverInput {
    const facts::ProjectFacts& project;
    const Config& config;
    NameTable& names;
    const Places& places;
    const StatementIndex& statements;
    const FormerModules* former = nullptr; // see Config
    bool standardLibrary = false;
    Looks* looks = nullptr; // given: move() may be called instead of run(), and no problems are made
};

class Resolver {
public:
    Resolver(const ResolverInput& input, ImportTree& tree, ModuleTable& table);
    void run();

    // Resolves anew what other facts of some files can change, as run() would have done with them, and
    // returns the files that were resolved. None if the change may reach further than can be told cheaply:
    // then the resolver is of no more use. The project and the statement index hold the new facts already.
    [[nodiscard]] std::optional<std::vector<FileId>> update(std::span<const ChangedFile> changed);

    // Resolves anew what the movement concerns, and returns those files, sorted.
    [[nodiscard]] std::vector<FileId> move(const Movement& movement);

    [[nodiscard]] const std::vector<FileResult>& results() const { return results_; } // by file
    [[nodiscard]] const std::vector<std::uint16_t>& nameIndexes() const { return nameIndexes_; }
    // Of names that a bare folder shares with a library.
    [[nodiscard]] std::vector<Problem> ambiguities() const;

private:
    static constexpr facts::Flags kSubmodule = facts::Flags{}.set(Flag::Submodule);
    static constexpr facts::Flags kAmbiguousSubmodule = facts::Flags{kSubmodule}.set(Flag::Ambiguous);

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
        bool mayBeBound = false; // of these and Unbound: in a way that cannot be read
        EntityId package = kNoId, submodule = kNoId;
        PartId part = kNoId;
        friend bool operator==(const FromName&, const FromName&) = default;
    };
    // The statement being resolved.
    struct Current {
        FileId file;
        ModuleId importer;
        std::uint32_t index = 0;
        const facts::ImportStatement* statement = nullptr;
        EdgeKind kind = EdgeKind::Import; // a stub is read by type checkers only, whatever it says
        const StatementNames* names = nullptr;
        const FileNames* content = nullptr;
    };

    void resolveFile(FileId file);
    [[nodiscard]] bool isLocal(const ChangedFile& changed);
    void forget(EntityId module);
    [[nodiscard]] EntityId entityOf(FileId file);
    void collectMissing(FileId file, const FileNames& content, std::vector<char>* seen,
                        std::set<std::string>& missing);
    void noteMissing(FileId file, const Base& base, DottedId name, std::set<std::string>& missing);
    void resolve(const Current& at);
    void resolveModule(const Current& at, DottedId name, const Base& base, std::uint16_t index);
    void resolveFrom(const Current& at);
    void resolveFromProject(const Current& at, EntityId package);
    void resolveFromMissing(const Current& at, const Base& base);
    void resolveFromOutside(const Current& at, const Base& base);
    void resolveString(const Current& at);
    void addFromName(const Current& at, EntityId package, std::uint16_t index);
    void addUnbound(const Current& at, const FromName& name, std::uint16_t index);
    void addStar(const Current& at, EntityId package, std::uint16_t index);
    FromName fromName(EntityId package, PartId part);
    FromName lookUp(EntityId package, PartId part);
    FromName ownName(const Current& at, EntityId package, PartId part);
    void addOutside(const Current& at, PartId top, bool sharesName, std::uint16_t index);
    ModuleId ghostNamed(const std::string& name);
    void addTarget(ModuleId to, std::uint16_t name, facts::Flags flags = {});
    void addImplicitParents(const Current& at);
    void flush(const Current& at);
    void storeNames(std::size_t begin, std::size_t end, Reference& reference);
    [[nodiscard]] bool isKnownMissing(const std::string& name);
    [[nodiscard]] std::vector<std::string> stemsBelow(EntityId from, std::string_view dotted) const;
    [[nodiscard]] bool wasThere(EntityId from, std::string_view dotted) const;
    void reportMissing(const Current& at, const std::string& ghost, EntityId from, std::string_view dotted);
    std::string missingName(FileId file, const Base& base, std::uint32_t level, DottedId name);
    [[nodiscard]] EntityId missingFrom(FileId file, const Base& base, std::uint32_t level);
    [[nodiscard]] std::string missingPart(const Base& base, DottedId name) const;
    void report(const Current& at, std::string_view code, std::string message);
    void noteAsker(const Current& at, EntityId module);

    // move(): what has to be done again.
    struct Stale {
        std::vector<FileId> files;
        std::vector<EntityId> records; // what these modules bind
        std::vector<char> isFile, isRecord;
        void add(FileId file);
        void add(const Looks::Dependent& who);
        void addRecord(EntityId module);
    };
    [[nodiscard]] bool answersDiffer(EntityId module);
    void recheck(Stale& stale, const Movement& movement);
    void recountMissing(Stale& stale);

    const ResolverInput in_;
    ImportTree& tree_;
    ModuleTable& table_;
    Bases bases_;
    Attributes attributes_;
    std::set<std::string> missing_; // names that some statement uses as modules of the project
    std::unordered_map<std::string, std::uint32_t> missingUses_; // move(): in how many files
    std::vector<std::vector<std::string>> missingIn_;            // move(): by file
    std::unordered_set<std::string> configured_;                 // modules that a person declared deprecated
    std::vector<FromName> fromNames_;
    IdMap fromNameIds_;                                 // (package, part) -> index into fromNames_
    std::vector<std::vector<std::uint32_t>> answersOf_; // move(): by package, indexes into fromNames_
    std::vector<std::vector<FileId>> askers_; // by entity: files whose result depends on what it binds
    std::vector<Target> targets_;
    std::vector<std::uint16_t> names_; // of one reference
    std::vector<char> isAncestor_;     // of the importer, by module
    std::vector<FileResult> results_;
    FileResult current_;                     // of the file being resolved
    std::vector<std::uint16_t> nameIndexes_; // begins with 0, 1, 2, …: most ranges lie in there
    std::size_t countedNames_ = 0;
};

} // namespace espalier::graph
