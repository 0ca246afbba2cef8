// What the command line program tells of tangles (`espalier cycles --explain` and `--suggest`), as plain
// values. Modules by name: the program may have read newer files than the window shows.
#pragma once

#include "graph/cuts/edge_costs.h"
#include "ui/map/cycle_marks.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace espalier::ui {

enum class ImportOutcome { Ok, Fails, Unknown };

struct CyclePlace {
    QString path; // relative to the project; empty: none
    std::uint32_t line = 0;
};

// What happens when `entry` is the first module that a program imports.
struct EntryVerdict {
    struct Frame {
        QString module, function; // no function: the module's own code
        CyclePlace place;
    };
    QString entry;
    ImportOutcome outcome = ImportOutcome::Ok;
    QString error;            // "ImportError: cannot import name …"
    CyclePlace at;            // where it is raised
    std::vector<Frame> stack; // half-run modules, as a traceback has them
    // Of Unknown: what cannot be told, where, and what happens if it does not matter.
    QString unknown;
    CyclePlace unknownAt;
    ImportOutcome otherwise = ImportOutcome::Ok;

    [[nodiscard]] bool fails() const {
        return outcome == ImportOutcome::Fails ||
               (outcome == ImportOutcome::Unknown && otherwise == ImportOutcome::Fails);
    }
};

// Calls that a module makes while it is imported.
struct ImportCalls {
    QString module, path;
    std::vector<std::pair<std::uint32_t, QString>> calls; // line, what is called
};

struct TangleVerdict {
    std::vector<EntryVerdict> entries; // of each module of the tangle
    std::vector<ImportCalls> calls;

    [[nodiscard]] std::size_t count(ImportOutcome outcome) const;
    // Of those that cannot be told: with this outcome otherwise.
    [[nodiscard]] std::size_t countOtherwise(ImportOutcome outcome) const;
    // Fails, if it does for any entry; else Unknown, if it is for any.
    [[nodiscard]] ImportOutcome worst() const;
};

struct CutAnswer {
    struct Cut {
        NamedEdge edge;
        graph::CutKind how = graph::CutKind::Remove;
        bool easy = false;
        qint64 weight = 0;
        QStringList symbols;
        QStringList definedIn; // by symbol; empty: nowhere else
        struct Statement {
            CyclePlace place;
            QString text;
        };
        std::vector<Statement> statements;
        std::vector<std::size_t> tanglesLeft; // their sizes, when this and all cuts before are done
    };
    std::vector<Cut> cuts; // in the order of steps
    qint64 weight = 0, lowerBound = 0;
    bool optimal = false;
    std::vector<NamedEdge> keptCycle; // not empty: no answer, since all of these are to be kept
};

template <class T>
struct OfTangle {
    std::vector<std::string> modules;
    T answer;
};
// Nothing if the output is none of `espalier cycles`.
[[nodiscard]] std::optional<std::vector<OfTangle<TangleVerdict>>> readVerdicts(const QByteArray& json);
[[nodiscard]] std::optional<std::vector<OfTangle<CutAnswer>>> readCuts(const QByteArray& json);

} // namespace espalier::ui
