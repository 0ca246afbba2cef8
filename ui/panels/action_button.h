// Buttons that stand for an action.
#pragma once

#include <QAction>
#include <QToolButton>

namespace espalier::ui {

[[nodiscard]] inline QToolButton* actionButton(QAction* action) {
    auto* out = new QToolButton;
    out->setDefaultAction(action);
    out->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return out;
}

// Not to be seen while there is nothing to do.
[[nodiscard]] inline QToolButton* buttonWhileEnabled(QAction* action) {
    QToolButton* out = actionButton(action);
    if (!action->isEnabled())
        out->hide();
    QObject::connect(action, &QAction::enabledChanged, out, &QWidget::setVisible);
    return out;
}

} // namespace espalier::ui
