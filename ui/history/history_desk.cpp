#include "ui/history/history_desk.h"

#include "ui/icon.h"
#include "ui/queries.h"
#include "ui/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace espalier::ui {

namespace {

const QString kCommand = QStringLiteral("history");

} // namespace

HistoryDesk::HistoryDesk(Queries* queries, QObject* parent)
    : QObject(parent)
    , queries_(queries) {
    read = action(tr("Read the past"), [this] {
        setFollows(true);
        startReading();
    });
    read->setToolTip(tr("Reads what every commit of the current branch imports, in the background. From "
                        "then on, new commits of this project are read as well."));
    stopFollowing = action(tr("Do not read new commits"), [this] { setFollows(false); });
    toPresent = action(tr("Back to the working tree"), [this] { open({}); });
    toPresent->setIcon(icon(QStringLiteral("close")));
    older = action(tr("Older commit"), [this] { moveCursor(cursor_ - 1); });
    newer = action(tr("Newer commit"), [this] { moveCursor(cursor_ + 1); });
    olderTag = action(tr("Older tag"), [this] { moveCursor(line_->nextTag(cursor_, -1)); });
    newerTag = action(tr("Newer tag"), [this] { moveCursor(line_->nextTag(cursor_, 1)); });
    compare = action(tr("Compare with this commit"), [this] { setOther(cursor_); });
    endComparison = action(tr("End the comparison"), [this] { setOther(std::nullopt); });
    // On the line: what is a step further before the last one is shown opens it, too.
    for (QAction* step : {older, newer, olderTag, newerTag})
        connect(step, &QAction::triggered, this, &HistoryDesk::openCursor);
    openTimer_.setSingleShot(true);
    openTimer_.setInterval(kOpenPauseMs);
    connect(&openTimer_, &QTimer::timeout, this, [this] {
        if (cursor_ >= 0 && cursor_ != shownPlace())
            open(commitAt(cursor_));
    });
    update();
}

QAction* HistoryDesk::action(const QString& text, std::function<void()> work) {
    auto* out = new QAction(text, this);
    connect(out, &QAction::triggered, this, std::move(work));
    return out;
}

void HistoryDesk::clear() {
    if (reading_)
        cancelReading();
    openTimer_.stop();
    line_ = nullptr;
    repository_ = bare_ = follows_ = opening_ = false;
    shown_.clear();
    shownWords_.clear();
    newest_.clear();
    cursor_ = -1;
    other_.reset();
    update();
    emit comparisonEnded();
}

void HistoryDesk::setLine(CommitLinePtr line) {
    const std::string looked =
        line_ && cursor_ >= 0 && cursor_ < line_->size() ? (*line_)[cursor_].id : std::string();
    const std::string compared = line_ && other_ && *other_ < line_->size() ? (*line_)[*other_].id : "";
    line_ = std::move(line);
    const std::optional<int> kept = line_ && !looked.empty() ? line_->find(looked) : std::nullopt;
    cursor_ = kept.value_or(shownPlace() < 0 ? lastPlace() : shownPlace());
    if (other_ && *other_ != lastPlace())
        other_ = line_ && !compared.empty() ? line_->find(compared) : std::nullopt;
    update();
    emit cursorMoved();
}

void HistoryDesk::setRepository(bool isThere, bool bare) {
    repository_ = isThere;
    bare_ = bare;
    update();
}

void HistoryDesk::setShown(const graph::Snapshot& snapshot) {
    opening_ = false;
    shown_ = snapshot.project.workingTree ? std::string() : snapshot.project.revision;
    const std::optional<int> place = line_ && !shown_.empty() ? line_->find(shown_) : std::nullopt;
    shownWords_ =
        shown_.empty() ? QString() : tr("at %1").arg(place ? nameOf((*line_)[*place]) : shortId(shown_));
    if (!openTimer_.isActive() && !held_)
        moveCursor(shownPlace());
    update();
    if (other_)
        askForComparison();
}

void HistoryDesk::settle() {
    opening_ = false;
    if (!held_)
        moveCursor(shownPlace());
    update();
}

void HistoryDesk::holdCursor(bool on) {
    if (std::exchange(held_, on) != on)
        emit changed();
}

