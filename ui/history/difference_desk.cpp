#include "ui/history/difference_desk.h"

#include "ui/icon.h"

#include <QClipboard>
#include <QGuiApplication>

namespace espalier::ui {

DifferenceDesk::DifferenceDesk(QObject* parent)
    : QObject(parent)
    , copy(new QAction(tr("Copy the difference as Markdown"), this))
    , comparing_(this) {
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setEnabled(false);
    connect(copy, &QAction::triggered, this, [this] {
        if (list_)
            QGuiApplication::clipboard()->setText(differenceMarkdown(*list_, words_));
    });
}

void DifferenceDesk::setSides(Sides sides, const QString& words) {
    if (!sides && !sides_)
        return;
    sides_ = std::move(sides);
    words_ = words;
    compare();
}

void DifferenceDesk::setFilter(const graph::EdgeFilter& filter) {
    if (std::exchange(filter_, filter) != filter && sides_)
        compare();
}

graph::SnapshotPtr DifferenceDesk::otherThan(const graph::SnapshotPtr& shown) const {
    return shown == sides_.before ? sides_.after : shown == sides_.after ? sides_.before : nullptr;
}

void DifferenceDesk::compare() {
    comparing_.cancel();
    if (!sides_)
        return set(nullptr);
    comparing_.start(
        [sides = sides_, filter = filter_, words = words_]() -> DifferenceListPtr {
            return std::make_shared<const DifferenceList>(listDifference(sides, filter, words));
        },
        [this](const DifferenceListPtr& list) { set(list); });
}

void DifferenceDesk::set(DifferenceListPtr list) {
    list_ = std::move(list);
    copy->setEnabled(list_ != nullptr);
    emit changed();
}

} // namespace espalier::ui
