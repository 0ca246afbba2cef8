// Shows a patch that imports something from another place. It is worked out by the command line program, and
// goes where a person says: nothing of the project is changed.
#pragma once

#include "ui/jobs.h"
#include "ui/panels/list_panel.h"
#include "ui/symbols/patch.h"

#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

namespace espalier::ui {

class Queries;

class PatchDialog : public QDialog {
    Q_OBJECT
public:
    // Begins to work at once. `queries` outlives the dialog.
    PatchDialog(Queries& queries, const PatchPaths& paths, QWidget* parent);
    ~PatchDialog() override;

    // Of the text that is shown; a longer patch is copied and saved whole.
    static constexpr qsizetype kMostShown = 200'000; // characters: some milliseconds

    [[nodiscard]] QString verdict() const { return verdict_->text(); }
    [[nodiscard]] QPlainTextEdit* text() const { return text_; }
    [[nodiscard]] ListPanel* left() const { return left_; }
    [[nodiscard]] QPushButton* copyButton() const { return copy_; }
    [[nodiscard]] QPushButton* saveButton() const { return save_; }
    void saveAs(const QString& file);

signals:
    void saveRequested(const QString& file, const QByteArray& content);
    void placeActivated(const QString& path, int line);

private:
    void build();
    void connectAll();
    void showPatch(const Patch& patch);
    void tell(const QString& verdict);
    void chooseFile();

    Queries& queries_;
    PatchPaths paths_;
    Patch patch_;
    LatestJob<Patch> reading_;
    TextTable* model_;
    QLabel* verdict_;
    QProgressBar* busy_;
    QPlainTextEdit* text_;
    ListPanel* left_;
    QPushButton *copy_, *save_;
};

} // namespace espalier::ui
