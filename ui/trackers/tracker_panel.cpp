#include "ui/trackers/tracker_panel.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/panels/action_button.h"
#include "ui/panels/elide_left.h"
#include "ui/trackers/tracker_words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier::ui {

TrackerPanel::TrackerPanel(Queries* queries, QWidget* parent)
    : QWidget(parent)
    , desk_(new TrackerDesk(queries, this))
    , model_(new TreeTable(this, kNowColumn))
    , list_(new ListPanel(model_, tr("Claims of the tracker"), FilterRole))
    , title_(new ElidedLabel(Qt::ElideMiddle))
    , state_(new QLabel)
    , about_(new QLineEdit)
    , busy_(new QProgressBar) {
    addActions();
    buildLayout();
    spanning_.setSingleShot(true);
    spanning_.setInterval(0);
    connect(&spanning_, &QTimer::timeout, this, &TrackerPanel::spanDetails);
    const QAbstractItemModel* rows = list_->view()->model();
    connect(rows, &QAbstractItemModel::modelReset, &spanning_, qOverload<>(&QTimer::start));
    connect(rows, &QAbstractItemModel::rowsInserted, &spanning_, qOverload<>(&QTimer::start));
    connect(list_, &ListPanel::chosen, this, &TrackerPanel::choose);
    connect(list_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        if (const QString path = row.data(PathRole).toString(); !path.isEmpty())
            emit placeActivated(path, row.data(LineRole).toInt());
    });
    connect(about_, &QLineEdit::returnPressed, this, [this] {
        if (!desk_->file().isEmpty())
            desk_->open(desk_->file(), about_->text().trimmed());
    });
    connect(desk_, &TrackerDesk::changed, this, &TrackerPanel::update);
    connect(desk_, &TrackerDesk::checkedMore, this, &TrackerPanel::showProgress);
    update();
}

void TrackerPanel::addActions() {
    const auto action = [this](const QString& text, const QString& shortText, const QString& iconName) {
        auto* out = new QAction(icon(iconName), text, this);
        out->setIconText(shortText);
        out->setToolTip(shortText);
        return out;
    };
    openFile = action(tr("Open &tracker…"), tr("Open…"), QStringLiteral("open"));
    again = action(tr("&Check the tracker again"), tr("Check again"), QStringLiteral("refresh"));
    copy =
        action(tr("Copy the tracker's claims as &Markdown"), tr("Copy as Markdown"), QStringLiteral("copy"));
    close = action(tr("C&lose the tracker"), tr("Close"), QStringLiteral("close"));
    onlyUntrue = new QAction(tr("Only what is &not true now"), this);
    onlyUntrue->setCheckable(true);
    openFile->setEnabled(false);
    connect(again, &QAction::triggered, desk_, &TrackerDesk::checkAgain);
    connect(close, &QAction::triggered, desk_, &TrackerDesk::close);
    connect(copy, &QAction::triggered, this, &TrackerPanel::copyMarkdown);
    connect(onlyUntrue, &QAction::toggled, this, &TrackerPanel::fill);
}

void TrackerPanel::buildLayout() {
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    state_->setWordWrap(true);
    state_->setTextFormat(Qt::PlainText);
    about_->setPlaceholderText(tr("About: the commit that last touched it"));
    about_->setAccessibleName(tr("Commit, tag or date that the tracker is about"));
    about_->setToolTip(
        tr("Which commit, tag or date the tracker is about; empty: the commit that last touched it"));
    busy_->setTextVisible(false);
    busy_->setMaximumHeight(4);
    busy_->setAccessibleName(tr("Checking the claims"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(title_, 1);
    for (QAction* one : {openFile, again, copy, close}) {
        QToolButton* button = actionButton(one);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(one->iconText());
        button->setFocusPolicy(Qt::StrongFocus);
        bar->addWidget(button);
    }
    auto* only = new QCheckBox(tr("Only what is not true now"));
    connect(only, &QCheckBox::toggled, onlyUntrue, &QAction::setChecked);
    connect(onlyUntrue, &QAction::toggled, only, &QCheckBox::setChecked);
    auto* choices = new QHBoxLayout;
    choices->addWidget(about_, 1);
    choices->addWidget(only);
    list_->setUpColumns(fontMetrics().averageCharWidth() * 36);
    list_->view()->setTextElideMode(Qt::ElideMiddle); // statements begin alike
    list_->view()->header()->setStretchLastSection(true);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2, 2, 2, 2);
    all->setSpacing(2);
    all->addLayout(bar);
    all->addWidget(state_);
    all->addWidget(busy_);
    all->addLayout(choices);
    all->addWidget(list_, 1);
}

void TrackerPanel::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    openFile->setEnabled(snapshot_ != nullptr);
    if (!snapshot_)
        desk_->close();
}

