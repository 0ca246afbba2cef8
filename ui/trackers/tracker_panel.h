// A tracker beside the map: its claims, whether they were and are true, and the evidence.
#pragma once

#include "ui/models/tree_table.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/list_panel.h"
#include "ui/trackers/claim_place.h"
#include "ui/trackers/tracker_desk.h"

#include <QAction>
#include <QProgressBar>

namespace espalier::ui {

class TrackerPanel : public QWidget {
    Q_OBJECT
public:
    explicit TrackerPanel(Queries* queries, QWidget* parent = nullptr);

    // What rows are looked up in; null: no project, and no tracker of it.
    void setSnapshot(graph::SnapshotPtr snapshot);
    [[nodiscard]] TrackerDesk& desk() const { return *desk_; }
    [[nodiscard]] ListPanel* list() const { return list_; }
    [[nodiscard]] TreeTable* model() const { return model_; }
    [[nodiscard]] QLineEdit* about() const { return about_; }
    [[nodiscard]] QString words() const { return state_->text(); }
    [[nodiscard]] std::size_t untrue() const; // claims that are not true now

    QAction *openFile, *again, *onlyUntrue, *copy, *close; // the first is connected by the window

signals:
    void claimChosen(const espalier::ui::ClaimPlace& place);
    void placeActivated(const QString& path, int line);
    void told(const QString& message);
    void changed();

private:
    void addActions();
    void buildLayout();
    void update();
    void showProgress();
    void fill();
    void spanDetails();
    void choose(const QModelIndex& row);
    void copyMarkdown();

    TrackerDesk* desk_;
    TreeTable* model_;
    ListPanel* list_;
    ElidedLabel* title_;
    QLabel* state_;
    QLineEdit* about_;
    QProgressBar* busy_;
    graph::SnapshotPtr snapshot_;
    QTimer spanning_;
};

} // namespace espalier::ui