int HistoryDesk::lastPlace() const {
    return line_ ? line_->size() - (bare_ ? 1 : 0) : -1;
}

int HistoryDesk::shownPlace() const {
    if (!line_)
        return -1;
    return shown_.empty() ? lastPlace() : line_->find(shown_).value_or(-1);
}

std::string HistoryDesk::commitAt(int place) const {
    return place == lastPlace() ? std::string() : (*line_)[place].id;
}

void HistoryDesk::moveCursor(int place) {
    if (!line_ || place < 0)
        return;
    place = std::min(place, lastPlace());
    if (std::exchange(cursor_, place) == place)
        return;
    update();
    emit cursorMoved();
}

void HistoryDesk::openCursor() {
    if (line_ && cursor_ >= 0)
        openTimer_.start();
}

void HistoryDesk::open(const std::string& commit) {
    openTimer_.stop();
    opening_ = true;
    update();
    emit commitWanted(toQt(commit));
}

void HistoryDesk::setOther(std::optional<int> place) {
    if (!line_)
        place.reset();
    if (std::exchange(other_, place) == place)
        return;
    update();
    askForComparison();
}

bool HistoryDesk::compares() const {
    return other_ && shownPlace() >= 0 && *other_ != shownPlace();
}

void HistoryDesk::askForComparison() {
    if (compares())
        emit comparisonWanted(toQt(commitAt(*other_)), *other_ < shownPlace());
    else
        emit comparisonEnded();
}

QString HistoryDesk::comparisonWords() const {
    if (!compares())
        return {};
    const auto name = [this](int place) {
        return place < line_->size() ? nameOf((*line_)[place]) : tr("working tree");
    };
    return QStringLiteral("%1 → %2").arg(name(std::min(*other_, shownPlace())),
                                         name(std::max(*other_, shownPlace())));
}

void HistoryDesk::setFollows(bool on) {
    if (std::exchange(follows_, on) == on)
        return;
    update();
    emit followsChanged();
}

void HistoryDesk::bringUpToDate(const std::string& newest) {
    if (!follows_ || reading_ || newest.empty() || newest == newest_ ||
        (line_ && (*line_)[line_->size() - 1].id == newest))
        return;
    newest_ = newest;
    startReading();
}

void HistoryDesk::startReading() {
    reading_ = true;
    update();
    emit readingProgressed(0, 0);
    queries_->ask(
        {kCommand, QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--progress"),
         QStringLiteral("json")},
        [this](const facts::Result<QByteArray>& output) { readingAnswered(output); }, {},
        [this](qint64 done, qint64 total) { emit readingProgressed(done, total); });
}

void HistoryDesk::readingAnswered(const facts::Result<QByteArray>& output) {
    reading_ = false;
    emit readingEnded();
    update();
    if (!output) {
        emit failed(output.error());
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(*output).object();
    if (const auto lost = static_cast<std::size_t>(json[QLatin1String("unreadable")].toArray().size()))
        emit told(
            counted(lost, tr("1 file of the past could not be read; the rest is there."),
                    tr("%1 files of the past could not be read; the rest is there.", nullptr, plural(lost))));
    emit lineWanted();
}

// What was read is kept; the next time goes on from there.
void HistoryDesk::cancelReading() {
    if (!reading_)
        return;
    queries_->drop(kCommand);
    reading_ = false;
    emit readingEnded();
    update();
}

void HistoryDesk::update() {
    read->setEnabled(repository_ && !reading_);
    stopFollowing->setEnabled(follows_);
    toPresent->setText(bare_ ? tr("Back to the newest commit") : tr("Back to the working tree"));
    toPresent->setEnabled(line_ ? shownPlace() != lastPlace() : isInPast());
    for (QAction* back : {older, olderTag})
        back->setEnabled(cursor_ > 0);
    for (QAction* on : {newer, newerTag})
        on->setEnabled(cursor_ >= 0 && cursor_ < lastPlace());
    compare->setEnabled(cursor_ >= 0);
    endComparison->setEnabled(other_.has_value());
    emit changed();
}

} // namespace espalier::ui
