// Symbols that are not imported in one way, and below each the paths by which they are.
#pragma once

#include "ui/models/two_level_model.h"
#include "ui/symbols/symbol_desk.h"

namespace espalier::ui {

class FragmentationModel : public TwoLevelModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Compliance,
        Paths,
        Statements,
        Production,
        Tests,
        Tools,
        Copies,
        Violating,
        Kind,
        kColumns
    };
    using TwoLevelModel::TwoLevelModel;

    // Rows tell of the snapshot that they were made from, which may be older than the window's.
    void setSpreads(SpreadsPtr spreads);
    [[nodiscard]] const SpreadsPtr& spreads() const { return spreads_; }
    // Of a row or of what is below it; null for none.
    [[nodiscard]] const graph::SpreadRow* spread(const QModelIndex& row) const;
    // Of a row below another; null for the others.
    [[nodiscard]] const graph::SpreadRow::Way* way(const QModelIndex& row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] int tops() const override;
    [[nodiscard]] int details(int top) const override;
    [[nodiscard]] QVariant topData(int top, int column, int role) const override;
    [[nodiscard]] QVariant detailData(int top, int detail, int column, int role) const override;

private:
    SpreadsPtr spreads_;
};

} // namespace espalier::ui
