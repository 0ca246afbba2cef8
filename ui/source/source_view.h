// Read-only Python source with line numbers, and a mark beside every import.
#pragma once

#include "ui/source/highlighter.h"
#include "ui/source/import_marks.h"

#include <QPlainTextEdit>

namespace espalier::ui {

class SourceView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceView(QWidget* parent = nullptr);

    // Only this part of the text is shown, beginning with line `firstLine` (1 for a whole file).
    void showText(const QString& text, std::uint32_t firstLine = 1);
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

    Highlighter* highlighter_;
    QWidget* gutter_;
    std::uint32_t firstLine_ = 1, current_ = 0;
    std::multimap<std::uint32_t, ImportMark> marks_;
};

} // namespace espalier::ui
