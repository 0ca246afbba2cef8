// "Needs attention": the heaviest findings of every sort, in words.
#pragma once

#include "ui/findings.h"

#include <QAbstractListModel>

namespace espalier::ui {

class ConcernModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setFindings(FindingsPtr findings);
    // Of a row; null for none.
    [[nodiscard]] const Concern* concern(const QModelIndex& index) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString words(const Concern& concern) const;

    FindingsPtr findings_;
};

} // namespace espalier::ui
