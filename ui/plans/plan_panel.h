// The plan that one works on: its changes with their ticks, what there is to say of each, and what they make.
#pragma once

#include "ui/panels/list_panel.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/plan_model.h"

#include <QLabel>

namespace espalier::ui {

class PlanPanel : public QWidget {
    Q_OBJECT
public:
    explicit PlanPanel(PlanDesk* desk, Selection* selection, QWidget* parent = nullptr);

    [[nodiscard]] ListPanel* list() const { return list_; }
    [[nodiscard]] PlanModel* model() const { return model_; }
    [[nodiscard]] QString words() const { return words_->text(); }

private:
    void update();
    void removeCurrent();
    bool eventFilter(QObject* watched, QEvent* event) override; // Del in the list

    PlanDesk* desk_;
    Selection* selection_;
    PlanModel* model_;
    ListPanel* list_;
    QLabel* words_;
};

// Says that the views show the graph as it would be, and leads back to what is. Hidden while they do not.
class PlanStrip : public QFrame {
    Q_OBJECT
public:
    explicit PlanStrip(PlanDesk* desk, QWidget* parent = nullptr);
    [[nodiscard]] QString text() const { return text_->text(); }

private:
    void update();

    PlanDesk* desk_;
    QLabel* text_;
};

} // namespace espalier::ui
