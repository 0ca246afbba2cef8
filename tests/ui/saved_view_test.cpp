#include "ui/project_memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace espalier;
using ui::SavedView;

namespace {

// Everything in it differs from what is usual.
SavedView fullView() {
    graph::ViewSpec v;
    v.open = {"shop", "shop.wéb"};
    v.filter = {graph::KindSet::of(graph::EdgeKind::Deferred), true, true};
    v.externals = true;
    v.tests = v.ghosts = false;
    v.hidden = {"shop.a", "shop.b"};
    v.wanted = {"shop.c"};
    v.only = {"shop.d"};
    v.pattern = "ord*";
    v.below = "shop";
    v.deprecatedOnly = v.tanglesOnly = v.directOnly = v.bundled = true;
    v.arrangement = graph::Arrangement::Overview;
    v.size = graph::Metric::Lines;
    v.tint = graph::Metric::Instability;
    v.moved = {{"shop.a", {-1.5, 2.25}}};
    v.notes = {{"shop.a", "ask \"Ada\"\n– soon"}};
    v.maxBoxes = 90;
    v.maxLines = 91;
    v.maxTopBoxes = 92;
    const ui::Selected selected{"shop.a", "shop.b", true, {"shop.c"}, "Order"};
    const ui::ViewState state{
        v,   selected, "tangle of 4", ui::ViewKind::Focus, true, graph::MatrixOrder::Cluster, 3, "m", true,
        "x", "y",      {"z"}};
    return {"Review", "shop", "4f1c", state, {false, 1.75, "shop.wéb", {10, -20.5}}};
}

QString errorOf(const QByteArray& json) {
    const auto view = ui::viewFromFile(json, "x.espalier-view");
    return view ? QString("no error") : QString::fromStdString(view.error().text());
}

} // namespace

class SavedViewTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsWrittenIsRead() {
        for (const SavedView& view : {fullView(), SavedView()}) {
            const auto fromFile = ui::viewFromFile(ui::toFile(view), "file");
            QVERIFY2(fromFile, fromFile ? "" : fromFile.error().text().c_str());
            QVERIFY(*fromFile == view);
            const auto link = ui::toLink(view);
            QVERIFY(link && ui::isViewLink(*link));
            QVERIFY2(QUrl(*link).isValid() && QUrl(*link).toString() == *link, qPrintable(*link));
            const auto fromLink = ui::viewFromLink("  " + *link + "\n");
            QVERIFY(fromLink && *fromLink == view);
        }
    }
    // A field that is forgotten in the JSON would be lost here.
    void everyFieldIsWritten() {
        const QJsonObject view = ui::toJson(fullView())["view"].toObject();
        for (const char* name : {"open",
                                 "hidden",
                                 "wanted",
                                 "only",
                                 "only_title",
                                 "kinds",
                                 "implicit_parents",
                                 "strings",
                                 "externals",
                                 "tests",
                                 "ghosts",
                                 "deprecated_only",
                                 "tangles_only",
                                 "direct_only",
                                 "bundled",
                                 "pattern",
                                 "below",
                                 "arrangement",
                                 "size",
                                 "tint",
                                 "moved",
                                 "notes",
                                 "max_boxes",
                                 "max_lines",
                                 "max_top_boxes"})
            QVERIFY2(view.contains(name), name);
        QCOMPARE(view.size(), 25);
    }
    // Does not compile when a field is added: give it a value in fullView(), and the tests tell whether it is
    // written.
    void everyFieldOfAStateIsTried() {
        const auto [view, selected, title, kind, beside, order, depth, centre, packages, from, to, avoid,
                    plan] = fullView().state;
        const ui::ViewState usual;
        QVERIFY(view != usual.view && selected != usual.selected && title != usual.onlyTitle);
        QVERIFY(kind != usual.kind && order != usual.order && depth != usual.depth);
        QVERIFY(centre != usual.centre && packages != usual.packages && from != usual.pathFrom);
        QVERIFY(to != usual.pathTo && avoid != usual.avoid && beside != usual.beside);
        QVERIFY(plan == usual.plan); // plans are saved on their own, never with a view
    }
    void linksAreShort() {
        const auto link = ui::toLink(fullView());
        QVERIFY2(link->size() < 900, qPrintable(QString::number(link->size())));
    }
    void tooMuchForALinkIsSaid() {
        SavedView view;
        for (int i = 0; i < 30'000; ++i)
            view.state.view.hidden.insert(std::to_string(i * 7919 % 100'003) + "." + std::to_string(i * i));
        const auto link = ui::toLink(view);
        QVERIFY(!link);
        QVERIFY(QString::fromStdString(link.error().hint).contains("file"));
        QVERIFY(*ui::viewFromFile(ui::toFile(view), "file") == view);
    }
    void wrongValuesAreNamed_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& json, const char* said) {
            QTest::newRow(name) << json << QString(said);
        };
        row("no json", "{", "This is no JSON");
        row("a list", "[]", "This is no view");
        row("another object", "{}", "This is no view");
        row("newer", R"({"espalier-view": 2})", "newer");
        row("version as text", R"({"espalier-view": "1"})", "“espalier-view” must be a number");
        row("flag", R"({"espalier-view": 1, "view": {"tests": 1}})", "“view.tests” must be true or false");
        row("names", R"({"espalier-view": 1, "view": {"open": ["a", 1]}})", "“view.open” must be a list");
        row("word", R"({"espalier-view": 1, "view": {"tint": "red"}})", "“view.tint” must be one of none, ");
        row("object", R"({"espalier-view": 1, "view": []})", "“view” must be an object");
        row("budget", R"({"espalier-view": 1, "view": {"max_boxes": 1e9}})", "“view.max_boxes” must be");
        row("zoom", R"({"espalier-view": 1, "camera": {"zoom": 0}})", "“camera.zoom” must be");
        row("far away", R"({"espalier-view": 1, "view": {"moved": {"a": [1e300, 0]}}})",
            "“view.moved.a” must be two numbers");
        row("order", R"({"espalier-view": 1, "front": {"order": 1}})",
            "“front.order” must be one of level, ");
        row("depth", R"({"espalier-view": 1, "front": {"depth": -1}})", "“front.depth” must be");
    }
    void wrongValuesAreNamed() {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const QString error = errorOf(json);
        QVERIFY2(error.startsWith("x.espalier-view: ") && error.contains(said), qPrintable(error));
    }
    void whatANewerVersionAddsIsLeftOut() {
        const auto view = ui::viewFromFile(R"({"espalier-view": 1, "more": 1, "view": {"colour": 1}})", "f");
        QVERIFY(view && *view == SavedView());
    }
    void damagedLinksAreRefused() {
        const QString link = *ui::toLink(fullView());
        const qsizetype start = link.indexOf("z=") + 2;
        int refused = 0;
        for (qsizetype length = 0; length < link.size(); ++length)
            refused += !ui::viewFromLink(link.left(length));
        QVERIFY2(refused > link.size() - 6, qPrintable(QString::number(refused))); // the checksum's end
        for (qsizetype at = start; at < link.size(); ++at) {
            QString damaged = link;
            damaged[at] = damaged[at] == u'A' ? u'B' : u'A';
            (void)ui::viewFromLink(damaged); // whatever comes, no crash
        }
        QVERIFY(!ui::viewFromLink("https://example.org/"));
        QVERIFY(!ui::viewFromLink("espalier://view?z=" + QString(ui::kMostLinkChars + 100, u'A')));
    }
    void aSmallLinkThatGrowsHugeIsRefused() {
        QByteArray zeros = qCompress(QByteArray(64 << 20, ' '), 9);
        const auto link = [](const QByteArray& packed) {
            return "espalier://view?z=" +
                   QString::fromLatin1(
                       packed.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        };
        QVERIFY(!ui::viewFromLink(link(zeros)));
        zeros = qCompress(QByteArray(16 << 20, ' '), 9);
        zeros[0] = zeros[1] = zeros[2] = 0; // the length it claims
        zeros[3] = 9;
        QVERIFY(!ui::viewFromLink(link(zeros)));
    }
    void twoWindowsOnOneProjectKeepTheirChanges() {
        SavedView ours{"b", {}, {}, {}, {}}, theirs = ours;
        const auto last = [](std::map<std::string, std::string> notes, double x) {
            SavedView view;
            view.state.view.notes = std::move(notes);
            view.state.view.moved = {{"m", {x, 0}}};
            return view;
        };
        ours.project = "ours";
        theirs.revision = "theirs";
        const ui::ProjectMemory before{{"a", "b"}, {fullView(), ours}, last({{"a", "1"}, {"b", "2"}}, 1)};
        const ui::ProjectMemory kept{{"b", "c"}, {theirs}, last({{"a", "1"}, {"b", "2"}, {"c", "3"}}, 7)};
        ui::ProjectMemory now{{"a", "d"}, {fullView(), ours}, last({{"a", "one"}, {"d", "4"}}, 1)};
        now.last->state.kind = ui::ViewKind::Path;
        const ui::ProjectMemory both = ui::withChanges(kept, before, now);
        QCOMPARE(both.bookmarks, (std::vector<std::string>{"c", "d"})); // a went there, b here
        QVERIFY(both.views == std::vector{theirs});                     // changed there alone
        QVERIFY(both.last->state.kind == ui::ViewKind::Path);
        QCOMPARE(both.last->state.view.notes,
                 (std::map<std::string, std::string>{{"a", "one"}, {"c", "3"}, {"d", "4"}}));
        QCOMPARE(both.last->state.view.moved.at("m").x, 7.0);
        QVERIFY(ui::withChanges(before, before, now) == now);
        QVERIFY(ui::withChanges({}, {}, now) == now);
    }
    void whatIsChangedInAListStaysInItsPlace() {
        SavedView first{"first", {}, {}, {}, {}}, changed = first;
        const SavedView second{"second", {}, {}, {}, {}};
        changed.project = "other";
        const auto views = [](const SavedView& a, const SavedView& b) {
            return ui::ProjectMemory{{}, {a, b}, {}};
        };
        QVERIFY(ui::withChanges(views(first, second), views(first, second), views(changed, second)) ==
                views(changed, second));
    }
    void aMemoryIsKeptWhole() {
        const ui::ProjectMemory memory{{"b", "a"}, {fullView(), SavedView()}, fullView()};
        const auto read = ui::memoryFromFile(ui::toFile(memory, "/src/shop"), "file");
        QVERIFY(read && *read == memory);
        const QByteArray whole = ui::toFile(memory, "/src/shop");
        for (qsizetype length = 0; length < whole.trimmed().size(); ++length)
            QVERIFY(!ui::memoryFromFile(whole.left(length), "file"));
    }
};

QTEST_APPLESS_MAIN(SavedViewTest)
#include "saved_view_test.moc"