std::size_t TrackerPanel::untrue() const {
    const TrackerAnswer* answer = desk_->answer();
    return answer ? answer->claims.size() - static_cast<std::size_t>(std::ranges::count(
                                                answer->claims, ClaimVerdict::True,
                                                [](const TrackerClaim& claim) { return claim.now.verdict; }))
                  : 0;
}

void TrackerPanel::update() {
    const bool any = !desk_->file().isEmpty();
    title_->setWhole(any ? desk_->title() : tr("No tracker is open"));
    title_->setToolTip(desk_->file());
    about_->setText(desk_->about());
    about_->setEnabled(any);
    again->setEnabled(any && !desk_->checking());
    close->setEnabled(any);
    copy->setEnabled(desk_->answer() != nullptr);
    busy_->setVisible(desk_->checking());
    showProgress();
    fill();
    emit changed();
}

void TrackerPanel::showProgress() {
    const QString checked = desk_->checked();
    busy_->setRange(0, 0);
    state_->setText(desk_->checking()
                        ? checked.isEmpty() ? tr("Checking the claims …") : tr("Checked: %1").arg(checked)
                    : !desk_->trouble().isEmpty() ? desk_->trouble()
                    : desk_->answer()             ? trackerSummary(*desk_->answer())
                                                  : QString());
    state_->setVisible(!state_->text().isEmpty());
}

void TrackerPanel::fill() {
    const TrackerAnswer* answer = desk_->answer();
    list_->setEmptyText(desk_->file().isEmpty()  ? tr("Open a tracker, a Markdown file that says something "
                                                       "about the code, and see for each of its "
                                                       "claims whether it was true, and is true now.")
                        : !answer                ? QString()
                        : answer->claims.empty() ? tr("Nothing in it can be checked.")
                                                 : tr("All of it is true now."));
    model_->set(claimHeaders(), {},
                answer ? claimRows(*answer, onlyUntrue->isChecked()) : std::vector<TreeRow>());
}

// Evidence is longer than a claim's column; a filter or another order makes new rows.
void TrackerPanel::spanDetails() {
    const QAbstractItemModel& rows = *list_->view()->model();
    for (int top = 0; top < rows.rowCount(); ++top)
        for (int i = 0; i < rows.rowCount(rows.index(top, 0)); ++i)
            list_->view()->setFirstColumnSpanned(i, rows.index(top, 0), true);
}

void TrackerPanel::choose(const QModelIndex& row) {
    const TrackerAnswer* answer = desk_->answer();
    const int index = row.data(IndexRole).toInt();
    if (!snapshot_ || !answer || index < 0 || index >= static_cast<int>(answer->claims.size()))
        return;
    const QString path = row.data(PathRole).toString();
    const auto place = row.parent().isValid() && !path.isEmpty()
                           ? placeOfEvidence(*snapshot_, path, row.data(LineRole).toInt())
                           : placeOfClaim(*snapshot_, answer->claims[static_cast<std::size_t>(index)]);
    if (place)
        emit claimChosen(*place);
}

void TrackerPanel::copyMarkdown() {
    if (!desk_->answer())
        return;
    QGuiApplication::clipboard()->setText(
        trackerMarkdown(desk_->title(), *desk_->answer(), onlyUntrue->isChecked()));
    emit told(tr("The claims are in the clipboard, as a table in Markdown."));
}

} // namespace espalier::ui
