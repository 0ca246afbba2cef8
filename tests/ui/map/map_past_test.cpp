// The map while one goes through the past: what is drawn, and that nothing moves.
#include "graph/history/random_line.h"
#include "graph/model/build.h"
#include "ui/map/map_view.h"
#include "ui/map/words.h"

#include <QSignalSpy>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

class MapPastTest : public QObject {
    Q_OBJECT

    Line line_;
    std::vector<graph::SnapshotPtr> commits_;
    ui::LineGraphPtr past_;
    std::unique_ptr<ui::Selection> selection_;
    std::unique_ptr<ui::MapView> map_;

    void add(const char* text) {
        line_.add(text);
        commits_.push_back(graph::buildSnapshot(line_.projects.back(), rooted()));
    }
    // "web db(+) old(-)": the boxes, with marks.
    QString boxes() {
        QStringList out;
        for (const graph::Box& box : map_->scene()->drawing.boxes)
            out << QString::fromStdString(box.key) +
                       QStringList{"", "(+)", "(-)", "(~)"}[static_cast<int>(box.marks.change)];
        return out.join(' ');
    }
    QRectF placeOf(const char* key) { return map_->placeOfBox(map_->scene()->boxByKey(key)); }
    void enter(std::uint32_t revision) {
        QSignalSpy shown(map_.get(), &ui::MapView::pastShown);
        map_->enterPast(past_, revision);
        QVERIFY(shown.wait());
    }

private slots:
    void initTestCase() {
        add("== db.py\n== old.py\nimport db\n== p/__init__.py\n== p/a.py\n");
        add("== db.py\n== old.py\nimport db\n== web.py\nimport db, p.a\n== p/__init__.py\n== p/a.py\n");
        add("== db.py\n== web.py\nimport db\n== p/__init__.py\n== p/a.py\n== p/b.py\nimport p.a\n");
        add("== db.py\n== web.py\nimport db\n== p/__init__.py\n== p/a.py\n== p/b.py\nimport p.a\n");
        past_ = ui::makeLineGraph(std::make_shared<graph::EdgeTimeline>(edgesOf(line_, rooted(), 1)),
                                  *commits_.back());
    }
    void init() {
        selection_ = std::make_unique<ui::Selection>();
        map_ = std::make_unique<ui::MapView>(selection_.get());
        map_->setAnimated(false);
        map_->resize(800, 600);
        map_->show();
        QVERIFY(QTest::qWaitForWindowExposed(map_.get()));
        map_->setSnapshot(commits_.back());
        QTRY_VERIFY(map_->scene());
    }
    void cleanup() { map_.reset(); }

