// A campaign as a form: made anew, or changed.
#pragma once

#include "graph/model/snapshot.h"

#include <QDialog>
#include <QStringList>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace espalier::ui {

class CampaignDialog : public QDialog {
    Q_OBJECT
public:
    // `taken`: names of other campaigns.
    CampaignDialog(const graph::Campaign& campaign, QStringList taken, QWidget* parent = nullptr);

    // What the form says now. Phases are those of the campaign that it was opened with, as far as their
    // names are still there; new ones mean what is usual.
    [[nodiscard]] graph::Campaign campaign() const;
    // Why that cannot be saved; empty: it can.
    [[nodiscard]] QString trouble() const;

private:
    QLineEdit* line(const QString& label, const std::string& text, const QString& hint = {});
    QPlainTextEdit* lines(const QString& label, const std::vector<std::string>& texts, const QString& hint);
    void update();

    graph::Campaign given_;
    QStringList taken_;
    QFormLayout* form_;
    QLineEdit *name_, *title_, *issue_, *priority_, *baseline_, *by_, *phases_;
    QPlainTextEdit *deprecated_, *canonical_, *critical_;
    QSpinBox *files_, *compliance_; // -1: no target
    QLabel* trouble_;
    QDialogButtonBox* buttons_ = nullptr;
};

} // namespace espalier::ui
