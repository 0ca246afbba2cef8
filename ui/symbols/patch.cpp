#include "ui/symbols/patch.h"

#include "graph/symbols/find_symbol.h"
#include "ui/foreign_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace espalier::ui {

namespace {

struct PatchWords { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(PatchWords)
};

// Much as the command line program writes it: a patch is not in the language of the window.
QByteArray head(const QJsonObject& batch, qsizetype place, qsizetype all) {
    const QString package = batch[QLatin1String("package")].toString();
    return QStringLiteral("# batch %1 of %2: %3 (%4), %5 -> %6 left\n")
        .arg(place)
        .arg(all)
        .arg(package.isEmpty() ? QStringLiteral(".") : package,
             batch[QLatin1String("class")].toString())
        .arg(batch[QLatin1String("before")].toInteger())
        .arg(batch[QLatin1String("after")].toInteger())
        .toUtf8();
}

QByteArray differenceOf(const QJsonObject& file) {
    const QJsonValue exact = file[QLatin1String("diff_base64")];
    return exact.isString() ? QByteArray::fromBase64(exact.toString().toLatin1())
                            : file[QLatin1String("diff")].toString().toUtf8();
}

void addLeft(Answer& left, const QJsonObject& item) {
    const QString name = item[QLatin1String("name")].toString();
    const QString why = foreignWords(toUtf8(item[QLatin1String("reason")].toString()));
    left.addPlace(toUtf8(item[QLatin1String("path")].toString()),
                  static_cast<std::uint32_t>(item[QLatin1String("line")].toInteger()),
                  static_cast<std::uint32_t>(item[QLatin1String("column")].toInteger()), {name, why});
}

} // namespace

std::optional<PatchPaths> replacementOf(const Findings& findings, graph::ModuleId module,
                                        const std::string& symbol) {
    const auto thing = std::ranges::find_if(findings.deprecated, [&](const DeprecatedThing& one) {
        return one.module == module && one.symbol == symbol;
    });
    if (thing == findings.deprecated.end() || thing->replacement.empty() ||
        symbol.find('.') != std::string::npos)
        return std::nullopt;
    const graph::Snapshot& s = *findings.snapshot;
    const QString from = toQt(s[module].name);
    if (symbol.empty()) {
        const auto to = s.find(thing->replacement);
        return to && *to != module ? std::optional(PatchPaths{from, toQt(s[*to].name)}) : std::nullopt;
    }
    if (thing->replacement.find_first_of(".:") == std::string::npos) // of which module it does not say
        return std::nullopt;
    const auto to = graph::findSymbol(s, thing->replacement);
    if (to.size() != 1 || to.front().module == module)
        return std::nullopt;
    return PatchPaths{from + u':' + toQt(symbol), toQt(graph::text(s, to.front()))};
}

std::optional<PatchPaths> towardsCanonical(const graph::SpreadRow& spread, std::size_t way) {
    if (spread.canonical.empty() || way >= spread.ways.size() || spread.ways[way].canonical)
        return std::nullopt;
    return PatchPaths{toQt(spread.ways[way].path), toQt(spread.canonical)};
}

Patch readPatch(const QByteArray& bytes) {
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Patch out;
    const QJsonArray batches = json[QLatin1String("batches")].toArray();
    qint64 changed = 0;
    for (qsizetype i = 0; i < batches.size(); ++i) {
        const QJsonObject batch = batches[i].toObject();
        changed += batch[QLatin1String("names")].toInteger();
        out.difference += head(batch, i + 1, batches.size());
        for (const QJsonValue& file : batch[QLatin1String("files")].toArray())
            out.difference += differenceOf(file.toObject());
    }
    out.left.headers = {PatchWords::tr("Stays as it is"), PatchWords::tr("Name"), PatchWords::tr("Why")};
    for (const QJsonValue& item : json[QLatin1String("left")].toArray())
        addLeft(out.left, item.toObject());
    const auto all = static_cast<std::size_t>(json[QLatin1String("names")].toInteger());
    const auto parts = static_cast<std::size_t>(batches.size());
    const QString names =
        counted(all, PatchWords::tr("1 name"), PatchWords::tr("%1 names", nullptr, plural(all)));
    if (all == 0)
        out.left.verdict = PatchWords::tr("Nothing imports it.");
    else if (changed == 0)
        out.left.verdict = PatchWords::tr("Nothing can be changed: %1 left.", "12 names").arg(names);
    else
        out.left.verdict = PatchWords::tr("%1 of %2 changed, in %3. %4 left as they are.",
                                          "12 of 15 names … 2 batches. 3 left")
                               .arg(number(static_cast<std::size_t>(changed)), names,
                                    counted(parts, PatchWords::tr("1 batch"),
                                            PatchWords::tr("%1 batches", nullptr, plural(parts))),
                                    number(out.left.rows.size()));
    return out;
}

} // namespace espalier::ui
