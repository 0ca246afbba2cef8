#include "graph/drawing/words.h"

#include <QTest>

using namespace espalier::graph;

class WordsTest : public QObject {
    Q_OBJECT
private slots:
    void fillsInAllAtOnce() {
        QCOMPARE(filled("%1 imports %2", {"a", "b"}), std::string("a imports b"));
        QCOMPARE(filled("%2 vor %1", {"a", "b"}), std::string("b vor a"));
        QCOMPARE(filled("%1 and %2", {"%2", "100 %"}), std::string("%2 and 100 %"));
        QCOMPARE(filled("%1 %, %3 and %", {"7"}), std::string("7 %, %3 and %"));
        QCOMPARE(filled("", {"a"}), std::string());
    }
    void speaksEnglishFirst() {
        QCOMPARE(moduleCount(1), std::string("1 module"));
        QCOMPARE(moduleCount(0), std::string("0 modules"));
        QCOMPARE(moduleCount(1234567), std::string("1,234,567 modules"));
        QCOMPARE(grouped(999), std::string("999"));
        QCOMPARE(hundredths(0.345), std::string("0.35"));
        QCOMPARE(hundredths(1.0), std::string("1.00"));
    }
    // Polish has three forms: "moduł", "moduły" for 2 to 4, "modułów".
    void speaksAnother() {
        Words::speak({[](const char* english, int n) -> std::string {
                          if (std::string_view(english) == "%1 modules")
                              return n >= 2 && n <= 4 ? "%1 moduły" : "%1 modułów";
                          return std::string_view(english) == "1 module" ? "1 moduł" : english;
                      },
                      ".", ","});
        QCOMPARE(moduleCount(1), std::string("1 moduł"));
        QCOMPARE(moduleCount(3), std::string("3 moduły"));
        QCOMPARE(moduleCount(5000), std::string("5.000 modułów"));
        QCOMPARE(moduleCount(0), std::string("0 modułów"));
        QCOMPARE(hundredths(0.5), std::string("0,50"));
        QCOMPARE(statementCount(2), std::string("2 statements"));
    }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
