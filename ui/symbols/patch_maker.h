// The command that shows a patch for what is selected.
#pragma once

#include "ui/symbols/patch.h"

#include <QAction>
#include <QObject>

#include <optional>

namespace espalier::ui {

class PatchMaker : public QObject {
    Q_OBJECT
public:
    explicit PatchMaker(QObject* parent = nullptr);

    // Of what is selected; nothing: there is no other place that it should be imported from.
    void setPaths(const std::optional<PatchPaths>& paths);
    [[nodiscard]] const std::optional<PatchPaths>& paths() const { return paths_; }

    QAction* make;

signals:
    void wanted(const espalier::ui::PatchPaths& paths);

private:
    std::optional<PatchPaths> paths_;
};

} // namespace espalier::ui
