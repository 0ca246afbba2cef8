// Of work that follows fast upon other work, the newest counts.
#include "ui/jobs.h"

#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

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
    void everyJobAnswers() {
        std::vector<int> answers;
        for (const int i : {1, 2, 3})
            ui::startJob(
                this, [i] { return i; }, [&answers](int answer) { answers.push_back(answer); });
        QTRY_COMPARE(answers.size(), std::size_t{3});
        std::ranges::sort(answers);
        QCOMPARE(answers, (std::vector<int>{1, 2, 3}));
    }
    void whatIsFreedElsewhereIsFreedOnceAndNotHere() {
        struct Large {
            std::atomic<int>* freed;
            std::atomic<QThread*>* where;
            ~Large() {
                *where = QThread::currentThread();
                ++*freed;
            }
        };
        std::atomic<int> freed = 0;
        std::atomic<QThread*> where = nullptr;
        std::shared_ptr<const Large> one = ui::freedElsewhere(std::make_shared<const Large>(&freed, &where));
        std::shared_ptr<const Large> two = one;
        one.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(freed.load(), 0);
        two.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(freed.load(), 1);
        QVERIFY(where.load() != QThread::currentThread());
    }
};

QTEST_GUILESS_MAIN(JobsTest)
#include "jobs_test.moc"
