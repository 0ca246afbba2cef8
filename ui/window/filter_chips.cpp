#include "ui/window/filter_chips.h"

#include "ui/icon.h"
#include "ui/window/flow_layout.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace espalier::ui {

FilterChips::FilterChips(Selection* selection, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , row_(new FlowLayout(this)) {
    row_->setContentsMargins(6, 0, 6, 2);
    row_->setSpacing(6);
    setAccessibleName(tr("Filters in force"));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum); // many chips must not widen the window
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(selection_, &Selection::changed, this, &FilterChips::update);
    hide();
}

QStringList FilterChips::texts() const {
    QStringList out;
    for (const FilterChip& chip : chips_)
        out << chip.text;
    return out;
}

void FilterChips::clearAll() {
    ViewState state = selection_->state();
    for (const FilterChip& chip : filterChips(state))
        chip.remove(state);
    selection_->set(std::move(state));
}

void FilterChips::update() {
    std::vector<FilterChip> chips = filterChips(selection_->state());
    if (std::ranges::equal(chips, chips_, {}, &FilterChip::text, &FilterChip::text))
        return;
    chips_ = std::move(chips);
    int focused = -1; // its place is taken by the next chip
    for (int i = 0; i < row_->count(); ++i)
        if (row_->itemAt(i)->widget()->isAncestorOf(focusWidget()))
            focused = i;
    while (QLayoutItem* item = row_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may hold the button that was clicked
        delete item;
    }
    for (const FilterChip& chip : chips_)
        add(chip);
    if (chips_.size() > 1) {
        auto* all = new QPushButton(tr("Clear all"));
        all->setFlat(true);
        connect(all, &QPushButton::clicked, this, &FilterChips::clearAll);
        row_->addWidget(all);
    }
    setVisible(!chips_.empty());
    updateGeometry();
    if (focused >= 0 && !chips_.empty()) {
        const int next = std::min(focused, static_cast<int>(chips_.size()) - 1);
        row_->itemAt(next)->widget()->findChild<QToolButton*>()->setFocus();
    }
}

void FilterChips::add(const FilterChip& chip) {
    auto* frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setBackgroundRole(QPalette::AlternateBase);
    frame->setAutoFillBackground(true);
    auto* label = new QLabel(chip.text);
    label->setTextFormat(Qt::PlainText);
    auto* remove = new QToolButton;
    remove->setIcon(icon(QStringLiteral("close")));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->setToolTip(tr("Take this filter away"));
    remove->setAccessibleName(tr("Take away: %1").arg(chip.text));
    connect(remove, &QToolButton::clicked, this, [this, take = chip.remove] {
        ViewState state = selection_->state();
        take(state);
        selection_->set(std::move(state));
    });
    auto* layout = new QHBoxLayout(frame);
    layout->setContentsMargins(8, 0, 2, 0);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(remove);
    row_->addWidget(frame);
}

} // namespace espalier::ui
