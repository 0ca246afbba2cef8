// Text of analysed projects is never read as markup: a folder called `<b>`, a deprecation that says `<img
// …>`.
#pragma once

#include <QObject>

class QHelpEvent;
class QWidget;

namespace espalier::ui {

// As an event filter of the application, for all of its windows: labels that do not ask for rich text show
// plain text, and so do tooltips of widgets, actions' buttons and item views, unless they begin with "<qt>".
// Message boxes and tooltips that a widget shows by itself (QToolTip::showText) are left to who writes them.
class PlainWords : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static bool showTip(QWidget* widget, const QHelpEvent& event);
};

} // namespace espalier::ui
