// Outlines of the files of a test's project.
#pragma once

#include "graph/execution/first_import.h"
#include "indexer/symbols/outline.h"

#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace espalier::test {

// Of files as text, by path.
inline graph::OutlineSource outlinesOf(const graph::Snapshot& snapshot,
                                       std::map<std::string, std::string> texts) {
    return [&snapshot,
            texts = std::move(texts)](facts::FileId file) -> std::shared_ptr<const facts::Outline> {
        const auto at = texts.find(snapshot.project.files[file.value].path);
        return at == texts.end() ? nullptr : std::make_shared<facts::Outline>(symbols::outlineOf(at->second));
    };
}

// Of files below a folder.
inline graph::OutlineSource outlinesBelow(const graph::Snapshot& snapshot, std::string folder) {
    return [&snapshot, folder = std::move(folder)](facts::FileId file) {
        std::ifstream in(folder + '/' + snapshot.project.files[file.value].path, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        return std::make_shared<const facts::Outline>(symbols::outlineOf(text));
    };
}

// "ok", "unknown", or "fails", the error, and its stack as "path:line", each behind a tab.
inline std::string verdictLine(const graph::Snapshot& snapshot, const graph::Verdict& verdict) {
    std::string out(graph::name(verdict.outcome));
    if (verdict.outcome == graph::Outcome::Unknown)
        return out;
    if (verdict.outcome == graph::Outcome::Fails)
        out += '\t' + verdict.error;
    for (const graph::Verdict::Frame& frame : verdict.stack)
        out += '\t' + snapshot.pathOf(frame.module) + ':' + std::to_string(frame.line);
    return out;
}

} // namespace espalier::test
