// Python source as a document that a QPlainTextEdit can show, coloured.
#pragma once

#include <QFont>
#include <QTextDocument>

#include <memory>

namespace espalier::ui {

struct SourceLook {
    QFont font;
    double tabStop = 0; // pixels
    bool dark = false;
};

// On any thread, to which the document then belongs: 20,000 lines take some 0.1 s. Its lines are not to be
// wrapped.
[[nodiscard]] std::unique_ptr<QTextDocument> sourceDocument(const QString& text, const SourceLook& look);

} // namespace espalier::ui
