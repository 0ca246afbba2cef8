#include "ui/panels/list_panel.h"

#include "ui/models/roles.h"

#include <QApplication>
#include <QHeaderView>
#include <QVBoxLayout>

#include <utility>

namespace espalier::ui {

ListPanel::ListPanel(QAbstractItemModel* model, const QString& name, int filterRole, QWidget* parent)
    : QWidget(parent)
    , proxy_(new QSortFilterProxyModel(this))
    , view_(new QTreeView(this))
    , empty_(new QLabel(this)) {
    proxy_->setSourceModel(model);
    proxy_->setSortRole(SortRole);
    proxy_->setRecursiveFilteringEnabled(true);
    proxy_->setAutoAcceptChildRows(true);
    proxy_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    view_->setModel(proxy_);
    view_->setUniformRowHeights(true);
    view_->setAccessibleName(name);
    view_->setExpandsOnDoubleClick(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->header()->setResizeContentsPrecision(kRowsMeasured);
    view_->header()->setSortIndicator(-1, Qt::AscendingOrder); // the model's own order at first
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setMargin(16);
    empty_->setForegroundRole(QPalette::PlaceholderText);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2);
    if (filterRole >= 0) {
        filter_ = new QLineEdit(this);
        filter_->setPlaceholderText(tr("Filter"));
        filter_->setAccessibleName(tr("Filter %1").arg(name));
        filter_->setClearButtonEnabled(true);
        proxy_->setFilterRole(filterRole);
        typing_.setSingleShot(true);
        typing_.setInterval(kTypingPauseMs);
        connect(filter_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
        connect(&typing_, &QTimer::timeout, this, &ListPanel::applyFilter);
        all->addWidget(filter_);
    }
    all->addWidget(view_, 1);
    all->addWidget(empty_, 1);

    connect(view_, &QTreeView::clicked, this, [this](const QModelIndex& row) { emit chosen(toModel(row)); });
    connect(view_, &QTreeView::activated, this,
            [this](const QModelIndex& row) { emit activated(toModel(row)); });
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view_, &QTreeView::customContextMenuRequested, this, [this](const QPoint& place) {
        emit menuWanted(toModel(view_->currentIndex()), view_->viewport()->mapToGlobal(place));
    });
    connect(proxy_, &QAbstractItemModel::modelAboutToBeReset, this, &ListPanel::keepPlace);
    connect(proxy_, &QAbstractItemModel::modelReset, this, &ListPanel::goBackToPlace); // the view comes first
    connect(proxy_, &QAbstractItemModel::modelReset, this, &ListPanel::updateEmpty);
    connect(proxy_, &QAbstractItemModel::rowsInserted, this, &ListPanel::updateEmpty);
    connect(proxy_, &QAbstractItemModel::rowsRemoved, this, &ListPanel::updateEmpty);
    updateEmpty();
}

void ListPanel::setUpColumns(int firstWidth) {
    QHeaderView* header = view_->header();
    view_->setSortingEnabled(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, firstWidth > 0 ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (firstWidth > 0)
        header->resizeSection(0, firstWidth);
    view_->setTextElideMode(Qt::ElideLeft);
}

void ListPanel::setEmptyText(const QString& text) {
    emptyText_ = text;
    updateEmpty();
}

QStringList ListPanel::way(const QModelIndex& row) const {
    QStringList texts;
    for (QModelIndex at = row.siblingAtColumn(0); at.isValid(); at = at.parent())
        texts.prepend(at.data().toString());
    return texts;
}

void ListPanel::collectOpen(const QModelIndex& parent) {
    for (int i = 0; i < proxy_->rowCount(parent); ++i)
        if (const QModelIndex row = proxy_->index(i, 0, parent); view_->isExpanded(row)) {
            place_.open.insert(way(row));
            collectOpen(row);
        }
}

void ListPanel::keepPlace() {
    if (proxy_->rowCount() == 0)
        return;
    place_ = {{}, way(view_->currentIndex()), way(view_->indexAt({0, 0}))};
    collectOpen({});
}

void ListPanel::reopen(const QModelIndex& parent, const QStringList& above, QModelIndex& uppermost) {
    for (int i = 0; i < proxy_->rowCount(parent); ++i) {
        const QModelIndex row = proxy_->index(i, 0, parent);
        const QStringList texts = above + QStringList{row.data().toString()};
        if (texts == place_.current)
            view_->setCurrentIndex(row);
        if (texts == place_.uppermost)
            uppermost = row;
        if (!place_.open.contains(texts))
            continue;
        view_->expand(row);
        reopen(row, texts, uppermost);
    }
}

void ListPanel::goBackToPlace() {
    if (place_.open.empty() && place_.current.isEmpty())
        return;
    QModelIndex uppermost;
    reopen({}, {}, uppermost);
    if (uppermost.isValid())
        view_->scrollTo(uppermost, QAbstractItemView::PositionAtTop);
}

void ListPanel::applyFilter() {
    proxy_->setFilterFixedString(filter_->text());
    if (!filter_->text().isEmpty() && proxy_->rowCount() < 50)
        view_->expandToDepth(3);
    updateEmpty();
}

void ListPanel::updateEmpty() {
    const bool none = proxy_->rowCount() == 0;
    const bool filtered = none && proxy_->sourceModel()->rowCount() > 0;
    empty_->setText(filtered ? tr("Nothing matches the filter.") : emptyText_);
    hadFocus_ = hadFocus_ || (none && view_->hasFocus());
    empty_->setVisible(none);
    view_->setVisible(!none);
    if (none || !std::exchange(hadFocus_, false))
        return;
    QWidget* focused = QApplication::focusWidget(); // what had it next
    if (!focused || isAncestorOf(focused))
        view_->setFocus();
}

} // namespace espalier::ui
