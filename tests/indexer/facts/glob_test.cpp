#include "indexer/facts/glob.h"

#include <QTest>

using namespace espalier::facts;

class GlobTest : public QObject {
    Q_OBJECT
private slots:
    void matches_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* pattern, const char* path, bool expected) {
            QTest::addRow("%s on %s", pattern, path) << QString(pattern) << QString(path) << expected;
        };
        row("**/node_modules/**", "node_modules/x.py", true);
        row("**/node_modules/**", "a/b/node_modules/c/x.py", true);
        row("**/node_modules/**", "a/my_node_modules/x.py", false);
        row("**/node_modules/**", "node_modules", false);
        row("**/test_*.py", "test_a.py", true);
        row("**/test_*.py", "a/b/test_a.py", true);
        row("**/test_*.py", "a/test_b/c.py", false);
        row("scripts/**", "scripts/a/b.py", true);
        row("scripts/**", "a/scripts/b.py", false);
        row("*.py", "a.py", true);
        row("*.py", "a/b.py", false);
        row("**/*backup*/**", "old/my_backups/a/b.py", true);
        row("**/*backup*/**", "old/backup.py", false);
        row("a/**/b/**/c.py", "a/x/b/y/b/z/c.py", true);
        row("a/**/b/c.py", "a/b/x/b/c.py", true);
        row("a/**/b/c.py", "a/b/c/b.py", false);
        row("a?c.[ch]", "abc.h", true);
        row("a?c.[!ch]", "abc.h", false);
        row("a[b-d]*", "aczz", true);
        row("[", "[", true);
        row("", "", true);
        row("**", "a/b", true);
    }
    void matches() {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(bool, expected);
        QCOMPARE(globMatches(pattern.toStdString(), path.toStdString()), expected);
    }
    void hostilePatternEndsSoon() {
        std::string pattern, path(3000, 'a');
        for (int i = 0; i < 500; ++i)
            pattern += "**/*a*";
        QVERIFY(!globMatches(pattern + "b", path));
    }
};

QTEST_APPLESS_MAIN(GlobTest)
#include "glob_test.moc"
