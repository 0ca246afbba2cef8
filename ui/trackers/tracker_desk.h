// The tracker that is open: what is asked about it, and what the command line program has answered. GUI
// thread only.
#pragma once

#include "ui/jobs.h"
#include "ui/queries.h"
#include "ui/trackers/tracker_answer.h"

#include <QObject>

#include <memory>

namespace espalier::ui {

class TrackerDesk : public QObject {
    Q_OBJECT
public:
    explicit TrackerDesk(Queries* queries, QObject* parent = nullptr);

    // Checks a file's claims; what was open is closed. `about`: the commit, tag or date that they are about;
    // empty: the one that last touched the file.
    void open(const QString& file, const QString& about = {});
    void checkAgain() { open(file_, about_); }
    // Nothing more is checked.
    void close();

    [[nodiscard]] const QString& file() const { return file_; } // empty: none is open
    [[nodiscard]] QString title() const;                        // its name
    [[nodiscard]] const QString& about() const { return about_; }
    [[nodiscard]] bool checking() const { return checking_; }
    // "17 of 37 claims"; empty: not known.
    [[nodiscard]] QString checked() const;
    [[nodiscard]] const TrackerAnswer* answer() const { return answer_.get(); } // null: none yet
    [[nodiscard]] const QString& trouble() const { return trouble_; } // why there is none; empty: no reason

signals:
    void changed();
    void checkedMore();

private:
    using AnswerPtr = std::shared_ptr<const TrackerAnswer>;
    void read(const facts::Result<QByteArray>& output);

    Queries* queries_;
    QString file_, about_, trouble_;
    bool checking_ = false;
    qint64 done_ = 0, all_ = 0; // claims; 0: not known
    AnswerPtr answer_;
    LatestJob<AnswerPtr> reading_;
};

} // namespace espalier::ui
