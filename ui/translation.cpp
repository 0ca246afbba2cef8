#include "ui/translation.h"

#include "graph/drawing/words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstring>

// Outside of any namespace, as Qt wants it: the resource lies in a static library.
static void initTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace espalier::ui {

namespace {

const QString kEnglish = QStringLiteral("en");
const QString kFolder = QStringLiteral(":/espalier/translations");
const QString kPrefix = QStringLiteral("espalier_");

// Some versions of lupdate file a class under its bare name; tr() asks for it with its namespaces.
class Translator : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* text, const char* note, int n) const override {
        const char* last = std::strrchr(context, ':');
        const QString found = QTranslator::translate(last ? last + 1 : context, text, note, n);
        return found.isEmpty() && last ? QTranslator::translate(context, text, note, n) : found;
    }
};

void install(QTranslator* translator, const QLocale& locale, const QString& prefix, const QString& folder) {
    if (translator->load(locale, prefix, QString(), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

std::string picturePhrase(const char* english, int n) {
    return toUtf8(QCoreApplication::translate("Words", english, nullptr, n));
}

} // namespace

QStringList languages() {
    initTranslations();
    QStringList out{kEnglish};
    for (const QString& file : QDir(kFolder).entryList({kPrefix + u'*'}, QDir::Files, QDir::Name))
        out << file.mid(kPrefix.size()).section(u'.', 0, 0);
    return out;
}

QString bestLanguage(const QStringList& wanted) {
    const QStringList there = languages();
    for (QString code : wanted) {
        code.replace(u'-', u'_');
        for (; !code.isEmpty(); code = code.section(u'_', 0, -2)) // "pt_BR", then "pt"
            if (there.contains(code))
                return code;
    }
    return kEnglish;
}

void installTranslation(const QString& language) {
    if (languages().contains(language))
        QLocale::setDefault(QLocale(language));
    const QLocale numbers;
    graph::Words::speak({picturePhrase, toUtf8(numbers.groupSeparator()), toUtf8(numbers.decimalPoint())});
    const QString chosen =
        languages().contains(language) ? language : bestLanguage(QLocale::system().uiLanguages());
    if (chosen == kEnglish)
        return;
    QCoreApplication* application = QCoreApplication::instance();
    const QLocale locale(chosen);
    // "Cancel" and the like; not installed everywhere.
    install(new QTranslator(application), locale, QStringLiteral("qtbase_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(new Translator(application), locale, kPrefix, kFolder);
}

} // namespace espalier::ui
