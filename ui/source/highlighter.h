// Colours for Python source: keywords, strings, comments, numbers, decorators and defined names.
#pragma once

#include <QSyntaxHighlighter>

namespace espalier::ui {

// Line by line; the block state says which triple quote is open. Good enough to read by, and never wrong for
// more than the string it misjudges: what an import means is not decided here.
class Highlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    // Colours what the document holds before it returns.
    Highlighter(QTextDocument* document, bool dark);

protected:
    void highlightBlock(const QString& text) override;

private:
    enum State { Plain = -1, SingleTriple = 1, DoubleTriple = 2 };

    int closeTriple(const QString& text, int from, QChar quote);
    int colourString(const QString& text, int start, int quoteAt);
    int colourWord(const QString& text, int start);

    bool afterDefinition_ = false; // the next word is the name of a class or function
    QTextCharFormat keyword_, string_, comment_, number_, decorator_, definition_;
};

} // namespace espalier::ui
