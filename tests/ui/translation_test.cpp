// Every text of the interface has its translation: the sources are searched again, as a translator would do
// it. The last tests run in German; nothing after them can be English again.
#include "graph/drawing/words.h"
#include "ui/foreign_words.h"
#include "ui/panels/evidence_panel.h"
#include "ui/shop_window.h"
#include "ui/translation.h"
#include "ui/window/help.h"

#include <QDirIterator>
#include <QLocale>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <map>

using namespace espalier;

namespace {

struct Text {
    QStringList forms; // one, or one for each plural form
    bool numerus = false, finished = true;
};
using Texts = std::map<std::pair<QString, QString>, Text>; // by context, without namespaces, and source

const QString kSources = QStringLiteral(ESPALIER_SOURCE_DIR);

Texts readTexts(const QString& path) {
    QFile file(path);
    Texts texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context, source;
    Text text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == u"name")
                context = xml.readElementText().section(QStringLiteral("::"), -1);
            else if (xml.name() == u"message")
                text = {{}, xml.attributes().hasAttribute(QStringLiteral("numerus")), true};
            else if (xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.name() == u"translation") {
                text.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
                if (!text.numerus)
                    text.forms << xml.readElementText();
            } else if (xml.name() == u"numerusform")
                text.forms << xml.readElementText();
        } else if (xml.isEndElement() && xml.name() == u"message") {
            texts[{context, source}] = text;
        }
    }
    return texts;
}

// What a translation must have as its source has it: %1, %n, one mnemonic, an ellipsis, lines, HTML tags.
QStringList fixedParts(const QString& text) {
    static const QRegularExpression pattern(
        QStringLiteral("%L?[0-9nflc]|&(?=[^& ])|…|\n|</?[a-z]+>|Ctrl|Strg"));
    QStringList out;
    for (auto found = pattern.globalMatch(text); found.hasNext();)
        out << found.next().captured().replace(QStringLiteral("Strg"), QStringLiteral("Ctrl"));
    out.sort();
    return out;
}

QStringList faults(const Texts& texts) {
    QStringList out;
    for (const auto& [key, text] : texts) {
        const QString name = key.first + QStringLiteral(": ") + key.second;
        if (!text.finished || text.forms.contains(QString()))
            out << QStringLiteral("not translated: ") + name;
        else
            for (const QString& form : text.forms)
                if (fixedParts(form) != fixedParts(key.second))
                    out << QStringLiteral("other place-holders: ") + name;
    }
    return out;
}

// Names of all that has a tr() of its own, in ui/ and app/.
QStringList translatedClasses() {
    static const QRegularExpression declared(QStringLiteral("Q_DECLARE_TR_FUNCTIONS\\((\\w+)\\)"));
    static const QRegularExpression object(QStringLiteral("class (\\w+)[^;{]*\\{\\s*Q_OBJECT"));
    QStringList out{QStringLiteral("Words")}; // of the graph, which the translation gives its language
    for (const char* folder : {"/ui", "/app"})
        for (QDirIterator files(kSources + folder, {"*.h", "*.cpp"}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext();) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString content = QString::fromUtf8(file.readAll());
            for (const QRegularExpression& pattern : {declared, object})
                for (auto found = pattern.globalMatch(content); found.hasNext();)
                    out << found.next().captured(1);
        }
    return out;
}

// Letters that two entries of one menu share, as "menu: letter".
QStringList sharedMnemonics(const QList<QAction*>& actions, const QString& menu) {
    QStringList out;
    QSet<QChar> taken;
    for (const QAction* action : actions) {
        const QString text = action->text().section(QStringLiteral(": "), 0, 0); // "&Undo: hide a"
        const qsizetype at = text.indexOf(u'&');
        if (at >= 0 && !action->isSeparator()) {
            const QChar letter = text[at + 1].toLower();
            if (taken.contains(letter))
                out << menu + QStringLiteral(": ") + letter;
            taken << letter;
        }
        if (action->menu())
            out << sharedMnemonics(action->menu()->actions(), action->text());
    }
    return out;
}

QStringList titles(const QMenuBar& bar) {
    QStringList out;
    for (const QAction* action : bar.actions())
        out << action->text().remove(u'&');
    return out;
}

} // namespace

