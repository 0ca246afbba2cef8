#include "ui/source/highlighter.h"

#include <QSet>

namespace espalier::ui {

namespace {

const QSet<QString>& keywords() {
    static const QSet<QString> words{
        "False",    "None",   "True", "and",   "as",     "assert", "async",    "await", "break", "class",
        "continue", "def",    "del",  "elif",  "else",   "except", "finally",  "for",   "from",  "global",
        "if",       "import", "in",   "is",    "lambda", "match",  "nonlocal", "not",   "or",    "pass",
        "raise",    "return", "try",  "while", "with",   "yield",  "case",     "type",  "self",  "cls"};
    return words;
}

bool isWordStart(QChar c) {
    return c.isLetter() || c == u'_';
}
bool isWordPart(QChar c) {
    return c.isLetterOrNumber() || c == u'_';
}

bool isStringPrefix(QStringView word) {
    if (word.size() > 2)
        return false;
    for (QChar c : word)
        if (!QStringView(u"rRbBfFuUtT").contains(c))
            return false;
    return true;
}

bool isTriple(const QString& text, int at, QChar quote) {
    return at + 2 < text.size() && text[at] == quote && text[at + 1] == quote && text[at + 2] == quote;
}

} // namespace

Highlighter::Highlighter(QTextDocument* document, bool dark)
    : QSyntaxHighlighter(document) {
    const auto ink = [dark](QTextCharFormat& format, const char* light, const char* darkInk) {
        format.setForeground(QColor(QLatin1String(dark ? darkInk : light)));
    };
    ink(keyword_, "#7a2e9d", "#d3a0f0");
    ink(string_, "#1b6e3a", "#8fd19e");
    ink(comment_, "#66727f", "#93a0ad");
    ink(number_, "#9a4b00", "#f0b27a");
    ink(decorator_, "#8a5a00", "#e5c07b");
    ink(definition_, "#0b57a8", "#8ec2ff");
    keyword_.setFontWeight(QFont::DemiBold);
    comment_.setFontItalic(true);
    rehighlight();
}

// Colours to the end of an open triple-quoted string; returns where it ends.
int Highlighter::closeTriple(const QString& text, int from, QChar quote) {
    for (int i = from; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (isTriple(text, i, quote)) {
            setCurrentBlockState(Plain);
            return i + 3;
        }
    }
    setCurrentBlockState(quote == u'"' ? DoubleTriple : SingleTriple);
    return static_cast<int>(text.size());
}

int Highlighter::colourString(const QString& text, int start, int quoteAt) {
    const QChar quote = text[quoteAt];
    int end = quoteAt + 1;
    if (isTriple(text, quoteAt, quote)) {
        end = closeTriple(text, quoteAt + 3, quote);
    } else {
        while (end < text.size() && text[end] != quote)
            end += text[end] == u'\\' ? 2 : 1;
        end = std::min(end + 1, static_cast<int>(text.size()));
    }
    setFormat(start, end - start, string_);
    return end;
}

int Highlighter::colourWord(const QString& text, int start) {
    int end = start;
    while (end < text.size() && isWordPart(text[end]))
        ++end;
    const QString word = text.mid(start, end - start);
    if (end < text.size() && (text[end] == u'"' || text[end] == u'\'') && isStringPrefix(word))
        return colourString(text, start, end);
    if (keywords().contains(word))
        setFormat(start, end - start, keyword_);
    else if (afterDefinition_)
        setFormat(start, end - start, definition_);
    afterDefinition_ = word == u"def" || word == u"class";
    return end;
}

void Highlighter::highlightBlock(const QString& text) {
    int i = 0;
    afterDefinition_ = false;
    const int before = previousBlockState();
    setCurrentBlockState(Plain);
    if (before == SingleTriple || before == DoubleTriple) {
        i = closeTriple(text, 0, before == DoubleTriple ? u'"' : u'\'');
        setFormat(0, i, string_);
    }
    while (i < text.size()) {
        const QChar c = text[i];
        if (c == u'#') {
            setFormat(i, static_cast<int>(text.size()) - i, comment_);
            return;
        }
        if (c == u'"' || c == u'\'') {
            i = colourString(text, i, i);
        } else if (isWordStart(c)) {
            i = colourWord(text, i);
        } else if (c.isDigit()) {
            const int start = i;
            while (i < text.size() && (isWordPart(text[i]) || text[i] == u'.'))
                ++i;
            setFormat(start, i - start, number_);
        } else if (c == u'@' && QStringView(text).left(i).trimmed().isEmpty()) {
            const int start = i++;
            while (i < text.size() && (isWordPart(text[i]) || text[i] == u'.'))
                ++i;
            setFormat(start, i - start, decorator_);
        } else {
            ++i;
        }
    }
}

} // namespace espalier::ui
