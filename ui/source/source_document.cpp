#include "ui/source/source_document.h"

#include "ui/source/highlighter.h"

#include <QPlainTextDocumentLayout>
#include <QTextOption>

namespace espalier::ui {

std::unique_ptr<QTextDocument> sourceDocument(const QString& text, const SourceLook& look) {
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    document->setDefaultFont(look.font);
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(QTextOption::NoWrap); // as the view would set it, but in all lines once more
    option.setTabStopDistance(look.tabStop);
    document->setDefaultTextOption(option);
    document->setPlainText(text);
    new Highlighter(document.get(), look.dark); // colours all of it, and is the document's child
    return document;
}

} // namespace espalier::ui
