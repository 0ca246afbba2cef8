// The dock at the bottom: the commit strip with its buttons, or how to get one. And the strip above the views
// that says which commit they show.
#pragma once

#include "ui/history/commit_strip.h"
#include "ui/history/difference_desk.h"
#include "ui/history/past_player.h"
#include "ui/panels/elided_label.h"

#include <QFrame>
#include <QLabel>
#include <QToolButton>

namespace espalier::ui {

class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    // `close`: the button that hides the panel.
    HistoryPanel(HistoryDesk* desk, PastPlayer* player, QAction* close, QWidget* parent = nullptr);

    [[nodiscard]] CommitStrip* strip() const { return strip_; }
    // Of the commit that the cursor is at; or what to do to see commits.
    [[nodiscard]] QString words() const;

private:
    void update();
    void showMenu(const QPoint& globalPlace);

    HistoryDesk* desk_;
    PastPlayer* player_;
    CommitStrip* strip_;
    QLabel* title_;
    ElidedLabel* words_;
    QToolButton *read_, *play_;
};

// Says that the views show a commit, or what they are compared with, and leads back. Hidden where neither is
// so.
class CommitBanner : public QFrame {
    Q_OBJECT
public:
    CommitBanner(HistoryDesk* desk, DifferenceDesk* difference, QWidget* parent = nullptr);
    [[nodiscard]] QString text() const { return text_->text(); }

private:
    void update();

    HistoryDesk* desk_;
    DifferenceDesk* difference_;
    QLabel* text_;
    ElidedLabel* note_;
};

} // namespace espalier::ui
