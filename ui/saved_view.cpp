#include "ui/saved_view.h"

#include "ui/json_reader.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <array>
#include <span>

namespace espalier::ui {

namespace {

using graph::ViewSpec;

struct Views {
    Q_DECLARE_TR_FUNCTIONS(Views)
};

constexpr int kVersion = 1;
constexpr int kMostDrawn = 2000; // more would stop the window
constexpr char kLinkStart[] = "espalier://view?z=";

constexpr std::array kKindWords{"import", "deferred", "typing", "script"};
static_assert(kKindWords.size() == facts::kEdgeKindCount);
constexpr std::array kArrangementWords{"layered", "overview"};
constexpr std::array kMetricWords{"none", "lines", "fan_in", "fan_out", "instability"};
constexpr std::array kFrontWords{"map", "matrix", "focus", "path"};
constexpr std::array kOrderWords{"level", "name", "cluster"};

template <class Value, class Struct = ViewSpec>
struct Field {
    const char* name;
    Value Struct::*value;
};
constexpr Field<bool> kFlags[] = {
    {"externals", &ViewSpec::externals},
    {"tests", &ViewSpec::tests},
    {"ghosts", &ViewSpec::ghosts},
    {"deprecated_only", &ViewSpec::deprecatedOnly},
    {"tangles_only", &ViewSpec::tanglesOnly},
    {"direct_only", &ViewSpec::directOnly},
    {"bundled", &ViewSpec::bundled},
};
constexpr Field<bool, graph::EdgeFilter> kFilterFlags[] = {
    {"implicit_parents", &graph::EdgeFilter::implicitParents},
    {"strings", &graph::EdgeFilter::strings},
};
constexpr Field<std::set<std::string>> kNames[] = {
    {"open", &ViewSpec::open},
    {"hidden", &ViewSpec::hidden},
    {"wanted", &ViewSpec::wanted},
    {"only", &ViewSpec::only},
};
constexpr Field<std::string> kTexts[] = {{"pattern", &ViewSpec::pattern}, {"below", &ViewSpec::below}};
constexpr Field<std::size_t> kBudgets[] = {
    {"max_boxes", &ViewSpec::maxBoxes},
    {"max_lines", &ViewSpec::maxLines},
    {"max_top_boxes", &ViewSpec::maxTopBoxes},
};
constexpr Field<graph::Metric> kMetrics[] = {{"size", &ViewSpec::size}, {"tint", &ViewSpec::tint}};

QLatin1String word(std::span<const char* const> words, auto value) {
    return QLatin1String(words[static_cast<std::size_t>(value)]);
}

void put(QJsonObject& object, const char* name, const std::string& text) {
    if (!text.empty())
        object[QLatin1String(name)] = toQt(text);
}

void put(QJsonObject& object, const char* name, const std::set<std::string>& names) {
    QJsonArray list;
    for (const std::string& n : names)
        list << toQt(n);
    if (!list.empty())
        object[QLatin1String(name)] = list;
}

QJsonArray toJson(const graph::Point& p) {
    return {p.x, p.y};
}

QJsonObject toJson(const ViewSpec& view) {
    const ViewSpec usual;
    QJsonObject out;
    for (const auto& [name, names] : kNames)
        put(out, name, view.*names);
    for (const auto& [name, text] : kTexts)
        put(out, name, view.*text);
    for (const auto& [name, flag] : kFlags)
        if (view.*flag != usual.*flag)
            out[QLatin1String(name)] = view.*flag;
    for (const auto& [name, flag] : kFilterFlags)
        if (view.filter.*flag)
            out[QLatin1String(name)] = true;
    for (const auto& [name, budget] : kBudgets)
        if (view.*budget != usual.*budget)
            out[QLatin1String(name)] = static_cast<qint64>(view.*budget);
    for (const auto& [name, metric] : kMetrics)
        if (view.*metric != graph::Metric::None)
            out[QLatin1String(name)] = word(kMetricWords, view.*metric);
    if (view.arrangement != usual.arrangement)
        out[QLatin1String("arrangement")] = word(kArrangementWords, view.arrangement);
    QJsonArray kinds;
    for (std::size_t i = 0; i < kKindWords.size(); ++i)
        if (view.filter.kinds.has(static_cast<graph::EdgeKind>(i)))
            kinds << QLatin1String(kKindWords[i]);
    out[QLatin1String("kinds")] = kinds;
    QJsonObject moved, notes;
    for (const auto& [name, place] : view.moved)
        moved[toQt(name)] = toJson(place);
    for (const auto& [name, text] : view.notes)
        notes[toQt(name)] = toQt(text);
    if (!moved.empty())
        out[QLatin1String("moved")] = moved;
    if (!notes.empty())
        out[QLatin1String("notes")] = notes;
    return out;
}

ViewSpec readSpec(const JsonReader& json) {
    ViewSpec view;
    for (const auto& [name, names] : kNames)
        json.read(name, view.*names);
    for (const auto& [name, text] : kTexts)
        json.read(name, view.*text);
    for (const auto& [name, flag] : kFlags)
        json.read(name, view.*flag);
    for (const auto& [name, flag] : kFilterFlags)
        json.read(name, view.filter.*flag);
    for (const auto& [name, budget] : kBudgets)
        json.read(name, view.*budget, 1, kMostDrawn);
    for (const auto& [name, metric] : kMetrics)
        json.read(name, view.*metric, kMetricWords);
    json.read("arrangement", view.arrangement, kArrangementWords);
    if (json.has("kinds")) {
        std::set<std::string> words;
        json.read("kinds", words);
        view.filter.kinds = {};
        for (std::size_t i = 0; i < kKindWords.size(); ++i)
            if (words.contains(kKindWords[i]))
                view.filter.kinds.add(static_cast<graph::EdgeKind>(i));
    }
    json.read("moved", view.moved);
    json.read("notes", view.notes);
    return view;
}

QJsonObject toJson(const Selected& selected) {
    QJsonObject out;
    put(out, "module", selected.module);
    put(out, "target", selected.target);
    put(out, "others", selected.others.set());
    put(out, "symbol", selected.symbol);
    if (selected.exact)
        out[QLatin1String("exact")] = true;
    return out;
}

Selected readSelected(const JsonReader& json) {
    Selected selected;
    json.read("module", selected.module);
    json.read("target", selected.target);
    std::set<std::string> others;
    json.read("others", others);
    selected.others = std::move(others);
    json.read("symbol", selected.symbol);
    json.read("exact", selected.exact);
    return selected;
}

// The view in front and what belongs to one of the views alone.
QJsonObject frontToJson(const ViewState& state) {
    QJsonObject out{{QStringLiteral("view"), word(kFrontWords, state.kind)},
                    {QStringLiteral("order"), word(kOrderWords, state.order)},
                    {QStringLiteral("depth"), state.depth},
                    {QStringLiteral("packages"), state.packages},
                    {QStringLiteral("beside"), state.beside}};
    put(out, "centre", state.centre);
    put(out, "from", state.pathFrom);
    put(out, "to", state.pathTo);
    put(out, "avoid", state.avoid);
    return out;
}

void readFront(const JsonReader& json, ViewState& state) {
    json.read("view", state.kind, kFrontWords);
    json.read("order", state.order, kOrderWords);
    json.read("depth", state.depth, 1, ViewState::kMostDepth);
    json.read("packages", state.packages);
    json.read("beside", state.beside);
    json.read("centre", state.centre);
    json.read("from", state.pathFrom);
    json.read("to", state.pathTo);
    json.read("avoid", state.avoid);
}

QJsonObject toJson(const MapPlace& place) {
    QJsonObject out;
    out[QLatin1String("zoom")] = place.zoom;
    put(out, "box", place.box);
    out[QLatin1String("within")] = toJson(place.within);
    return out;
}

MapPlace readPlace(const JsonReader& json) {
    MapPlace place;
    place.whole = false;
    json.read("zoom", place.zoom, 0.001, 1000);
    json.read("box", place.box);
    json.read("within", place.within);
    return place;
}

facts::Error damaged(const QString& what, const QString& where) {
    return {toUtf8(what), toUtf8(where), toUtf8(Views::tr("Ask for the view again: it may have been cut"))};
}

} // namespace

QJsonObject toJson(const SavedView& saved) {
    const ViewState& state = saved.state;
    QJsonObject out{{QStringLiteral("espalier-view"), kVersion}};
    put(out, "name", toUtf8(saved.name));
    put(out, "project", toUtf8(saved.project));
    put(out, "revision", toUtf8(saved.revision));
    QJsonObject view = toJson(state.view);
    put(view, "only_title", state.onlyTitle);
    out[QLatin1String("view")] = view;
    if (!state.selected.empty())
        out[QLatin1String("selected")] = toJson(state.selected);
    out[QLatin1String("front")] = frontToJson(state);
    if (!saved.place.whole)
        out[QLatin1String("camera")] = toJson(saved.place);
    return out;
}

facts::Result<SavedView> viewFromJson(const QJsonObject& json, const QString& where) {
    std::optional<QString> problem;
    const JsonReader reader(json, {}, problem);
    int version = 0;
    reader.read("espalier-view", version, 0, 1'000'000);
    if (!problem && version == 0)
        return facts::Error{toUtf8(Views::tr("This is no view of Espalier")), toUtf8(where), {}};
    if (!problem && version > kVersion)
        return facts::Error{toUtf8(Views::tr("This view was made by a newer Espalier")), toUtf8(where),
                            toUtf8(Views::tr("Install the newer version"))};
    SavedView saved;
    reader.read("name", saved.name);
    reader.read("project", saved.project);
    reader.read("revision", saved.revision);
    const JsonReader view = reader.child("view");
    saved.state.view = readSpec(view);
    view.read("only_title", saved.state.onlyTitle);
    saved.state.selected = readSelected(reader.child("selected"));
    readFront(reader.child("front"), saved.state);
    if (reader.has("camera"))
        saved.place = readPlace(reader.child("camera"));
    if (problem)
        return damaged(*problem, where);
    return saved;
}

QByteArray toFile(const SavedView& view) {
    return QJsonDocument(toJson(view)).toJson();
}

facts::Result<SavedView> viewFromFile(const QByteArray& content, const QString& where) {
    if (content.size() > kMostViewBytes)
        return damaged(Views::tr("This is too large for a view"), where);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (!document.isObject())
        return damaged(
            error.error == QJsonParseError::NoError
                ? Views::tr("This is no view of Espalier")
                : Views::tr("This is no JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset),
            where);
    return viewFromJson(document.object(), where);
}

bool isViewLink(const QString& text) {
    return text.trimmed().startsWith(QLatin1String("espalier:"), Qt::CaseInsensitive);
}

facts::Result<QString> toLink(const SavedView& view) {
    const QByteArray json = QJsonDocument(toJson(view)).toJson(QJsonDocument::Compact);
    const QByteArray packed =
        qCompress(json, 9).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (json.size() > kMostViewBytes || packed.size() > kMostLinkChars)
        return facts::Error{toUtf8(Views::tr("There is too much in this view for a link")),
                            {},
                            toUtf8(Views::tr("Write it to a file instead"))};
    return QString(QLatin1String(kLinkStart) + QLatin1String(packed));
}

facts::Result<SavedView> viewFromLink(const QString& link) {
    const QString trimmed = link.trimmed(), where = Views::tr("link");
    if (!trimmed.startsWith(QLatin1String(kLinkStart)) || trimmed.size() > kMostLinkChars + 64)
        return damaged(Views::tr("This is no link to a view of Espalier"), where);
    const QByteArray text = trimmed.mid(qsizetype(sizeof kLinkStart) - 1).toLatin1();
    const auto packed = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding |
                                                                 QByteArray::AbortOnBase64DecodingErrors);
    // The first four bytes say how long it will be; they are believed by qUncompress().
    if (!packed || packed.decoded.size() <= 4 ||
        qFromBigEndian<quint32>(packed.decoded.constData()) > quint32(kMostViewBytes))
        return damaged(Views::tr("The link is damaged"), where);
    const QByteArray json = qUncompress(packed.decoded);
    if (json.isEmpty())
        return damaged(Views::tr("The link is damaged"), where);
    return viewFromFile(json, where);
}

} // namespace espalier::ui
