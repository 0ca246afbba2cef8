// Source text for the window to show: read as bytes, decoded as Python would, never parsed or run.
#pragma once

#include "indexer/facts/project_facts.h"
#include "indexer/facts/result.h"

#include <QString>

namespace espalier::gui {

struct SourceText {
    QString text;
    QString note; // in words, if the file is not what was indexed, or could only be read in part; else empty
};

// Reads root/file.path, which must be a regular file inside root without a link on the way. Thread-safe.
[[nodiscard]] facts::Result<SourceText> readSource(const std::string& root, const facts::SourceFile& file);
// The same for a file that is not indexed, such as a text beside the code.
[[nodiscard]] facts::Result<SourceText> readText(const std::string& root, const std::string& path);
// Of the commit that `project` is of; `file` null: one that is not indexed, at `path`.
[[nodiscard]] facts::Result<SourceText> readCommitted(const facts::ProjectFacts& project,
                                                      const facts::SourceFile* file, const std::string& path);

} // namespace espalier::gui