class TranslationTest : public QObject, test::ShopWindow {
    Q_OBJECT
private slots:
    void initTestCase() { useOwnSettings(); }
    void cleanup() { window_.reset(); }

    void everyTextIsTranslated_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(kSources + QStringLiteral("/resources/translations"));
        for (const QString& file : folder.entryList({QStringLiteral("espalier_*.ts")}))
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
    void everyTextIsTranslated() {
        QFETCH(QString, file);
        QTemporaryDir scratch;
        const QString copy = scratch.filePath(QFileInfo(file).fileName());
        QVERIFY(QFile::copy(file, copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(kSources);
        lupdate.start(QStringLiteral(ESPALIER_LUPDATE),
                      {"ui", "app", "graph", "-silent", "-no-obsolete", "-locations", "none", "-ts", copy});
        QVERIFY2(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0,
                 qPrintable(lupdate.errorString() + QString::fromUtf8(lupdate.readAllStandardError())));
        const Texts found = readTexts(copy), kept = readTexts(file);
        QVERIFY(found.size() > 400);
        QStringList wrong = faults(found);
        for (const auto& [key, text] : kept)
            if (!found.contains(key))
                wrong << QStringLiteral("no source says any more: ") + key.second;
        const QStringList classes = translatedClasses();
        for (const auto& [key, text] : found)
            if (!classes.contains(key.first))
                wrong << QStringLiteral("nobody asks for the context ") + key.first;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void theSystemsLanguageIsFound_data() {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("region") << QStringList{"de-AT", "de"} << "de";
        QTest::newRow("script") << QStringList{"de-Latn-DE"} << "de";
        QTest::newRow("none of them") << QStringList{"tlh", "vo"} << "en";
        QTest::newRow("second wish") << QStringList{"tlh", "de-DE", "en-US"} << "de";
        QTest::newRow("English before German") << QStringList{"en-GB", "de-DE"} << "en";
        QTest::newRow("C") << QStringList{"C"} << "en";
        QTest::newRow("nothing") << QStringList() << "en";
    }
    void theSystemsLanguageIsFound() {
        QFETCH(QStringList, wanted);
        QFETCH(QString, chosen);
        QCOMPARE(ui::bestLanguage(wanted), chosen);
    }
    void languagesAreListed() {
        QCOMPARE(ui::languages().first(), "en");
        QVERIFY(ui::languages().contains("de"));
    }

    void mnemonicsAreUnique() {
        newWindow();
        openShop();
        QCOMPARE(sharedMnemonics(window_->menuBar()->actions(), "menu bar"), QStringList());
    }

    // From here on in German.
    void theWindowSpeaksGerman() {
        ui::installTranslation("de");
        newWindow();
        openShop();
        QCOMPARE(titles(*window_->menuBar()),
                 QStringList({"Datei", "Bearbeiten", "Gehe zu", "Karte", "Ansichten", "Fenster", "Hilfe"}));
        QCOMPARE(sharedMnemonics(window_->menuBar()->actions(), "menu bar"), QStringList());
        QCOMPARE(window_->evidence().title(), "Nichts ausgewählt");
        QCOMPARE(QLocale().toString(1234567), "1.234.567");
        // Of two plural forms the right one, of a class in its namespace and of one without Q_OBJECT.
        QCOMPARE(QCoreApplication::translate("espalier::ui::MainWindow", "%1 ghosts", nullptr, 1),
                 "%1 Geistermodul");
        QCOMPARE(QCoreApplication::translate("BadgeText", "%1 ghosts", nullptr, 0), "%1 Geistermodule");
        QCOMPARE(QCoreApplication::translate("espalier::ui::Banner", "unknown"), "unknown");
    }
    void picturesSpeakGerman() {
        newWindow();
        openShop();
        const graph::Drawing& drawing = window_->map().scene()->drawing;
        QVERIFY2(drawing.subtitle.find(" Module · ") != std::string::npos, drawing.subtitle.c_str());
        const auto says = [&](const char* text) {
            return std::ranges::any_of(drawing.legend, [&](const auto& entry) { return entry.text == text; });
        };
        QVERIFY(says("Paket") && says("veraltet"));
        QVERIFY(!says("package") && !says("deprecated"));
        QCOMPARE(graph::moduleCount(1), std::string("1 Modul"));
        QCOMPARE(graph::moduleCount(4321), std::string("4.321 Module"));
        QCOMPARE(graph::hundredths(0.5), std::string("0,50"));
    }
    void whatComesFromBelowIsTranslated() {
        QCOMPARE(ui::foreignWords("there is no module 'a.b'"),
                 QString::fromUtf8("ein Modul „a.b“ gibt es nicht"));
        QCOMPARE(ui::foreignWords("'a' has no name 'b%1' and no such module"),
                 QString::fromUtf8("„a“ hat keinen Namen „b%1“ und kein solches Modul"));
        QCOMPARE(ui::foreignWords("unmatched 'a"), "unmatched 'a");
        QCOMPARE(ui::foreignWords("there is no module 'a' (optional: the failure is caught)"),
                 QString::fromUtf8("ein Modul „a“ gibt es nicht (optional: Der Fehler wird abgefangen)"));
        QCOMPARE(ui::foreignWords("Permission denied"), "Permission denied");
        QCOMPARE(
            ui::foreignWords("'a' in canonical of [[campaign]] must be a symbol such as \"a.b:name\"; it "
                             "is ignored"),
            QString::fromUtf8("„a“ in canonical von [[campaign]] muss ein Symbol wie \"a.b:name\" sein; es "
                              "wird ignoriert"));
        QCOMPARE(
            ui::foreignWords("a:x and b:x are not proven to be the same: b:x, of another project (line 3)"),
            QString::fromUtf8("dass a:x und b:x dasselbe sind, ist nicht bewiesen: b:x, aus einem anderen "
                              "Projekt (Zeile 3)"));
    }
    void messagesOfOneStringAreTranslated_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("least");
        QTest::newRow("scanner")
            << "/indexer/scan"
            << "(?:syntaxError\\([^;\"]*|\\{\"[a-z-]+\", \\w+, \\w+,\\s*)\"([^\"]{8,})\"[)}]" << 15;
        QTest::newRow("rewriting") << "/app/rewrite"
                                   << "(?:leave\\(ref, [^,]+, |leftAlone\\([^;\"]*|Error\\{\\s*|return "
                                      "\\{\\{\\}, |reason = )\"([^\"]{8,})\"[),;]"
                                   << 14;
        QTest::newRow("reading what rewriting needs") << "/app/project"
                                                      << "Error\\{\"(it has changed[^\"]*)\", file.path" << 0;
    }
    void messagesOfOneStringAreTranslated() {
        QFETCH(QString, folder);
        QFETCH(QString, pattern);
        QFETCH(int, least);
        const QRegularExpression message(pattern);
        QStringList english;
        int count = 0;
        for (QDirIterator files(kSources + folder, {"*.cpp"}, QDir::Files); files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString content = QString::fromUtf8(file.readAll());
            for (auto found = message.globalMatch(content); found.hasNext(); ++count)
                if (const QString text = found.next().captured(1).remove(u'\\');
                    ui::foreignWords(text.toStdString()) == text)
                    english << text;
        }
        QVERIFY2(count > least, qPrintable(QString::number(count)));
        QCOMPARE(english, QStringList());
    }
    void theHelpIsGermanAndAsLong() {
        newWindow();
        const QString page = ui::helpPage(*window_->menuBar());
        QVERIFY(page.contains("<h2>Befehle</h2>") && page.contains("Strg+K"));
        const auto parts = [](const QString& name) {
            QFile file(":/espalier/help/" + name);
            if (!file.open(QIODevice::ReadOnly))
                return QStringList();
            static const QRegularExpression tag(QStringLiteral("<[^>]+>"));
            QStringList out;
            for (auto found = tag.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();)
                out << found.next().captured();
            return out;
        };
        QCOMPARE(parts("keys_de.html"), parts("keys.html"));
        QVERIFY(parts("keys.html").size() > 100);
    }
    // "Cancel" and the like come from Qt, where its translations are installed: setup.sh sees to it.
    void qtSpeaksGerman() { QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), "Abbrechen"); }
};

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