    void whatComesAndGoesIsMarkedAndNothingMoves() {
        enter(0);
        QCOMPARE(boxes(), "db old p");
        const QRectF db = placeOf("db"), old = placeOf("old");
        map_->showRevision(1);
        QCOMPARE(boxes(), "db old p web(+)");
        QCOMPARE(placeOf("db"), db);
        const QRectF web = placeOf("web");
        map_->showRevision(2);
        QCOMPARE(boxes(), "db old(-) p web(+)"); // just now
        QCOMPARE(placeOf("old"), old);
        QTest::qWait(ui::Playback::kMarkedMs + 50);
        QCOMPARE(boxes(), "db old(-) p web(+)"); // one rests here
        map_->showRevision(3);
        QCOMPARE(boxes(), "db p web");
        QCOMPARE(placeOf("web"), web);
        map_->showRevision(99); // the working tree is the last one's
        QCOMPARE(boxes(), "db p web");
        map_->showRevision(0);
        QCOMPARE(boxes(), "db old(+) p web(-)");
        QCOMPARE(placeOf("old"), old);
    }
    void theCommitThatIsOpenedTakesThePlacesThatThingsHave() {
        QSignalSpy better(map_.get(), &ui::MapView::layoutRequested); // which would move things
        enter(2);
        const QRectF db = placeOf("db"), web = placeOf("web");
        map_->leavePast(false);
        map_->setSnapshot(commits_[2]);
        QTRY_VERIFY(!map_->busy());
        QVERIFY(!map_->scene()->ofPast && map_->scene()->snapshot == commits_[2]);
        QCOMPARE(boxes(), "db p web");
        QCOMPARE(placeOf("db"), db);
        QCOMPARE(placeOf("web"), web);
        map_->setSnapshot(commits_[3]); // and the next one, as long as the view is the same
        QTRY_VERIFY(!map_->busy() && map_->scene()->snapshot == commits_[3]);
        QCOMPARE(placeOf("web"), web);
        QVERIFY(better.isEmpty());
    }
    void whatHasNoBoxOfItsOwnHasNoneInTheCommitThatIsOpened() {
        graph::ViewSpec view = selection_->view();
        view.maxBoxes = 3; // which is enough for each commit, but not for all of them
        selection_->setView(view);
        enter(0);
        const QString boxes = this->boxes();
        QVERIFY2(boxes.contains(".~rest"), qPrintable(boxes));
        map_->leavePast(false);
        map_->setSnapshot(commits_[0]);
        QTRY_VERIFY(!map_->busy() && map_->scene()->snapshot == commits_[0]);
        QCOMPARE(this->boxes(), boxes);
        QVERIFY(map_->scene()->keepsPlaces);
    }
    void whoGoesBackFindsWhatWasThere() {
        const ui::ScenePtr before = map_->scene();
        enter(0);
        QVERIFY(map_->scene() != before);
        map_->leavePast(true);
        QCOMPARE(map_->scene(), before);
    }
    void aPackageIsOpenedAtTheSameRevision() {
        enter(1);
        map_->showRevision(1);
        graph::ViewSpec view = selection_->view();
        view.open.insert("p");
        QSignalSpy shown(map_.get(), &ui::MapView::pastShown);
        selection_->setView(view);
        QVERIFY(shown.wait());
        QCOMPARE(boxes(), "db old p web p.a");
        map_->showRevision(2);
        QVERIFY2(boxes().contains("p.b(+)"), qPrintable(boxes()));
        const QRectF b = placeOf("p.b");
        map_->leavePast(false);
        QTRY_VERIFY(!map_->busy()); // the newest, with the package open
        QCOMPARE(placeOf("p.b"), b);
    }
    void snapshotsThatComeMeanwhileAreShownAfterwards() {
        enter(0);
        map_->setSnapshot(commits_[2]);
        QVERIFY(!map_->busy() && map_->scene()->ofPast);
        map_->leavePast(true);
        QTRY_COMPARE(map_->scene()->snapshot, commits_[2]);
    }
    void theWholeRepositoryIsNotPlayed() {
        enter(0);
        graph::ViewSpec view = selection_->view();
        view.arrangement = graph::Arrangement::Overview;
        selection_->setView(view);
        QTRY_VERIFY(map_->scene()->isOverview());
        QVERIFY(!map_->playedScene());
        map_->showRevision(1);
        QVERIFY(map_->scene()->isOverview());
    }
    void linesCountImportsBetweenModules() {
        enter(1);
        const ui::Scene& scene = *map_->scene();
        const int line = scene.lineBetween(scene.boxByKey("web"), scene.boxByKey("db"));
        QVERIFY(line >= 0);
        const QString words = ui::describeLine(scene, line);
        QVERIFY2(words.contains("1 import between two modules") && !words.contains("statement"),
                 qPrintable(words));
    }
    void whatIsSelectedStaysSelected() {
        selection_->setSelected({"web", {}, false});
        enter(0);
        QCOMPARE(map_->emphasis().box, -1); // not there yet
        map_->showRevision(1);
        QCOMPARE(map_->scene()->nameOf(map_->emphasis().box), "web");
    }
    void whatComesFadesInUnlessNothingShallMove() {
        ui::Playback playback;
        const auto whole = std::dynamic_pointer_cast<const ui::WholeScene>(
            ui::buildWholeScene(past_, {}, nullptr, 1, nullptr));
        playback.start(whole, 0);
        playback.moveTo(1, 1000);
        const ui::ScenePtr scene = playback.moment();
        const auto web = static_cast<std::size_t>(scene->boxByKey("web")),
                   db = static_cast<std::size_t>(scene->boxByKey("db"));
        QVERIFY(playback.fading(1000));
        QVERIFY(playback.fades(1000).boxes[web] < playback.fades(1100).boxes[web]);
        QCOMPARE(playback.fades(1000).boxes[db], 1.0F);
        QVERIFY(!playback.fading(1000 + ui::Playback::kFadeMs));
        playback.setAnimated(false);
        QVERIFY(!playback.fading(1000));
    }
};

QTEST_MAIN(MapPastTest)
#include "map_past_test.moc"
