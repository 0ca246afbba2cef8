// A snapshot while a plan changes it: modules come and go, and the imports of those that are touched lie
// open.
#pragma once

#include "graph/model/snapshot.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace espalier::graph {

// One statement's part in an edge: a StatementRef whose names are its own.
struct DraftImport {
    ModuleId to;
    FileId file;
    std::uint32_t import = 0;
    std::vector<std::uint16_t> names;
    EdgeKind kind = EdgeKind::Import;
    facts::Flags flags;
    std::uint32_t group = 0; // parts of one statement, as it would be, share it
    std::string through;  // leads to this symbol, used through what the statement binds; empty: as it stands
    bool dormant = false; // of the importer itself, by a change: no edge, until a further change

    [[nodiscard]] bool isImplied() const { return flags.has(Flag::ImplicitParent); }
};

// Ids are those of the snapshot; new modules are numbered behind them.
class Draft {
public:
    // `before` has to outlive it.
    explicit Draft(const Snapshot& before);

    [[nodiscard]] const Snapshot& before() const { return before_; }
    // By name or path; none if there is no such module, or no more.
    [[nodiscard]] ModuleId find(std::string_view nameOrPath) const;
    [[nodiscard]] const Module& operator[](ModuleId id) const { return modules_[id.value]; }
    [[nodiscard]] Module& change(ModuleId id) { return modules_[id.value]; }
    [[nodiscard]] bool hasModulesBelow(ModuleId id) const;
    ModuleId add(Module module);
    // Nothing may import it, or be imported by it, any more. Its names lead to `heir`.
    void remove(ModuleId id, ModuleId heir);
    // Deprecations of the symbol go along.
    void moveSymbol(ModuleId from, std::string_view symbol, ModuleId to);
    [[nodiscard]] bool hasMoved(ModuleId from, const std::string& symbol) const {
        return movedSymbols_.contains({from, symbol});
    }

    // What a module imports.
    [[nodiscard]] std::vector<DraftImport>& imports(ModuleId importer);
    // The modules that import it, and perhaps some that do not any more; sorted.
    [[nodiscard]] std::vector<ModuleId> importers(ModuleId imported) const;
    [[nodiscard]] const facts::ImportStatement& statement(const DraftImport& import) const;
    // What the statement says behind "import" for each of the part's names; not for a statement without
    // names.
    [[nodiscard]] std::string_view importedName(const DraftImport& import, std::uint16_t name) const {
        return statement(import).names[name].name;
    }
    // A part of its own of a statement that no file has yet, but that the file would.
    [[nodiscard]] DraftImport newStatement(FileId file, facts::ImportStatement statement);

    // Has to be said of each part that comes, goes or leads elsewhere, so that the parent packages that it
    // runs are found anew.
    void touch(const DraftImport& import) { touched_[import.group] = true; }
    // Makes the part one of another statement, a new one for newGroup().
    void regroup(DraftImport& import, std::uint32_t group);
    [[nodiscard]] std::uint32_t newGroup() {
        touched_.push_back(false);
        return static_cast<std::uint32_t>(touched_.size() - 1);
    }

    [[nodiscard]] SnapshotPtr finish();

private:
    void renewImplied(ModuleId importer, std::vector<DraftImport>& imports) const;
    void addImplied(ModuleId importer, std::span<const DraftImport> explicitParts,
                    std::vector<DraftImport>& out) const;
    void chooseIds();
    void addModules(Snapshot& made) const;
    void addEdges(Snapshot& made, ModuleId importer);
    void copyEdges(Snapshot& made, ModuleId importer) const;
    void addDeprecations(Snapshot& made) const;

    const Snapshot& before_;
    std::vector<Module> modules_;
    std::map<std::string, ModuleId, std::less<>> added_;
    std::map<ModuleId, ModuleId> heirs_; // of removed modules
    std::map<std::pair<ModuleId, std::string>, ModuleId> movedSymbols_;
    std::map<ModuleId, std::vector<DraftImport>> imports_; // of the modules that lie open
    std::map<FileId, std::vector<facts::ImportStatement>> newStatements_;
    std::vector<bool> touched_;           // by group
    std::vector<ModuleId> order_, newId_; // draft ids in order of names; by draft id
};

} // namespace espalier::graph
