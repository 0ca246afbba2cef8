// The changes of a plan, made to a draft one after the other.
#pragma once

#include "graph/plans/apply.h"
#include "graph/plans/draft.h"

#include <set>
#include <string>
#include <vector>

namespace espalier::graph {

class Changes {
public:
    explicit Changes(Draft& draft)
        : draft_(draft) {}
    Changes(const Changes&) = delete;

    [[nodiscard]] ChangeOutcome make(const Change& change);

private:
    bool apply(const CutEdge& cut);
    bool apply(const RedirectNames& redirect);
    bool apply(const MoveSymbol& move);
    bool apply(const MergeModules& merge);

    // False, so that it can be returned.
    bool refuse(PlanRemark remark, std::string what);
    void doubt(PlanRemark remark, std::string what);
    void record(const DraftImport& import);
    // Takes these names (all, if the statement has none) out of one statement of a module, and returns the
    // parts that had them: a name may lead to a package and to a module in it.
    std::vector<DraftImport> extract(std::vector<DraftImport>& imports, std::uint32_t group,
                                     const std::vector<std::uint16_t>& names);
    // A copy, so that they can be changed meanwhile.
    std::vector<DraftImport> partsTo(ModuleId importer, ModuleId to);
    // Lets names of a part lead to `to`.
    void redirect(ModuleId importer, const DraftImport& part, const std::vector<std::uint16_t>& names,
                  ModuleId to);
    // A module whose code is there, or will be; a remark if it is not.
    ModuleId ownModule(const std::string& name);
    void noteNamesTwice(ModuleId a, ModuleId b);

    // move_symbol.cpp
    struct Moving;
    bool begin(Moving& moving, const MoveSymbol& move);
    ModuleId targetOf(const MoveSymbol& move, ModuleId home);
    [[nodiscard]] bool hasLeft(ModuleId module, std::uint32_t line) const; // of the module's own file
    void readUses(Moving& moving);
    void readImporters(Moving& moving);
    void takeImports(Moving& moving);
    void takePart(Moving& moving, const DraftImport& part, const std::vector<std::uint16_t>& names,
                  bool stays);
    [[nodiscard]] bool isUsed(const std::set<std::string_view>& uses, const DraftImport& part,
                              std::uint16_t name) const;
    [[nodiscard]] bool staysNeeded(const Moving& moving, const DraftImport& part, std::uint16_t name) const;
    void redirectImporters(Moving& moving);
    void redirectPart(Moving& moving, ModuleId importer, const DraftImport& part);
    void addImport(ModuleId importer, ModuleId from, FileId file, std::uint32_t line,
                   const std::vector<std::string>& names);

    struct Lines {
        std::uint32_t first = 0, last = 0;
        [[nodiscard]] bool has(std::uint32_t line) const { return first <= line && line <= last; }
    };
    Draft& draft_;
    ChangeOutcome outcome_;
    std::map<ModuleId, std::vector<Lines>> movedLines_; // what has left a module's file
};

} // namespace espalier::graph
