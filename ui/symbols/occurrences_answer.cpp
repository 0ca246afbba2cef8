// Where a name is written: what the command line program has found in all text of the project.
#include "ui/symbols/symbol_answers.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace espalier::ui {

namespace {

struct Occurrences { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Occurrences)
};

constexpr std::array kPlaces{"import", "code", "string", "comment", "other"};
constexpr std::array kRanks{"P1", "P2", "P3", "P4"};

QString placeWord(const QString& place) {
    return place == u"import"    ? Occurrences::tr("import")
           : place == u"code"    ? Occurrences::tr("code")
           : place == u"string"  ? Occurrences::tr("string")
           : place == u"comment" ? Occurrences::tr("comment")
                                 : Occurrences::tr("no Python", "a place: a file in another language");
}

QString classWordOf(const QString& name) {
    for (int i = 0; i < graph::kPathClassCount; ++i)
        if (const auto cls = static_cast<graph::PathClass>(i); name == toQt(graph::name(cls)))
            return classWord(cls);
    return name;
}

QString rankHint(const QString& rank) {
    return rank == u"P1"   ? Occurrences::tr("P1: reached from a critical path of a campaign")
           : rank == u"P2" ? Occurrences::tr("P2: other production code")
           : rank == u"P3" ? Occurrences::tr("P3: tests and tools")
                           : Occurrences::tr("P4: copies, and mere text");
}

// "import 12, code 40"
template <class Keys, class Word>
QString counts(const QJsonObject& json, const Keys& keys, const Word& word) {
    QStringList out;
    for (const char* key : keys) {
        const qint64 n = json[QLatin1String(key)][QLatin1String("occurrences")].toInteger();
        if (n > 0)
            out << word(QLatin1String(key)) + u' ' + number(static_cast<std::size_t>(n));
    }
    return out.join(QStringLiteral(", "));
}

QString verdictOf(const QJsonObject& json, std::size_t all, std::size_t files) {
    if (all == 0)
        return Occurrences::tr("It is written nowhere.");
    QStringList lines{Occurrences::tr("%1 in %2", "1,650 occurrences in 356 files")
                          .arg(counted(all, Occurrences::tr("1 occurrence"),
                                       Occurrences::tr("%1 occurrences", nullptr, plural(all))),
                               counted(files, Occurrences::tr("1 file"),
                                       Occurrences::tr("%1 files", nullptr, plural(files))))};
    constexpr std::array kClasses{"production", "tests", "tools", "copies"};
    lines << counts(json[QLatin1String("by_place")].toObject(), kPlaces, placeWord);
    lines << counts(json[QLatin1String("by_class")].toObject(), kClasses, classWordOf);
    lines << counts(json[QLatin1String("by_rank")].toObject(), kRanks,
                    [](const QString& rank) { return rank; });
    if (all > kMostOccurrences)
        lines << Occurrences::tr("The %1 that matter most are listed.").arg(number(kMostOccurrences));
    return lines.join(u'\n');
}

} // namespace

Answer occurrencesAnswer(const QByteArray& bytes) {
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Answer out;
    out.headers = {Occurrences::tr("Where"), Occurrences::tr("Place"), Occurrences::tr("Rank"),
                   Occurrences::tr("Class")};
    const QJsonArray files = json[QLatin1String("files")].toArray();
    out.verdict = verdictOf(json, static_cast<std::size_t>(json[QLatin1String("occurrences")].toInteger()),
                            static_cast<std::size_t>(files.size()));
    for (const QJsonValue& file : files) {
        const QString cls = classWordOf(file[QLatin1String("class")].toString());
        const std::string path = toUtf8(file[QLatin1String("path")].toString());
        for (const QJsonValue& at : file[QLatin1String("occurrences")].toArray()) {
            if (out.rows.size() == kMostOccurrences)
                return out;
            const QString rank = at[QLatin1String("rank")].toString();
            out.addPlace(path, static_cast<std::uint32_t>(at[QLatin1String("line")].toInteger()),
                         static_cast<std::uint32_t>(at[QLatin1String("column")].toInteger()),
                         {placeWord(at[QLatin1String("place")].toString()), rank, cls});
            out.rows.back().toolTip = out.rows.back().cells.front() + u'\n' + rankHint(rank);
        }
    }
    return out;
}

} // namespace espalier::ui
