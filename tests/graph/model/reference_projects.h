// What tests against an independent reference have in common: the projects that they look at, and the
// reference's answers.
#pragma once

#include <QString>
#include <QStringList>

namespace espalier::test {

// Of the python3 at hand; empty without one.
[[nodiscard]] QString standardLibrary();

// Adds a row for Python's own library and for each project that packaging/corpora.sh has fetched, with the
// columns `folder` and `atLeast`: how much has to be found in the library, or in one of the others. Where the
// projects are missing, a row with an empty folder says so.
void addReferenceProjects(int inLibrary, int inOthers);

// The lines that a script, or folder, below tests/ prints for the arguments. Not ok if it fails.
struct ReferenceLines {
    bool ok = false;
    QStringList lines;
};
[[nodiscard]] ReferenceLines referenceLines(const QString& script, const QStringList& arguments);

} // namespace espalier::test
