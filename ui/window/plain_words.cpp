#include "ui/window/plain_words.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QToolTip>

namespace espalier::ui {
namespace {

// As rich text that shows the plain text, where that would be taken for rich text.
QString plain(const QString& text) {
    const bool taken = Qt::mightBeRichText(text) && !text.startsWith(QLatin1String("<qt>"));
    return taken ? Qt::convertFromPlainText(text) : text;
}

void makePlain(QLabel* label) {
    const bool tip = label->inherits("QTipLabel"),
               box = qobject_cast<QMessageBox*>(label->parentWidget()) != nullptr;
    if (label->textFormat() == Qt::AutoText && !tip && !box)
        label->setTextFormat(Qt::PlainText);
}

} // namespace

bool PlainWords::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {
        if (auto* label = qobject_cast<QLabel*>(watched))
            makePlain(label);
    } else if (event->type() == QEvent::ToolTip && watched->isWidgetType()) {
        return showTip(static_cast<QWidget*>(watched), static_cast<const QHelpEvent&>(*event));
    }
    return false;
}

bool PlainWords::showTip(QWidget* widget, const QHelpEvent& event) {
    const auto* view = qobject_cast<QAbstractItemView*>(widget->parentWidget());
    if (view == nullptr || view->viewport() != widget || qobject_cast<const QHeaderView*>(view) != nullptr) {
        const QString text = widget->toolTip(), words = plain(text);
        if (words == text)
            return false;
        QToolTip::showText(event.globalPos(), words, widget);
        return true;
    }
    const QModelIndex index = view->indexAt(event.pos());
    const QString text = index.data(Qt::ToolTipRole).toString(), words = plain(text);
    if (words == text)
        return false;
    QToolTip::showText(event.globalPos(), words, widget, view->visualRect(index));
    return true;
}

} // namespace espalier::ui
