// What packaging files say can be run from outside.
#include "app/project/entry_points.h"

#include <QTest>

using namespace espalier;

class EntryPointsTest : public QObject {
    Q_OBJECT

    static QString lines(const char* text, bool setupCfg) {
        QString out;
        for (const graph::EntryPoint& one : project::parseEntryPoints(text, "p", setupCfg))
            out += QString("%1 %2=%3:%4\n")
                       .arg(one.line)
                       .arg(QString::fromStdString(one.name), QString::fromStdString(one.module),
                            QString::fromStdString(one.object));
        return out;
    }

private slots:
    void toml() {
        QCOMPARE(
            lines("[project.scripts]\nshop = 'shop.cli:main'\n[project.gui-scripts]\nw = 'shop.gui:App.run "
                  "[extra]'\n"
                  "[project.entry-points.'shop.plugins']\np = 'shop.plug'\n[tool.poetry.scripts]\no = 'a:b'\n"
                  "[tool.poetry.scripts.t]\nreference = 'c:d'\n[other]\nx = 'no:no'\n",
                  false),
            QString(
                "2 shop=shop.cli:main\n4 w=shop.gui:App.run\n6 p=shop.plug:\n8 o=a:b\n10 reference=c:d\n"));
        QCOMPARE(lines("[project.scripts\n", false), QString());
        QCOMPARE(lines("[project]\nscripts = 3\n", false), QString());
    }
    void setupCfg() {
        QCOMPARE(lines("[metadata]\nname = x\n[options.entry_points]\r\nconsole_scripts =\n    shop = "
                       "shop.cli:main\n"
                       "    # no = no\n\tq=a.b [x]\n[other]\n    y = n:n\n",
                       true),
                 QString("5 shop=shop.cli:main\n7 q=a.b:\n"));
    }
};

QTEST_APPLESS_MAIN(EntryPointsTest)
#include "entry_points_test.moc"
