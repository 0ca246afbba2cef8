// Texts in columns, with details below each row.
#pragma once

#include "graph/model/snapshot.h"
#include "ui/models/text_table.h"
#include "ui/models/two_level_model.h"

#include <QHash>
#include <QIcon>

#include <vector>

namespace espalier::ui {

struct TreeRow : TextRow {
    graph::ModuleId from = {}, to = {}; // what the row is about: a module, or with `to` an edge
    QString sign = {};                  // an icon by name, in `signColumn`
    bool alarming = false;              // that cell in the colour of cycles, too
    std::vector<TreeRow> details = {};  // whose own details do not count
};

// Roles beside those of TextTable: ModuleRole and TargetRole.
class TreeTable : public TwoLevelModel {
    Q_OBJECT
public:
    explicit TreeTable(QObject* parent = nullptr, int signColumn = 0)
        : TwoLevelModel(parent)
        , signColumn_(signColumn) {}

    // `numbers`: columns that are aligned as numbers are. A second line of a header is its tool tip. No
    // header: one column without a title.
    void set(QStringList headers, std::vector<int> numbers, std::vector<TreeRow> rows);
    [[nodiscard]] const std::vector<TreeRow>& rows() const { return rows_; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] int tops() const override { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int details(int top) const override;
    [[nodiscard]] QVariant topData(int top, int column, int role) const override;
    [[nodiscard]] QVariant detailData(int top, int detail, int column, int role) const override;

private:
    [[nodiscard]] QVariant dataOf(const TreeRow& row, int column, int role) const;

    int signColumn_;
    QStringList headers_;
    std::vector<int> numbers_;
    std::vector<TreeRow> rows_;
    QHash<QString, QIcon> icons_; // by TreeRow::sign
};

} // namespace espalier::ui
