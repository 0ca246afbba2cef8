// What the answers to claims of different kinds have in common.
#pragma once

#include "app/tracker/answers.h"

namespace espalier::tracker {

inline constexpr std::size_t kMostRows = 8; // of evidence that is one of many

[[nodiscard]] Answer answerImport(const Claim& claim, State& state);
[[nodiscard]] Answer answerImports(const Claim& claim, State& state);
[[nodiscard]] Answer answerCycle(const Claim& claim, const Tracker& tracker, State& state);
[[nodiscard]] Answer answerCount(const Claim& claim, State& state);

[[nodiscard]] Answer onlySaying(Verdict verdict, std::string sentence);
// The one file that a path means, or an answer that says why there is none.
struct OneFile {
    std::string path; // empty: `answer`
    Answer answer;
};
[[nodiscard]] OneFile oneFile(const std::string& written, const State& state);
// The one module that a name or path means, or an answer that says why there is none: False if something is
// `wanted` of it and nothing is called so; else, and where several are, Unknown.
struct OneModule {
    std::optional<graph::ModuleId> module; // none: `answer`
    Answer answer;
};
[[nodiscard]] OneModule oneModule(const std::string& written, const State& state, bool wanted);
[[nodiscard]] std::string grouped(std::size_t count); // "1,650"
// "1 file", "3 files"
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);
void addStatement(Answer& answer, const std::string& path, const facts::ImportStatement& statement,
                  std::string_view note = {});
// Some lines of a file, as they are.
void addLines(Answer& answer, const State& state, const std::string& path, std::uint32_t first,
              std::uint32_t last);
[[nodiscard]] Trace namesTrace(const State& state, const std::string& path, std::vector<std::string> names);

// Whether `from module import name` finds something.
enum class Bound : std::uint8_t { Yes, No, CantTell };
[[nodiscard]] Bound bound(const graph::Snapshot& snapshot, graph::ModuleId module, std::string_view name);
// The same, of what the module's own statements say.
[[nodiscard]] Bound bound(const facts::SourceFacts& facts, std::string_view name);

} // namespace espalier::tracker
