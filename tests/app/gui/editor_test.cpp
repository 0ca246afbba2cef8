#include "app/gui/editor.h"

#include <QTest>

using namespace espalier::gui;

class EditorTest : public QObject {
    Q_OBJECT
private slots:
    void fillsThePlaceHolders() {
        QCOMPARE(editorCommand("code --goto %f:%l:%c", "/a b/x.py", 3, 7),
                 (QStringList{"code", "--goto", "/a b/x.py:3:7"}));
        QCOMPARE(editorCommand("\"my editor\" +%l %f", "/x.py", 3, 7),
                 (QStringList{"my editor", "+3", "/x.py"}));
    }
    void aFileNameIsNeverAnArgumentOfItsOwnMaking() {
        QCOMPARE(editorCommand("e %f", "/a; rm -rf %l.py", 3, 7), (QStringList{"e", "/a; rm -rf %l.py"}));
    }
    void saysWhenThereIsNoEditor() {
        QVERIFY(!openInEditor("", "/x.py", 1, 1).ok());
        const auto started = openInEditor("/no/such/program %f", "/x.py", 1, 1);
        QVERIFY(!started.ok());
        QCOMPARE(started.error().where, std::string("/no/such/program"));
    }
};

QTEST_GUILESS_MAIN(EditorTest)
#include "editor_test.moc"
