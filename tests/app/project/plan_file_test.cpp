// Plans in a project's folder: what is read, and what saving one leaves of a person's text.
#include "app/project/plan_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace espalier;
using namespace espalier::graph;

namespace {

std::string problemsText(const project::LoadedPlans& loaded) {
    std::string out;
    for (const facts::ProjectProblem& p : loaded.problems)
        out += std::to_string(p.problem.line) + ": " + p.problem.message + "\n";
    return out;
}

Plan everyChange(const std::string& name) {
    return {name,
            {CutEdge{"shop.web", "shop.cart"}, CutEdge{"a", "b", CutWay::Defer, {0x03}},
             CutEdge{"weird \"name\"\\\n\x7f", "é", CutWay::TypeChecking},
             RedirectNames{"shop.web", "shop", {"Order", "Cart"}, "shop.orders"},
             MoveSymbol{"shop.orders", "Order", "shop.model"}, MergeModules{"shop.old", "shop.orders"}}};
}

std::string content(const std::filesystem::path& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

} // namespace

class PlanFileTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsSavedIsRead() {
        QTemporaryDir folder;
        const std::string root = folder.path().toStdString();
        QVERIFY(project::readPlans(root).plans.empty());
        QVERIFY(project::savePlan(root, everyChange("one")));
        QVERIFY(project::savePlan(root, everyChange("two")));
        const project::LoadedPlans loaded = project::readPlans(root);
        QCOMPARE(problemsText(loaded), std::string());
        QCOMPARE(loaded.plans, (std::vector<Plan>{everyChange("one"), everyChange("two")}));
        QVERIFY(content(std::filesystem::path(root) / project::kPlanFile).starts_with("# What-if plans"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing half written
    }

    void theRestStaysAsItIs() {
        const std::string text = "# Ours.\n[[plan]]\nname = 'a' # mine\nchange = []\n\n# About b.\n[[plan]]\n"
                                 "name = 'b'\n[[plan.change]]\nmerge = 'x'\ninto = 'y'\n\n# About c.\n"
                                 "[[plan]]\nname = 'c'\n";
        const Plan b{"b", {MoveSymbol{"m", "f", "n"}}}, d{"d", {}};
        const std::string written =
            "[[plan]]\nname = \"b\"\n\n[[plan.change]]\nmove = \"m:f\"\ninto = \"n\"\n";
        const auto after = project::withPlan(text, b);
        QVERIFY(after);
        QCOMPARE(QString::fromStdString(*after),
                 QString::fromStdString("# Ours.\n[[plan]]\nname = 'a' # mine\nchange = []\n\n# About b.\n" +
                                        written + "\n# About c.\n[[plan]]\nname = 'c'\n"));
        const auto last = project::withPlan(*after, d);
        QVERIFY(last);
        QCOMPARE(*last, *after + "\n[[plan]]\nname = \"d\"\n");
        QCOMPARE(*project::withPlan(*last, d), *last);
        QCOMPARE(*project::withPlan(*last, b), *last);
        QCOMPARE(*project::withPlan("[[plan]]\nname = 'd'", d), std::string("[[plan]]\nname = \"d\"\n"));
    }

    void whatIsWrongIsSaid() {
        const auto said = [](const char* text) {
            return QString::fromStdString(problemsText(project::parsePlans(text, "plans.toml")));
        };
        QVERIFY(said("[[plan").startsWith("1: no valid TOML"));
        QCOMPARE(said("plans = 1"), "1: unknown key 'plans' in plans.toml; it is ignored\n");
        QCOMPARE(said("plan = 1"), "1: 'plan' in plans.toml must be a list of tables; it is ignored\n");
        QVERIFY(said("[[plan]]\nname = 'A B'").startsWith("1: a [[plan]] needs a name"));
        QVERIFY(said("[[plan]]\nname = 'a'\n[[plan]]\nname = 'a'").startsWith("3: there is another"));
        for (const char* change :
             {"", "cut = ['a']", "cut = ['a', 'b']\ninto = 'c'", "cut = ['a', 'b']\nhow = 'saw'",
              "cut = ['a', 'b']\nkinds = ['x']", "move = 'a'\ninto = 'b'", "move = 'a:'\ninto = 'b'",
              "merge = 'a'", "merge = 'a'\ninto = 'b'\nmove = 'a:x'", "redirect = ['a', 'b']\ninto = 'c'"}) {
            const std::string text = "[[plan]]\nname = 'a'\n[[plan.change]]\n" + std::string(change);
            const project::LoadedPlans loaded = project::parsePlans(text, "plans.toml");
            QCOMPARE(loaded.plans.size(), std::size_t(1));
            QVERIFY2(loaded.plans[0].changes.empty() && loaded.problems.size() == 1, change);
        }
        std::string many = "[[plan]]\nname = 'a'\n";
        for (std::size_t i = 0; i < project::kMostChanges + 1; ++i)
            many += "[[plan.change]]\nmerge = 'a'\ninto = 'b'\n";
        const project::LoadedPlans loaded = project::parsePlans(many, "plans.toml");
        QCOMPARE(loaded.plans[0].changes.size(), project::kMostChanges);
        QCOMPARE(loaded.problems.size(), std::size_t(1));
    }

    void whatCannotBeSavedChangesNothing() {
        QTemporaryDir folder;
        const std::string root = folder.path().toStdString();
        const std::filesystem::path path = std::filesystem::path(root) / project::kPlanFile;
        QVERIFY(!project::savePlan(root, Plan{"No name", {}}));
        QVERIFY(!project::savePlan(root, Plan{"a", {MergeModules{"\xff", "b"}}}));
        QVERIFY(!std::filesystem::exists(path));
        std::ofstream(path) << "[[plan\n";
        QVERIFY(!project::savePlan(root, Plan{"a", {}}));
        QCOMPARE(content(path), std::string("[[plan\n"));
        std::filesystem::remove(path);
        std::filesystem::create_symlink("/dev/null", path);
        QVERIFY(!project::savePlan(root, Plan{"a", {}}));
        QCOMPARE(project::readPlans(root).problems.size(), std::size_t(1));
        QVERIFY(!project::savePlan(root + "/none", Plan{"a", {}}));
    }
};

QTEST_APPLESS_MAIN(PlanFileTest)
#include "plan_file_test.moc"
