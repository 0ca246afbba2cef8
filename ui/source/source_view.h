// Read-only Python source with line numbers, and a mark beside every import.
#pragma once

#include "ui/jobs.h"
#include "ui/source/import_marks.h"

#include <QPlainTextEdit>

#include <memory>
#include <optional>

namespace espalier::ui {

// A long text is made ready off the GUI thread; until then the one before stays, without marks, and what is
// asked of the new one is done when it comes.
class SourceView : public QPlainTextEdit {
    Q_OBJECT
public:
    static constexpr qsizetype kMostAtOnce = 50'000; // characters: some 10 ms

    explicit SourceView(QWidget* parent = nullptr);
    ~SourceView() override; // waits for a text that is made ready, which needs the application

    // Only this part of the text is shown, beginning with line `firstLine` (1 for a whole file).
    void showText(const QString& text, std::uint32_t firstLine = 1);
    // The same file as it is now: one reads on where one is.
    void updateText(const QString& text);
    // The text that is shown, or will be in a moment.
    [[nodiscard]] const QString& text() const { return text_; }
    void setMarks(std::multimap<std::uint32_t, ImportMark> marks);
    // Scrolls to a line and highlights it; 0: none.
    void goToLine(std::uint32_t line);
    [[nodiscard]] std::uint32_t currentLine() const { return current_; }

    // For the gutter, which is a widget of its own.
    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent* event);
    [[nodiscard]] QString gutterWords(int y) const;
    void clickGutter(int y);

signals:
    void importClicked(espalier::graph::ModuleId target);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    [[nodiscard]] const ImportMark* markAt(QPoint viewportPoint) const;
    [[nodiscard]] QTextCursor cursorAt(std::uint32_t line) const;
    void updateFormats();
    void makeDocument();
    void take(std::unique_ptr<QTextDocument> document);
    void stayHere();
    [[nodiscard]] const std::multimap<std::uint32_t, ImportMark>& shownMarks() const;

    QWidget* gutter_;
    QString text_;
    bool dark_;
    QThreadPool worker_;
    LatestJob<std::unique_ptr<QTextDocument>> making_;
    std::unique_ptr<QTextDocument> document_; // that is shown; null: the empty one of the view's own
    std::optional<QPoint> stay_;              // where the scroll bars are to be in the document that is made
    std::uint32_t firstLine_ = 1, current_ = 0;
    std::multimap<std::uint32_t, ImportMark> marks_; // of text_
};

} // namespace espalier::ui
