// Which commit the window shows, and which it could: the past of the open project, asked for by signals.
// GUI thread only.
//
// A place is one on the line (commit_line.h); lastPlace() is the working tree, or HEAD of a bare repository.
// The cursor is where one looks on the line; openCursor() makes that what the window shows. The other place,
// if there is one, is what the window compares with.
#pragma once

#include "graph/model/snapshot.h"
#include "indexer/facts/result.h"
#include "ui/history/commit_line.h"

#include <QAction>
#include <QObject>
#include <QTimer>

#include <optional>
#include <string>

namespace espalier::ui {

class Queries;

class HistoryDesk : public QObject {
    Q_OBJECT
public:
    static constexpr int kOpenPauseMs = 150; // keys that are held down open one commit

    HistoryDesk(Queries* queries, QObject* parent);

    // Another project; nothing of it is known yet.
    void clear();
    // What the archive has; null: nothing yet. Answers lineWanted().
    void setLine(CommitLinePtr line);
    // The project lies in no repository; or has no working tree.
    void setRepository(bool isThere, bool bare);
    // The window shows this now.
    void setShown(const graph::Snapshot& snapshot);
    // What was asked for is shown, or will not come.
    void settle();

    // The past of this project is kept up to date without asking.
    [[nodiscard]] bool follows() const { return follows_; }
    void setFollows(bool on);
    // The project is indexed, at this commit: if the past is followed, what is new is read.
    void bringUpToDate(const std::string& newest);

    [[nodiscard]] const CommitLinePtr& line() const { return line_; }
    [[nodiscard]] bool hasRepository() const { return repository_; }
    [[nodiscard]] bool isBare() const { return bare_; }
    [[nodiscard]] bool isReading() const { return reading_; }
    [[nodiscard]] int lastPlace() const;                 // -1: no line
    [[nodiscard]] int shownPlace() const;                // -1: a commit beside the line, or nothing
    [[nodiscard]] int cursor() const { return cursor_; } // -1: no line
    [[nodiscard]] std::optional<int> other() const { return other_; }
    // "at 3fcb7e3793, 2025-09-14"; empty: the working tree.
    [[nodiscard]] QString shownWords() const { return shownWords_; }
    // What is shown is no working tree, though there is one.
    [[nodiscard]] bool isInPast() const { return !bare_ && !shown_.empty(); }
    [[nodiscard]] bool isOpening() const { return opening_; }
    [[nodiscard]] bool willOpen() const { return openTimer_.isActive(); }
    // While somebody moves the cursor, it does not go to what is shown.
    void holdCursor(bool on);
    [[nodiscard]] bool isCursorHeld() const { return held_; }

    void moveCursor(int place);           // to the nearest that there is
    void openCursor();                    // a little later
    void open(const std::string& commit); // at once; empty: the working tree
    void setOther(std::optional<int> place);
    // "3fcb7e3793, 2025-09-14 → working tree", the older one first; empty: nothing is compared.
    [[nodiscard]] QString comparisonWords() const;

    // Reads the past, and follows it from then on; stops that.
    QAction *read, *stopFollowing;
    QAction *toPresent, *older, *newer, *olderTag, *newerTag, *compare, *endComparison;

public slots:
    void cancelReading();

signals:
    void lineWanted();
    void commitWanted(const QString& commit); // empty: the working tree, or HEAD of a bare repository
    // The other state is wanted beside what is shown; `commit` as above. Again for each state that is shown.
    void comparisonWanted(const QString& commit, bool older);
    void comparisonEnded();
    void readingProgressed(qint64 done, qint64 total);
    void readingEnded();
    void told(const QString& message);
    void failed(const espalier::facts::Error& error);
    void cursorMoved();
    void changed(); // anything else
    void followsChanged();

private:
    QAction* action(const QString& text, std::function<void()> work);
    void startReading();
    void readingAnswered(const facts::Result<QByteArray>& output);
    void update();
    [[nodiscard]] std::string commitAt(int place) const;
    [[nodiscard]] bool compares() const; // the other place is another than what is shown
    void askForComparison();

    Queries* queries_;
    CommitLinePtr line_;
    bool repository_ = false, bare_ = false, follows_ = false, reading_ = false, opening_ = false,
         held_ = false;
    std::string shown_; // a commit; empty: the working tree
    QString shownWords_;
    int cursor_ = -1;
    std::optional<int> other_;
    std::string newest_; // commit that was asked to be read up to
    QTimer openTimer_;
};

} // namespace espalier::ui
