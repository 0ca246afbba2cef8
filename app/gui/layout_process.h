// The layout child: `espalier-draw layout`, kept running, one job at a time. A new job or cancel() kills a
// busy child; the next job starts another. Answers carry the job's number. GUI thread only.
#pragma once

#include "graph/layout/layout.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace espalier::gui {

class LayoutProcess : public QObject {
    Q_OBJECT
public:
    LayoutProcess(QString program, int timeoutMs, QObject* parent = nullptr);
    ~LayoutProcess() override;

    void request(quint64 job, const graph::LayoutInput& input);
    void cancel();

signals:
    void answered(quint64 job, const espalier::graph::LayoutResult& result);
    // No better picture is coming: the child crashed, took too long or could not be started.
    void gaveUp(quint64 job, const QString& reason);

private:
    void readAnswers();
    void give(const QString& reason);
    void killChild();

    QString program_;
    QProcess process_;
    QTimer timeout_;
    QByteArray pending_;
    quint64 job_ = 0;
    std::size_t boxes_ = 0, lines_ = 0; // of the job, to check the answer against
    bool busy_ = false;
};

} // namespace espalier::gui
