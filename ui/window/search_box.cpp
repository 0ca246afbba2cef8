#include "ui/window/search_box.h"

#include "ui/icon.h"
#include "ui/text.h"

#include <QKeyEvent>
#include <QListWidget>

namespace espalier::ui {

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent)
    , popup_(new QListWidget(this)) {
    setPlaceholderText(tr("Find a module (Ctrl+K)"));
    setAccessibleName(tr("Find a module"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    popup_->setWindowFlags(Qt::ToolTip); // shows above everything and leaves the keyboard where it is
    popup_->setFocusPolicy(Qt::NoFocus);
    popup_->setUniformItemSizes(true);
    popup_->setTextElideMode(Qt::ElideMiddle);
    popup_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    popup_->setAccessibleName(tr("Modules found"));
    popup_->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::offer);
    connect(popup_, &QListWidget::itemClicked, this, [this] { take(popup_->currentRow()); });
}

void SearchBox::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    index_ = snapshot_ ? SearchIndex(snapshot_) : SearchIndex();
    hits_.clear();
    popup_->hide();
}

QStringList SearchBox::offered() const {
    QStringList names;
    for (graph::ModuleId m : hits_)
        names << toQt((*snapshot_)[m].name);
    return names;
}

void SearchBox::offer() {
    hits_ = index_.find(toUtf8(text()), kMostOffered);
    popup_->clear();
    popup_->addItems(offered());
    if (hits_.empty() && !text().isEmpty() && snapshot_) {
        popup_->addItem(tr("No module has such a name."));
        popup_->item(0)->setFlags(Qt::NoItemFlags);
    }
    popup_->setVisible(popup_->count() > 0);
    if (popup_->count() == 0)
        return;
    popup_->setCurrentRow(hits_.empty() ? -1 : 0);
    const int rowHeight = std::max(1, popup_->sizeHintForRow(0));
    const int wanted = std::max(width(), popup_->sizeHintForColumn(0) + 24);
    popup_->resize(std::min(wanted, width() * 2), rowHeight * popup_->count() + 2 * popup_->frameWidth() + 4);
    popup_->move(mapToGlobal(QPoint(0, height())));
}

void SearchBox::take(int row) {
    popup_->hide();
    if (row < 0 || row >= static_cast<int>(hits_.size()))
        return;
    setText(toQt((*snapshot_)[hits_[static_cast<std::size_t>(row)]].name));
    emit chosen(hits_[static_cast<std::size_t>(row)]);
}

void SearchBox::keyPressEvent(QKeyEvent* event) {
    const int rows = popup_->count();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (popup_->isHidden())
            offer();
        else if (rows > 0)
            popup_->setCurrentRow((popup_->currentRow() + (event->key() == Qt::Key_Down ? 1 : rows - 1)) %
                                  rows);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (popup_->isHidden())
            offer();
        return take(popup_->currentRow());
    case Qt::Key_Escape:
        popup_->hide();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event) {
    popup_->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace espalier::ui
