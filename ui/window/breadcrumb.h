// Where the selection is: project, packages, module. Each part can be clicked.
#pragma once

#include "ui/selection.h"

#include <QWidget>

class QHBoxLayout;

namespace espalier::ui {

class Breadcrumb : public QWidget {
    Q_OBJECT
public:
    explicit Breadcrumb(QWidget* parent = nullptr);
    void show(const graph::Snapshot& snapshot, const ViewState& state);
    // The parts as text, with " › " between.
    [[nodiscard]] QString text() const { return text_; }

signals:
    void projectClicked();                                // select nothing, show everything
    void moduleClicked(espalier::graph::ModuleId module); // select it, and show it on the map
    void everythingClicked();                             // no longer show a part alone

private:
    void add(const QString& text, const QString& toolTip, std::function<void()> clicked);
    void addSeparator();

    QHBoxLayout* row_;
    QString text_;
};

} // namespace espalier::ui
