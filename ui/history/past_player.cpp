#include "ui/history/past_player.h"

#include "ui/history/history_desk.h"
#include "ui/history/past_graph_desk.h"
#include "ui/icon.h"
#include "ui/text.h"

#include <algorithm>
#include <utility>

namespace espalier::ui {

PastPlayer::PastPlayer(HistoryDesk* history, PastGraphDesk* graph, QObject* parent)
    : QObject(parent)
    , play(new QAction(tr("Play the history"), this))
    , speeds(new QActionGroup(this))
    , history_(history)
    , graph_(graph) {
    play->setCheckable(true);
    play->setIcon(icon(QStringLiteral("play")));
    play->setToolTip(tr("Shows commit after commit on the map, from the cursor on"));
    connect(play, &QAction::toggled, this, &PastPlayer::setPlaying);
    const auto add = [this](const QString& words, double perSecond, bool days) {
        QAction* speed = speeds->addAction(words);
        speed->setCheckable(true);
        speed->setProperty("perSecond", perSecond);
        speed->setProperty("days", days);
    };
    for (const int commits : {5, 25, 100})
        add(tr("%1 commits a second").arg(commits), commits, false);
    add(tr("1 day a second"), 1, true);
    add(tr("1 week a second"), 7, true);
    speeds->actions()[1]->setChecked(true);
    connect(speeds, &QActionGroup::triggered, this, &PastPlayer::changed);
    timer_.setInterval(kFrameMs);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] { step(clock_.restart()); });
    connect(history_, &HistoryDesk::changed, this, &PastPlayer::follow);
    connect(history_, &HistoryDesk::cursorMoved, this, [this] {
        if (showing_ && isActive())
            emit revisionMoved(revisionAt(history_->cursor()));
    });
    connect(graph_, &PastGraphDesk::changed, this, &PastPlayer::ask);
    connect(graph_, &PastGraphDesk::progressed, this, &PastPlayer::changed);
    follow();
}

PastPlayer::Speed PastPlayer::speed() const {
    const QAction* chosen = speeds->checkedAction();
    return {chosen->property("perSecond").toDouble(), chosen->property("days").toBool()};
}

std::uint32_t PastPlayer::revisionAt(int place) const {
    return static_cast<std::uint32_t>(std::clamp(place, 0, history_->line()->size() - 1));
}

void PastPlayer::setDragging(bool on) {
    if (std::exchange(dragging_, on) == on)
        return;
    if (on)
        play->setChecked(false);
    if (on)
        begin();
    else
        rest(history_->cursor() != history_->shownPlace());
}

void PastPlayer::look() {
    if (isActive() || history_->cursor() == history_->shownPlace())
        return;
    looking_ = true;
    begin();
    if (showing_)
        emit revisionMoved(revisionAt(history_->cursor()));
}

void PastPlayer::abandon() {
    end(true); // before the cursor moves: what comes is the picture that was there
    looking_ = false;
    history_->moveCursor(history_->shownPlace());
    play->setChecked(false);
    hold();
}

void PastPlayer::end(bool back) {
    if (!asked_)
        return;
    asked_ = showing_ = false;
    emit endWanted(back);
}

void PastPlayer::setPossible(bool on) {
    if (std::exchange(possible_, on) == on)
        return;
    if (!on)
        play->setChecked(false);
    follow();
}

void PastPlayer::setPlaying(bool on) {
    play->setText(on ? tr("Pause the history") : tr("Play the history"));
    play->setIcon(icon(on ? QStringLiteral("pause") : QStringLiteral("play")));
    if (on) {
        if (history_->cursor() < 0 || history_->cursor() >= history_->lastPlace())
            history_->moveCursor(0);
        commits_ = seconds_ = 0;
        emit playStarted();
        begin();
        clock_.start();
        timer_.start();
    } else {
        timer_.stop();
        if (!dragging_) {
            history_->openCursor();
            rest(history_->cursor() != history_->shownPlace());
        }
    }
    emit changed();
}

void PastPlayer::hold() {
    history_->holdCursor(isActive());
}

void PastPlayer::begin() {
    hold();
    if (!possible_)
        return;
    graph_->tryAgain();
    ask();
}

// Once for a graph, as long as somebody looks.
void PastPlayer::ask() {
    if (graph_->state() != PastGraphDesk::State::Known) // another line
        end(true);
    if (isActive() && possible_ && !asked_ && graph_->state() == PastGraphDesk::State::Known) {
        asked_ = true;
        emit showWanted();
    }
    if (isPlaying() &&
        (graph_->state() == PastGraphDesk::State::Stopped || graph_->state() == PastGraphDesk::State::Failed))
        play->setChecked(false);
    emit changed();
}

void PastPlayer::setShown(std::vector<std::uint32_t> changes) {
    if (!asked_)
        return;
    changes_ = std::move(changes);
    showing_ = true;
    clock_.restart();
    if (isActive())
        emit revisionMoved(revisionAt(history_->cursor()));
    emit changed();
}

// What was shown stays until the commit is open.
void PastPlayer::rest(bool open) {
    if (!open)
        end(true);
    hold();
    emit changed();
}

void PastPlayer::follow() {
    play->setEnabled(possible_ && history_->line() && history_->line()->size() > 1);
    if (!history_->line() && isPlaying())
        play->setChecked(false);
    const bool opens = history_->isOpening() || history_->willOpen();
    if (looking_ && (opens || history_->cursor() == history_->shownPlace())) {
        looking_ = false;
        hold();
    }
    if (!isActive() && !opens)
        end(false);
}

// Commits that leave the picture as it is are passed over.
int PastPlayer::placeAfter(qint64 elapsedMs) {
    const Speed by = speed();
    const double seconds = static_cast<double>(elapsedMs) / 1000;
    int place = history_->cursor();
    if (by.days) {
        constexpr double kDay = 86'400;
        const auto& times = history_->line()->times;
        if (seconds_ == 0)
            seconds_ = static_cast<double>(times[revisionAt(place)]);
        seconds_ += seconds * by.perSecond * kDay;
        const auto next = std::upper_bound(times.begin(), times.end(), static_cast<std::int64_t>(seconds_));
        return next == times.end() ? history_->lastPlace() : static_cast<int>(next - times.begin()) - 1;
    }
    for (commits_ += seconds * by.perSecond; commits_ >= 1; --commits_) {
        const auto next =
            std::upper_bound(changes_.begin(), changes_.end(), static_cast<std::uint32_t>(place));
        if (next == changes_.end())
            return history_->lastPlace();
        place = static_cast<int>(*next);
    }
    return place;
}

void PastPlayer::step(qint64 elapsedMs) {
    if (!isPlaying() || !showing_)
        return;
    history_->moveCursor(placeAfter(elapsedMs));
    if (history_->cursor() >= history_->lastPlace())
        play->setChecked(false);
}

QString PastPlayer::words() const {
    if (isActive() && !showing_ && possible_) {
        if (graph_->state() == PastGraphDesk::State::Working)
            return isPlaying()
                       ? tr("Reading the imports of all commits (%1 %); then it plays").arg(graph_->percent())
                       : tr("Reading the imports of all commits (%1 %); until then a commit is shown "
                            "when you let go")
                             .arg(graph_->percent());
        if (asked_)
            return tr("Drawing all that ever was …");
    }
    if (looking_ && showing_)
        return tr("The map shows this commit; Enter shows it everywhere, Esc goes back");
    return isPlaying() ? tr("Plays, %1").arg(speeds->checkedAction()->text()) : QString();
}

} // namespace espalier::ui
