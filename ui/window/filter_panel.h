// What is shown, chosen in one place: names, package, kinds of things, and what size and tint mean.
#pragma once

#include "ui/selection.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QTimer>

class QCheckBox;
class QLabel;
class QStringListModel;

namespace espalier::ui {

class FilterActions;

// Stays open beside the map and works at once; a pattern after a short pause in typing. Follows changes that
// are made elsewhere.
class FilterPanel : public QDialog {
    Q_OBJECT
public:
    static constexpr int kTypingPauseMs = 150;

    FilterPanel(Selection* selection, const FilterActions& filters, QWidget* parent);
    void setSnapshot(graph::SnapshotPtr snapshot);

    [[nodiscard]] QLineEdit* pattern() const { return pattern_; }
    [[nodiscard]] QLineEdit* below() const { return below_; }
    [[nodiscard]] QComboBox* tint() const { return tint_; }

signals:
    void clearRequested();

private:
    void follow();
    void takePattern();
    void takeBelow();
    [[nodiscard]] QCheckBox* boxFor(QAction* action);
    [[nodiscard]] QComboBox* metricBox(graph::Metric graph::ViewSpec::*metric);

    Selection* selection_;
    graph::SnapshotPtr snapshot_;
    QLineEdit *pattern_, *below_;
    QLabel* hint_;
    QComboBox *size_, *tint_;
    QStringListModel* packages_;
    QTimer typing_;
};

} // namespace espalier::ui
