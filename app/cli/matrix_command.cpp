#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/text.h"
#include "graph/drawing/drawing.h"
#include "graph/drawing/matrix.h"

#include <algorithm>
#include <cstdio>

namespace espalier::cli {
namespace {

using graph::Matrix;
using graph::Snapshot;

void printJson(const Snapshot& snapshot, const Matrix& matrix) {
    JsonPrinter printer;
    printer.beginList("rows");
    for (const graph::MatrixRow& row : matrix.rows)
        printer.item({{"module", snapshot[row.module].name},
                      {"depth", row.depth},
                      {"open", row.open},
                      {"modules", row.modules}});
    printer.endList();
    printer.beginList("cells");
    for (const graph::MatrixCell& cell : matrix.cells)
        printer.item({{"row", cell.row},
                      {"column", cell.column},
                      {"statements", cell.statements},
                      {"feedback", cell.feedback}});
    printer.endList();
    printer.beginList("blocks");
    for (const Matrix::Block& block : matrix.blocks)
        printer.item({{"first", block.first}, {"last", block.last}});
    printer.endList();
}

// A name within double quotes where it needs them (RFC 4180).
std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

void printCsv(const Snapshot& snapshot, const Matrix& matrix) {
    std::printf("module");
    for (const graph::MatrixRow& row : matrix.rows)
        std::printf(",%s", csvField(snapshot[row.module].name).c_str());
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        std::printf("\r\n%s", csvField(snapshot[matrix.rows[r].module].name).c_str());
        auto cell = matrix.cellsOf(r).begin();
        for (std::size_t c = 0; c < matrix.rows.size(); ++c) {
            const bool filled = cell != matrix.cellsOf(r).end() && cell->column == c;
            std::printf(filled ? ",%u" : ",", filled ? cell->statements : 0);
            cell += filled;
        }
    }
    std::printf("\r\n");
}

void printText(const Snapshot& snapshot, const Matrix& matrix) {
    std::size_t widest = 0;
    std::uint32_t most = 1;
    for (const graph::MatrixRow& row : matrix.rows)
        widest = std::max(widest, 2 * static_cast<std::size_t>(row.depth) +
                                      printable(snapshot[row.module].name).size());
    for (const graph::MatrixCell& cell : matrix.cells)
        most = std::max(most, cell.statements);
    const int name = static_cast<int>(widest);
    const int index = static_cast<int>(std::to_string(matrix.rows.size()).size());
    const int column = std::max(index, static_cast<int>(std::to_string(most).size()) + 1) + 1;
    std::printf("Down a column: what it uses. Along a row: who uses it. Numbers: statements; ! runs back, in "
                "a circle.\n");
    std::printf("%*s", name + index + 1, "");
    for (std::size_t c = 0; c < matrix.rows.size(); ++c)
        std::printf("%*zu", column, c + 1);
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        const graph::MatrixRow& row = matrix.rows[r];
        const std::string label =
            std::string(2 * static_cast<std::size_t>(row.depth), ' ') + printable(snapshot[row.module].name);
        std::printf("\n%-*s %*zu", name, label.c_str(), index, r + 1);
        auto cell = matrix.cellsOf(r).begin();
        for (std::size_t c = 0; c < matrix.rows.size(); ++c) {
            std::string text = r == c ? "\\" : ".";
            if (cell != matrix.cellsOf(r).end() && cell->column == c) {
                text = std::to_string(cell->statements) + (cell->feedback ? "!" : "");
                ++cell;
            }
            std::printf("%*s", column, text.c_str());
        }
    }
    std::printf("\n");
}

} // namespace

int matrixCommand(const MatrixRequest& request) {
    const auto opened = indexAndOpen(request.request, false);
    if (!opened)
        return fail(opened.error());
    const Snapshot& snapshot = **opened;
    graph::ViewSpec view = graph::landingView(snapshot);
    view.filter = request.request.filter;
    view.externals = request.externals;
    view.open.insert(request.open.begin(), request.open.end());
    const Matrix matrix = graph::makeMatrix(snapshot, view, request.order);
    if (request.format == "json")
        printJson(snapshot, matrix);
    else if (request.format == "csv")
        printCsv(snapshot, matrix);
    else
        printText(snapshot, matrix);
    return 0;
}

} // namespace espalier::cli
