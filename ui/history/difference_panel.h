// The list of what has changed between two commits.
#pragma once

#include "ui/history/difference_desk.h"
#include "ui/history/history_desk.h"
#include "ui/panels/list_panel.h"

#include <QLabel>

namespace espalier::ui {

class DifferencePanel : public QWidget {
    Q_OBJECT
public:
    DifferencePanel(DifferenceDesk* desk, HistoryDesk* history, QWidget* parent = nullptr);

    [[nodiscard]] ListPanel* list() const { return list_; }
    [[nodiscard]] TreeTable* model() const { return model_; }
    [[nodiscard]] QString words() const { return words_->text(); }
    // How many changes there are, for a title.
    [[nodiscard]] std::size_t size() const;

signals:
    void chosen(const espalier::ui::DifferenceItem& item);
    void activated(const espalier::ui::DifferenceItem& item);
    void changed();

private:
    void update();
    [[nodiscard]] const DifferenceItem* itemOf(const QModelIndex& row) const;

    DifferenceDesk* desk_;
    TreeTable* model_;
    ListPanel* list_;
    QLabel* words_;
};

} // namespace espalier::ui
