// A table of cases: what a small project says, what the graph makes of it, and what python3 does with it.
#pragma once

#include "graph/model/project_text.h"

#include <QMetaType>

namespace espalier::test {

// python3 cannot decide the case, or not every version of it does so alike: only the graph is looked at.
inline constexpr const char* kNotRun = "";

struct SemanticCase {
    const char* name;    // the case, in words
    const char* project; // project_text.h; may begin with a line end, as may `edges` and `problems`
    const char* edges;   // as edgeLines() gives them
    const char* problems = "";
    // What happens when `entry` is really imported, or run if it is a path: "ok", or the error's type, and its
    // place where every version of python3 says it. The files that this loads must be those that the graph
    // predicts.
    const char* python = "ok";
    const char* entry = "main";
    EdgeLines shown = {};
};

// In a function …_data(): the columns, then a row for each case.
void caseColumns();
void addCase(const SemanticCase& entry);
// In the test itself.
void checkCase();

} // namespace espalier::test

Q_DECLARE_METATYPE(espalier::test::SemanticCase)
