#include "ui/window/manage_views.h"

#include "ui/window/saved_views.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier::ui {

ManageViews::ManageViews(SavedViews& views, QWidget* parent)
    : QDialog(parent)
    , views_(views)
    , list_(new QListWidget) {
    setWindowTitle(tr("Saved views"));
    list_->setAccessibleName(tr("Saved views"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    rename_ = buttons->addButton(tr("&Rename"), QDialogButtonBox::ActionRole);
    remove_ = buttons->addButton(tr("&Delete"), QDialogButtonBox::ActionRole);
    auto* all = new QVBoxLayout(this);
    all->addWidget(list_);
    all->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(rename_, &QPushButton::clicked, this, [this] { list_->editItem(list_->currentItem()); });
    connect(remove_, &QPushButton::clicked, this, [this] {
        views_.remove(static_cast<std::size_t>(list_->currentRow()));
        fill();
    });
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const auto index = static_cast<std::size_t>(list_->row(item));
        const QString name = item->text().trimmed();
        const QSignalBlocker quiet(list_);
        item->setText(name.isEmpty() ? views_.views()[index].name : name);
        if (!name.isEmpty())
            views_.rename(index, name);
    });
    fill();
}

void ManageViews::fill() {
    const QSignalBlocker quiet(list_);
    const int row = list_->currentRow();
    list_->clear();
    for (const SavedView& view : views_.views()) {
        auto* item = new QListWidgetItem(view.name, list_);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    list_->setCurrentRow(std::clamp(row, 0, std::max(0, list_->count() - 1)));
    rename_->setEnabled(list_->count() > 0);
    remove_->setEnabled(list_->count() > 0);
}

} // namespace espalier::ui
