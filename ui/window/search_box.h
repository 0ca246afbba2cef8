// Finds a module by parts of its name.
#pragma once

#include "ui/models/search_index.h"

#include <QLineEdit>

class QListWidget;

namespace espalier::ui {

// A list of the best matches drops down while one types; Up and Down choose, Enter takes, Esc closes.
class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchBox(QWidget* parent = nullptr);
    void setSnapshot(graph::SnapshotPtr snapshot);
    // Names offered now, best first.
    [[nodiscard]] QStringList offered() const;

signals:
    void chosen(espalier::graph::ModuleId module);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer();
    void take(int row);

    static constexpr std::size_t kMostOffered = 12;
    graph::SnapshotPtr snapshot_;
    SearchIndex index_;
    std::vector<graph::ModuleId> hits_;
    QListWidget* popup_;
};

} // namespace espalier::ui
