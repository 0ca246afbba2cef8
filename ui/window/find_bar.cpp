#include "ui/window/find_bar.h"

#include "ui/icon.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStringMatcher>
#include <QToolButton>

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace espalier::ui {

FindBar::FindBar(Selection* selection, MapView* map, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , map_(map)
    , input_(new QLineEdit)
    , status_(new QLabel) {
    const auto action = [this](const QString& text, const QKeySequence& keys) {
        auto* out = new QAction(text, this);
        out->setShortcut(keys);
        return out;
    };
    find = action(tr("Find &in the picture"), QKeySequence(Qt::CTRL | Qt::Key_F));
    next = action(tr("&Next match"), QKeySequence(Qt::Key_F3));
    previous = action(tr("&Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    all = action(tr("Select &all matches"), {});
    connect(find, &QAction::triggered, this, &FindBar::open);
    connect(next, &QAction::triggered, this, [this] { step(1); });
    connect(previous, &QAction::triggered, this, [this] { step(-1); });
    connect(all, &QAction::triggered, this, &FindBar::selectAll);

    input_->setPlaceholderText(tr("Part of a name in the picture"));
    input_->setAccessibleName(tr("Find in the picture"));
    input_->setClearButtonEnabled(true);
    input_->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->addWidget(input_, 1);
    for (QAction* a : {previous, next, all}) {
        auto* button = new QToolButton;
        button->setDefaultAction(a);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    row->addWidget(status_, 1);
    auto* shut = new QToolButton;
    shut->setIcon(icon(QStringLiteral("close")));
    shut->setAutoRaise(true);
    shut->setAccessibleName(tr("Close the find bar"));
    row->addWidget(shut);
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    connect(input_, &QLineEdit::textChanged, this, &FindBar::search);
    connect(map_, &MapView::sceneShown, this, &FindBar::search);
    connect(selection_, &Selection::changed, this, &FindBar::showStatus);
    hide();
    search();
}

void FindBar::open() {
    show();
    input_->setFocus();
    input_->selectAll();
    search();
}

void FindBar::close() {
    hide();
    search();
    map_->setFocus();
}

void FindBar::search() {
    matches_.clear();
    std::vector<int> boxes;
    const QString wanted = input_->text().trimmed();
    if (!isHidden() && !wanted.isEmpty() && map_->scene()) {
        const Scene& scene = *map_->scene();
        const QStringMatcher matcher(wanted, Qt::CaseInsensitive);
        for (int i = 0; i < static_cast<int>(scene.drawing.boxes.size()); ++i)
            if (const graph::ModuleId module = scene.box(i).module;
                module.valid() && matcher.indexIn(toQt((*scene.snapshot)[module].name)) >= 0)
                boxes.push_back(i);
        std::vector<int> order = boxes;
        std::ranges::sort(order, {}, [&](int i) {
            const graph::Rect& rect = scene.box(i).rect;
            return std::tuple(rect.y, rect.x, i);
        });
        std::unordered_set<std::uint32_t> known; // a package has a second box for its file
        for (const int i : order)
            if (known.insert(scene.box(i).module.value).second)
                matches_.push_back((*scene.snapshot)[scene.box(i).module].name);
    }
    map_->setMatches(std::move(boxes));
    for (QAction* action : {next, previous, all})
        action->setEnabled(!matches_.empty());
    showStatus();
}

void FindBar::showStatus() {
    const auto here = std::ranges::find(matches_, selection_->selected().module);
    if (input_->text().trimmed().isEmpty())
        status_->clear();
    else if (here != matches_.end())
        status_->setText(
            tr("%1 of %2")
                .arg(number(static_cast<std::size_t>(here - matches_.begin()) + 1), number(matches_.size())));
    else
        status_->setText(
            counted(matches_.size(), tr("1 match"), tr("%1 matches", nullptr, plural(matches_.size()))));
}

void FindBar::step(int by) {
    const auto count = static_cast<std::ptrdiff_t>(matches_.size());
    if (count == 0)
        return;
    const auto here = std::ranges::find(matches_, selection_->selected().module) - matches_.begin();
    const auto to = here == count ? (by > 0 ? 0 : count - 1) : (here + by + count) % count;
    selection_->setSelected({matches_[static_cast<std::size_t>(to)], {}, false});
    map_->revealSelected();
}

void FindBar::selectAll() {
    if (!matches_.empty())
        selection_->setSelected(
            {matches_.front(), {}, false, std::set<std::string>(matches_.begin() + 1, matches_.end())});
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        return close();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace espalier::ui
