#include "ui/history/difference_panel.h"

#include "ui/models/roles.h"
#include "ui/panels/action_button.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace espalier::ui {

DifferencePanel::DifferencePanel(DifferenceDesk* desk, HistoryDesk* history, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , model_(new TreeTable(this))
    , list_(new ListPanel(model_, tr("Difference of two commits"), FilterRole))
    , words_(new QLabel) {
    list_->view()->setHeaderHidden(true);
    list_->view()->setTextElideMode(Qt::ElideMiddle);
    list_->filter()->setPlaceholderText(tr("Filter changes"));
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::PlainText);
    words_->setContentsMargins(6, 0, 6, 0);
    desk_->copy->setIconText(tr("Copy as Markdown"));
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {desk_->copy, history->endComparison}) {
        QToolButton* button = buttonWhileEnabled(action);
        button->setFocusPolicy(Qt::StrongFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2, 2, 2, 2);
    all->setSpacing(2);
    all->addWidget(words_);
    all->addWidget(list_, 1);
    all->addLayout(buttons);
    const auto tell = [this](const QModelIndex& row, auto signal) {
        if (const DifferenceItem* item = itemOf(row))
            emit(this->*signal)(DifferenceItem(*item));
    };
    connect(list_, &ListPanel::chosen, this,
            [tell](const QModelIndex& row) { tell(row, &DifferencePanel::chosen); });
    connect(list_, &ListPanel::activated, this,
            [tell](const QModelIndex& row) { tell(row, &DifferencePanel::activated); });
    connect(desk_, &DifferenceDesk::changed, this, &DifferencePanel::update);
    update();
}

const DifferenceItem* DifferencePanel::itemOf(const QModelIndex& row) const {
    const int index = row.data(IndexRole).toInt();
    return desk_->list() && row.parent().isValid() && index >= 0
               ? &desk_->list()->items[static_cast<std::size_t>(index)]
               : nullptr;
}

std::size_t DifferencePanel::size() const {
    if (!desk_->list())
        return 0;
    const graph::Difference& d = desk_->list()->difference;
    return d.addedModules.size() + d.removedModules.size() + d.renamedModules.size() + d.addedEdges.size() +
           d.removedEdges.size() + d.worseTangles.size() + d.betterTangles.size() + d.newViolations.size() +
           d.fixedViolations.size();
}

void DifferencePanel::update() {
    const DifferenceListPtr& list = desk_->list();
    words_->setText(list ? desk_->words() + u'\n' + differenceWords(list->difference) : QString());
    words_->setVisible(list != nullptr);
    list_->setEmptyText(list ? tr("Nothing has changed.")
                             : tr("Shift+click on a commit of the history below to compare with it."));
    model_->set({}, {}, list ? list->rows : std::vector<TreeRow>());
    if (list) // the short ones are seen at once
        for (int row = 0; row < model_->rowCount(); ++row)
            if (constexpr int kShort = 12; model_->rowCount(model_->index(row, 0)) <= kShort)
                list_->view()->expand(list_->fromModel(model_->index(row, 0)));
    emit changed();
}

} // namespace espalier::ui
