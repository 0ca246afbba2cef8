// One thing in the middle, its importers at the left, its imports at the right, as far as one wants.
#pragma once

#include "graph/drawing/neighbourhood.h"
#include "ui/map/map_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>

namespace espalier::ui {

// A click selects; a double-click or Enter brings the selected thing into the middle, and so does what is
// selected elsewhere, unless it is drawn already.
class FocusView : public QWidget {
    Q_OBJECT
public:
    explicit FocusView(Selection* selection, QWidget* parent = nullptr);

    void setSnapshot(const graph::SnapshotPtr& snapshot) { picture_->setSnapshot(snapshot); }
    [[nodiscard]] MapView& picture() const { return *picture_; }
    // What is drawn in the middle, and what is around it in words; empty before the first scene.
    [[nodiscard]] std::string centre() const;
    [[nodiscard]] QString words() const { return words_->text(); }

signals:
    void sourceWanted(const std::string& module); // the one in the middle was double-clicked

private:
    [[nodiscard]] SceneSource::Work prepare(const graph::SnapshotPtr& snapshot, const ViewState& state,
                                            const ScenePtr& previous, quint64 job) const;
    void describe();
    void recentre(const std::string& name);
    void showMore(const QString& restKey);
    void setDepth(int depth);

    Selection* selection_;
    QLabel* words_;
    QSpinBox* depth_;
    QCheckBox* packages_;
    MapView* picture_;
    std::map<int, std::size_t> room_; // more boxes where they were asked for
    std::string roomOf_;              // the centre that `room_` is for
};

} // namespace espalier::ui
