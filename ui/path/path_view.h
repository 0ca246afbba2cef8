// Why does A reach B: all shortest chains of imports between two things, and the statements along them.
#pragma once

#include "graph/drawing/chains.h"
#include "ui/map/map_view.h"
#include "ui/models/evidence_model.h"
#include "ui/panels/list_panel.h"
#include "ui/window/search_box.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QHBoxLayout;
class QSplitter;

namespace espalier::ui {

class PathView : public QWidget {
    Q_OBJECT
public:
    explicit PathView(Selection* selection, QWidget* parent = nullptr);

    void setSnapshot(const graph::SnapshotPtr& snapshot);
    [[nodiscard]] MapView& picture() const { return *picture_; }
    [[nodiscard]] SearchBox& from() const { return *from_; }
    [[nodiscard]] SearchBox& to() const { return *to_; }
    [[nodiscard]] EvidenceModel& statements() const { return *statements_; }
    [[nodiscard]] QString words() const { return words_->text(); }
    [[nodiscard]] QPushButton& countMore() const { return *countMore_; }

public slots:
    void startAtSelected();
    void endAtSelected();
    void swapEnds();
    void avoidSelected(); // looks for the next best chains

signals:
    void placeActivated(const QString& path, int line);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    [[nodiscard]] static SceneSource::Work prepare(const graph::SnapshotPtr& snapshot, const ViewState& state,
                                                   quint64 job);
    [[nodiscard]] QHBoxLayout* buildEnds();
    void change(const std::function<void(ViewState&)>& how);
    void showState();
    void showChips();
    void showChains();
    [[nodiscard]] QString nothingWords(const graph::Chains& chains) const;
    void listStatements(const graph::Chains* chains);

    Selection* selection_;
    graph::SnapshotPtr snapshot_;
    SearchBox *from_, *to_;
    QLabel* words_;
    QPushButton *countMore_, *avoid_;
    QHBoxLayout* chips_;
    std::vector<QToolButton*> chipButtons_;
    MapView* picture_;
    EvidenceModel* statements_;
    ListPanel* list_;
    QSplitter* split_;
    QLabel* hint_;
};

} // namespace espalier::ui
