#include "ui/panels/list_panel.h"

#include "ui/models/roles.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
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
    // Before the view, which forgets its rows then, hears of it.
    connect(proxy_, &QAbstractItemModel::modelAboutToBeReset, this, &ListPanel::keepPlace);
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

QModelIndex ListPanel::rowAt(const QStringList& way) const {
    QModelIndex at;
    for (const QString& text : way) {
        const int rows = proxy_->rowCount(at);
        int i = 0;
        while (i < rows && proxy_->index(i, 0, at).data().toString() != text)
            ++i;
        if (i == rows)
            return {};
        at = proxy_->index(i, 0, at);
    }
    return at;
}

// Of a tree of 25,000 rows that is open all over, most hold nothing: those are neither asked whether they are
// open, which makes and drops a persistent index, nor for their texts. Rows of one name count as one.
void ListPanel::addOpen(const QModelIndex& parent, OpenRows& open) const {
    for (int i = 0; i < proxy_->rowCount(parent); ++i)
        if (const QModelIndex row = proxy_->index(i, 0, parent);
            proxy_->hasChildren(row) && view_->isExpanded(row))
            addOpen(row, open.rows[row.data().toString()]);
}

void ListPanel::keepPlace() {
    if (proxy_->rowCount() == 0)
        return;
    const QModelIndex uppermost = view_->indexAt({0, 0});
    place_ = {{}, way(view_->currentIndex()), {}};
    addOpen({}, place_.open);
    if (view_->verticalScrollBar()->value() > 0)
        place_.uppermost = way(uppermost);
}

void ListPanel::reopen(const QModelIndex& parent, const OpenRows& open) {
    for (int i = 0; !open.rows.empty() && i < proxy_->rowCount(parent); ++i) {
        const QModelIndex row = proxy_->index(i, 0, parent);
        if (!proxy_->hasChildren(row))
            continue;
        if (const auto found = open.rows.find(row.data().toString()); found != open.rows.end()) {
            view_->expand(row);
            reopen(row, found->second);
        }
    }
}

// The view lays its rows out when it is asked for one of them: not before all are open.
void ListPanel::goBackToPlace() {
    reopen({}, place_.open);
    view_->setAutoScroll(false); // to the current row, which would open what is closed around it
    if (const QModelIndex current = rowAt(place_.current); current.isValid())
        view_->setCurrentIndex(current);
    view_->setAutoScroll(true);
    if (place_.uppermost.isEmpty())
        view_->scrollToTop();
    else if (const QModelIndex uppermost = rowAt(place_.uppermost); uppermost.isValid())
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
