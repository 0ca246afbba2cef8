// Goes through the commits while somebody drags the cursor, or by itself: moves the cursor of the history,
// says which revision is to be shown meanwhile, and opens the commit where it comes to rest. GUI thread only.
//
// Until what is to be shown is known, a commit is opened when the cursor is let go, as without all this.
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <vector>

namespace espalier::ui {

class HistoryDesk;
class PastGraphDesk;

class PastPlayer : public QObject {
    Q_OBJECT
public:
    static constexpr int kFrameMs = 40;

    PastPlayer(HistoryDesk* history, PastGraphDesk* graph, QObject* parent);

    // Somebody drags the cursor, or has let it go, after HistoryDesk::openCursor().
    void setDragging(bool on);
    // Somebody looks at commits one by one, until one is opened, or the cursor is at what is shown.
    void look();
    // Back to what is shown.
    void abandon();
    // The past can be shown as it is looked at now.
    void setPossible(bool on);
    // showWanted() is answered: at these revisions, ascending, what is shown changes.
    void setShown(std::vector<std::uint32_t> changes);

    [[nodiscard]] bool isPlaying() const { return play->isChecked(); }
    // Commits are shown as one goes through them.
    [[nodiscard]] bool isShowing() const { return showing_; }
    // What there is to say: "playing, 25 commits a second"; empty: nothing.
    [[nodiscard]] QString words() const;

    QAction* play; // from the cursor to the end, or from the beginning if that is reached; pauses
    QActionGroup* speeds;
    void step(qint64 elapsedMs); // a frame of playing

signals:
    void showWanted();                          // of what the desk of the graph knows
    void revisionMoved(std::uint32_t revision); // while isShowing()
    void endWanted(bool back);                  // back: nothing else will be shown
    void playStarted();
    void changed(); // words() or isPlaying()

private:
    struct Speed {
        double perSecond = 0; // commits, or days
        bool days = false;
    };
    [[nodiscard]] Speed speed() const;
    [[nodiscard]] bool isActive() const { return dragging_ || looking_ || isPlaying(); }
    [[nodiscard]] std::uint32_t revisionAt(int place) const;
    void setPlaying(bool on);
    void begin();
    void ask();
    void follow();
    void hold();
    void rest(bool open);
    void end(bool back);
    [[nodiscard]] int placeAfter(qint64 elapsedMs);

    HistoryDesk* history_;
    PastGraphDesk* graph_;
    bool dragging_ = false, looking_ = false, possible_ = true, asked_ = false, showing_ = false;
    std::vector<std::uint32_t> changes_;
    double commits_ = 0; // that are due
    double seconds_ = 0; // since 1970, where one plays by days
    QTimer timer_;
    QElapsedTimer clock_;
};

} // namespace espalier::ui
