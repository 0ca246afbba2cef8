// Of work that follows fast upon other work, the newest counts.
#include "ui/jobs.h"

#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <memory>

using namespace espalier;

class JobsTest : public QObject {
    Q_OBJECT
private slots:
    void staleWorkIsNotBegun() {
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        ui::LatestJob<int> job(this);
        const auto worked = std::make_shared<std::atomic<int>>(0);
        std::vector<int> answers;
        for (int i = 0; i < 20; ++i)
            job.start(
                [worked, i] {
                    ++*worked;
                    QTest::qSleep(20);
                    return i;
                },
                [&answers](int answer) { answers.push_back(answer); });
        QTRY_VERIFY(!job.running());
        QCOMPARE(answers, std::vector<int>{19});
        QVERIFY(*worked <= 2); // the first may have begun
    }
    void whatWasCancelledAnswersNothing() {
        ui::LatestJob<int> job(this);
        int answers = 0;
        job.start([] { return 1; }, [&answers](int) { ++answers; });
        job.cancel();
        QVERIFY(!job.running());
        QTest::qWait(50);
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
