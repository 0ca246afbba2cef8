#include "ui/symbols/patch_maker.h"

#include "ui/icon.h"

namespace espalier::ui {

PatchMaker::PatchMaker(QObject* parent)
    : QObject(parent)
    , make(new QAction(icon(QStringLiteral("export")), tr("Make a patch…"), this)) {
    connect(make, &QAction::triggered, this, [this] {
        if (paths_)
            emit wanted(*paths_);
    });
    setPaths({});
}

void PatchMaker::setPaths(const std::optional<PatchPaths>& paths) {
    paths_ = paths;
    make->setEnabled(paths.has_value());
    make->setToolTip(paths ? tr("A patch that imports %2 in place of %1").arg(paths->from, paths->to)
                           : tr("A patch that imports something from another place"));
}

} // namespace espalier::ui
