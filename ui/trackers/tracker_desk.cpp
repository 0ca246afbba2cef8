#include "ui/trackers/tracker_desk.h"

#include "ui/text.h"

#include <QFileInfo>

namespace espalier::ui {

namespace {

const QString kVerify = QStringLiteral("verify");

} // namespace

TrackerDesk::TrackerDesk(Queries* queries, QObject* parent)
    : QObject(parent)
    , queries_(queries)
    , reading_(this) {}

void TrackerDesk::open(const QString& file, const QString& about) {
    if (file != file_)
        answer_.reset();
    file_ = file;
    about_ = about;
    trouble_.clear();
    done_ = all_ = 0;
    reading_.cancel();
    checking_ = !file.isEmpty();
    QStringList asked{kVerify, QStringLiteral("--format"), QStringLiteral("json"),
                      QStringLiteral("--progress"), QStringLiteral("json")};
    if (!about.isEmpty()) // as one word: it may begin with a dash
        asked << QStringLiteral("--at=") + about;
    if (checking_)
        queries_->ask(
            asked + QStringList{QFileInfo(file).absoluteFilePath()},
            [this](const facts::Result<QByteArray>& output) { read(output); }, {},
            [this](qint64 done, qint64 all) {
                done_ = done;
                all_ = all;
                emit checkedMore();
            });
    emit changed();
}

void TrackerDesk::close() {
    queries_->drop(kVerify);
    open({});
}

void TrackerDesk::read(const facts::Result<QByteArray>& output) {
    const auto take = [this](const AnswerPtr& answer, const QString& trouble) {
        checking_ = false;
        answer_ = answer;
        trouble_ = trouble;
        emit changed();
    };
    if (!output)
        return take(nullptr, toQt(output.error().text()));
    reading_.start(
        [bytes = *output]() -> AnswerPtr {
            auto answer = readTrackerAnswer(bytes);
            return answer ? std::make_shared<const TrackerAnswer>(std::move(*answer)) : nullptr;
        },
        [take](const AnswerPtr& answer) {
            take(answer, answer ? QString() : tr("The answer is too large, or none that can be read."));
        });
}

QString TrackerDesk::title() const {
    return QFileInfo(file_).fileName();
}

QString TrackerDesk::checked() const {
    return all_ == 0
               ? QString()
               : tr("%1 of %2 claims", nullptr, plural(static_cast<std::size_t>(all_)))
                     .arg(number(static_cast<std::size_t>(done_)), number(static_cast<std::size_t>(all_)));
}

} // namespace espalier::ui
