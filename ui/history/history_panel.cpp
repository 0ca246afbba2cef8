#include "ui/history/history_panel.h"

#include "ui/icon.h"
#include "ui/panels/action_button.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace espalier::ui {

HistoryPanel::HistoryPanel(HistoryDesk* desk, PastPlayer* player, QAction* close, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , player_(player)
    , strip_(new CommitStrip(desk))
    , title_(new QLabel(tr("History")))
    , words_(new ElidedLabel(Qt::ElideRight))
    , read_(actionButton(desk->read))
    , play_(new QToolButton) {
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setContentsMargins(0, 0, fontMetrics().averageCharWidth(), 0);
    desk_->read->setIcon(icon(QStringLiteral("refresh")));
    play_->setDefaultAction(player_->play);
    play_->setAutoRaise(true);
    play_->setPopupMode(QToolButton::MenuButtonPopup);
    auto* speeds = new QMenu(this);
    speeds->addActions(player_->speeds->actions());
    play_->setMenu(speeds);
    auto* hide = new QToolButton;
    hide->setIcon(icon(QStringLiteral("close")));
    hide->setAutoRaise(true);
    hide->setToolTip(tr("Hide the history"));
    hide->setAccessibleName(tr("Hide the history"));
    connect(hide, &QToolButton::clicked, close, &QAction::trigger);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 4, 0);
    row->addWidget(title_);
    row->addWidget(play_);
    row->addWidget(words_, 1);
    row->addWidget(read_);
    row->addWidget(hide);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 2);
    all->setSpacing(2);
    all->addLayout(row);
    all->addWidget(strip_);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(desk_, &HistoryDesk::changed, this, &HistoryPanel::update);
    connect(desk_, &HistoryDesk::cursorMoved, this, &HistoryPanel::update);
    connect(player_, &PastPlayer::changed, this, &HistoryPanel::update);
    connect(strip_, &CommitStrip::scrubbingChanged, player_,
            [this] { player_->setDragging(strip_->scrubbing()); });
    connect(strip_, &CommitStrip::looked, player_, &PastPlayer::look);
    connect(strip_, &CommitStrip::abandoned, player_, &PastPlayer::abandon);
    connect(strip_, &CommitStrip::playWanted, player_->play, &QAction::trigger);
    connect(strip_, &CommitStrip::menuWanted, this, &HistoryPanel::showMenu);
    update();
}

QString HistoryPanel::words() const {
    return words_->whole();
}

void HistoryPanel::update() {
    const CommitLinePtr& line = desk_->line();
    QString words;
    if (line && desk_->cursor() >= 0)
        words = wordsOf(*line, desk_->cursor());
    else if (line)
        words = tr("The commit that is shown is not on this line");
    else if (!desk_->hasRepository())
        words = tr("This folder is in no git repository.");
    else if (desk_->isReading())
        words = tr("The past is being read; you can go on working.");
    else
        words = tr("Nothing is known of the past yet. It is read once, commit by commit, which can take "
                   "minutes in a large repository.");
    if (desk_->isOpening())
        words = tr("Opening … %1").arg(words);
    if (const QString more = player_->words(); !more.isEmpty() && line) {
        words = QStringLiteral("%1  ·  %2").arg(more, words);
        strip_->setAccessibleDescription(words);
    }
    if (words != words_->whole())
        words_->setWhole(words);
    strip_->setVisible(line != nullptr);
    play_->setVisible(line != nullptr);
    read_->setVisible(!line && desk_->read->isEnabled());
}

void HistoryPanel::showMenu(const QPoint& globalPlace) {
    QMenu menu;
    QAction* show = menu.addAction(tr("Show this commit"), desk_, &HistoryDesk::openCursor);
    show->setEnabled(desk_->cursor() != desk_->shownPlace());
    menu.addActions({desk_->compare, desk_->endComparison, desk_->toPresent});
    menu.exec(globalPlace);
}

CommitBanner::CommitBanner(HistoryDesk* desk, DifferenceDesk* difference, QWidget* parent)
    : QFrame(parent)
    , desk_(desk)
    , difference_(difference)
    , text_(new QLabel)
    , note_(new ElidedLabel(Qt::ElideRight)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setAccessibleName(tr("Commit that is shown"));
    text_->setTextFormat(Qt::PlainText);
    QFont bold = text_->font();
    bold.setBold(true);
    text_->setFont(bold);
    auto* back = buttonWhileEnabled(desk_->toPresent);
    auto* end = buttonWhileEnabled(desk_->endComparison);
    end->setFocusPolicy(Qt::StrongFocus);
    back->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2, 6, 2);
    row->addWidget(text_);
    row->addWidget(note_, 1);
    row->addWidget(end);
    row->addWidget(back);
    connect(desk_, &HistoryDesk::changed, this, &CommitBanner::update);
    connect(difference_, &DifferenceDesk::changed, this, &CommitBanner::update);
    update();
}

void CommitBanner::update() {
    const QString comparison = desk_->comparisonWords();
    if (comparison.isEmpty()) {
        text_->setText(tr("The project %1").arg(desk_->shownWords()));
        note_->setWhole(desk_->isCursorHeld() ? tr("The map goes through other commits.")
                                              : tr("All views and sources are of that commit."));
    } else {
        text_->setText(comparison);
        note_->setWhole(difference_->list() ? differenceWords(difference_->list()->difference)
                                            : tr("Being compared …"));
    }
    setVisible(!comparison.isEmpty() || (!desk_->shownWords().isEmpty() && desk_->toPresent->isEnabled()));
}

} // namespace espalier::ui
