#include "ui/campaigns/graph_trend.h"

#include "ui/text.h"

#include <QCoreApplication>

#include <array>
#include <numeric>

namespace espalier::ui {

namespace {

struct GraphTrend { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(GraphTrend)
};

constexpr std::array kMeasures{
    TrendMeasure::Modules,    TrendMeasure::Imports,      TrendMeasure::Tangles, TrendMeasure::InTangles,
    TrendMeasure::AllTangles, TrendMeasure::InAllTangles, TrendMeasure::Ghosts,  TrendMeasure::GhostImports,
    TrendMeasure::Unparsable, TrendMeasure::Lines};
static_assert(kMeasures.front() == kFirstOfGraph);

std::uint32_t count(const graph::Measures& m, graph::ModuleKind kind) {
    return m.modules[static_cast<std::size_t>(kind)];
}

std::uint32_t modulesOf(const graph::Measures& m) {
    return count(m, graph::ModuleKind::Module) + count(m, graph::ModuleKind::Package);
}

double valueOf(const graph::Measures& m, TrendMeasure measure) {
    switch (measure) {
    case TrendMeasure::Modules:
        return modulesOf(m);
    case TrendMeasure::Imports:
        return std::accumulate(m.edges.begin(), m.edges.end(), 0.0);
    case TrendMeasure::Tangles:
        return m.atImport.tangles;
    case TrendMeasure::InTangles:
        return m.atImport.modules;
    case TrendMeasure::AllTangles:
        return m.withDeferred.tangles;
    case TrendMeasure::InAllTangles:
        return m.withDeferred.modules;
    case TrendMeasure::Ghosts:
        return count(m, graph::ModuleKind::Ghost);
    case TrendMeasure::GhostImports:
        return m.files.ghostStatements;
    case TrendMeasure::Unparsable:
        return m.files.unparsable;
    case TrendMeasure::Lines:
        return static_cast<double>(m.files.lines);
    case TrendMeasure::Files:
    case TrendMeasure::Statements:
    case TrendMeasure::Compliance:
        break; // of campaigns
    }
    return 0;
}

} // namespace

QString measureWord(TrendMeasure measure) {
    switch (measure) {
    case TrendMeasure::Modules:
        return GraphTrend::tr("Modules");
    case TrendMeasure::Imports:
        return GraphTrend::tr("Imports, by kind");
    case TrendMeasure::Tangles:
        return GraphTrend::tr("Tangles at import time");
    case TrendMeasure::InTangles:
        return GraphTrend::tr("Modules in tangles at import time");
    case TrendMeasure::AllTangles:
        return GraphTrend::tr("Tangles with deferred imports");
    case TrendMeasure::InAllTangles:
        return GraphTrend::tr("Modules in tangles with deferred imports");
    case TrendMeasure::Ghosts:
        return GraphTrend::tr("Missing modules (ghosts)");
    case TrendMeasure::GhostImports:
        return GraphTrend::tr("Import statements of missing modules");
    case TrendMeasure::Unparsable:
        return GraphTrend::tr("Files that do not parse");
    case TrendMeasure::Lines:
        return GraphTrend::tr("Lines");
    case TrendMeasure::Files:
    case TrendMeasure::Statements:
    case TrendMeasure::Compliance:
        break;
    }
    return {};
}

QStringList graphMeasureWords() {
    QStringList out;
    for (const TrendMeasure measure : kMeasures)
        out << measureWord(measure);
    return out;
}

TrendData graphTrend(CommitLinePtr line, const graph::MeasuredLine& measured, TrendMeasure measure) {
    TrendData data;
    data.line = std::move(line);
    data.measure = measure;
    for (std::size_t i = 0; i < measured.measures.size(); ++i) {
        TrendData::Point point;
        point.place = static_cast<int>(i);
        point.all = valueOf(measured.measures[i], measure);
        if (measure == TrendMeasure::Imports)
            for (std::size_t kind = 0; kind < TrendData::kParts; ++kind)
                point.parts[kind] = measured.measures[i].edges[kind];
        const bool same = !data.points.empty() && data.points.back().all == point.all &&
                          data.points.back().parts == point.parts;
        if (!same)
            data.points.push_back(point);
    }
    return data;
}

QString graphWords(const graph::MeasuredLine& measured) {
    const graph::Measures& m = measured.measures.back();
    const std::size_t modules = modulesOf(m), inTangles = m.atImport.modules,
                      ghosts = count(m, graph::ModuleKind::Ghost);
    return QStringList{
        counted(modules, GraphTrend::tr("1 module"), GraphTrend::tr("%1 modules", nullptr, plural(modules))),
        counted(inTangles, GraphTrend::tr("1 in tangles at import time"),
                GraphTrend::tr("%1 in tangles at import time", nullptr, plural(inTangles))),
        counted(ghosts, GraphTrend::tr("1 is missing"),
                GraphTrend::tr("%1 are missing", nullptr, plural(ghosts)))}
        .join(QStringLiteral(", "));
}

} // namespace espalier::ui
