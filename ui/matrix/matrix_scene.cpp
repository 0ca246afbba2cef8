#include "ui/matrix/matrix_scene.h"

#include "graph/drawing/labels.h"
#include "ui/text.h"

#include <algorithm>

namespace espalier::ui {

namespace {

// Rows of a choice of modules have no packages around them: their names say all but what they share.
void nameRows(MatrixScene& scene) {
    const graph::Snapshot& snapshot = *scene.snapshot;
    std::vector<graph::ModuleId> modules;
    for (const graph::MatrixRow& row : scene.matrix.rows)
        modules.push_back(row.module);
    const std::size_t shared = graph::commonPackage(snapshot, modules).size();
    for (const graph::ModuleId module : modules)
        scene.labels.push_back(scene.view.only.empty() ? toQt(graph::shortLabel(snapshot, module))
                                                       : toQt(snapshot[module].name.substr(shared)));
}

} // namespace

MatrixScenePtr buildMatrixScene(const graph::SnapshotPtr& snapshot, const graph::ViewSpec& view,
                                graph::MatrixOrder order) {
    auto scene = std::make_shared<MatrixScene>();
    scene->snapshot = snapshot;
    scene->view = view;
    scene->order = order;
    scene->matrix = graph::makeMatrix(*snapshot, view, order);
    scene->columns.resize(scene->matrix.rows.size());
    for (const graph::MatrixCell& cell : scene->matrix.cells) {
        scene->columns[cell.column].push_back(cell.row);
        scene->mostStatements = std::max(scene->mostStatements, cell.statements);
    }
    nameRows(*scene);
    return scene;
}

const std::string& MatrixScene::nameOf(int row) const {
    return (*snapshot)[this->row(row).module].name;
}

const graph::MatrixCell* MatrixScene::cell(int row, int column) const {
    if (row < 0 || column < 0 || row >= rowCount() || column >= rowCount())
        return nullptr;
    return matrix.cell(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
}

int MatrixScene::rowShowing(const std::string& name) const {
    const auto module = name.empty() ? std::nullopt : snapshot->find(name);
    return module ? matrix.rowShowing(*snapshot, *module) : -1;
}

QString MatrixScene::describeCell(int row, int column) const {
    const graph::MatrixCell* cell = this->cell(row, column);
    const QString used = toQt(nameOf(row)), user = toQt(nameOf(column));
    if (row == column)
        return describeRow(row);
    if (!cell)
        return tr("%1 does not import %2").arg(user, used);
    QStringList counts{
        counted(cell->statements, tr("1 statement"), tr("%1 statements", nullptr, plural(cell->statements)))};
    for (const graph::EdgeKind kind :
         {graph::EdgeKind::Deferred, graph::EdgeKind::Typing, graph::EdgeKind::Script})
        if (const std::uint32_t n = cell->byKind[static_cast<std::size_t>(kind)]; n > 0)
            counts << tr("%1 %2").arg(number(n), kindWord(kind));
    const QString text = tr("%1 imports %2: %3").arg(user, used, counts.join(QStringLiteral(", ")));
    return cell->feedback ? text + u'\n' + tr("It runs back: part of a circle.") : text;
}

QString MatrixScene::describeRow(int i) const {
    const graph::MatrixRow& row = this->row(i);
    const auto index = static_cast<std::size_t>(i);
    QStringList lines{toQt(nameOf(i)), moduleKindWord((*snapshot)[row.module].kind)};
    if (row.modules > 1)
        lines << counted(row.modules, tr("1 module inside"),
                         tr("%1 modules inside", nullptr, plural(row.modules)));
    if (row.open)
        lines << tr("open: its own file alone, what is in it follows");
    lines
        << tr("used by %1, uses %2").arg(number(matrix.cellsOf(index).size()), number(columns[index].size()));
    if (row.marks.deprecated)
        lines << tr("deprecated");
    if (row.marks.cycle)
        lines << tr("part of an import cycle");
    return lines.join(u'\n');
}

} // namespace espalier::ui
