// The Source tab: one file, its name, and a note where there is something to say about it.
#pragma once

#include "ui/source/source_texts.h"
#include "ui/source/source_view.h"

#include <QLabel>
#include <QWidget>

class QToolButton;

namespace espalier::ui {

class SourcePanel : public QWidget {
    Q_OBJECT
public:
    SourcePanel(SourceTexts* texts, QWidget* parent = nullptr);

    void clear(); // no file is open
    // The file that is open stays open, where one reads in it.
    void setSnapshot(graph::SnapshotPtr snapshot);
    void setFindings(FindingsPtr findings);
    // Shows the file when its text is there. Line 0: from the start.
    void open(const QString& path, std::uint32_t line);
    [[nodiscard]] const QString& path() const { return path_; }
    [[nodiscard]] SourceView* view() const { return view_; }

signals:
    void importClicked(espalier::graph::ModuleId target);
    void openInEditorRequested(const QString& path, int line, int column);

private:
    void show();
    void updateMarks();

    SourceTexts* texts_;
    graph::SnapshotPtr snapshot_;
    FindingsPtr findings_;
    QString path_;
    std::uint32_t line_ = 0;
    bool goThere_ = false; // to line_, when the text is there
    QLabel *title_, *note_;
    QToolButton* editor_;
    SourceView* view_;
};

} // namespace espalier::ui
