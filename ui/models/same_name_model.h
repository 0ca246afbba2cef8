// Names that several modules define, and below each its definitions.
#pragma once

#include "ui/models/two_level_model.h"
#include "ui/symbols/symbol_desk.h"

namespace espalier::ui {

class SameNameModel : public TwoLevelModel {
    Q_OBJECT
public:
    enum Column { Name, Definitions, Statements, Divided, Members, kColumns };
    using TwoLevelModel::TwoLevelModel;

    // Rows tell of the snapshot that they were made from, which may be older than the window's.
    void setSpreads(SpreadsPtr spreads);
    [[nodiscard]] const SpreadsPtr& spreads() const { return spreads_; }
    // That the row is about: of a name, the most imported one.
    [[nodiscard]] const graph::SymbolPlace& definition(const QModelIndex& row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] int tops() const override;
    [[nodiscard]] int details(int top) const override;
    [[nodiscard]] QVariant topData(int top, int column, int role) const override;
    [[nodiscard]] QVariant detailData(int top, int detail, int column, int role) const override;

private:
    [[nodiscard]] const graph::SameName& name(int top) const {
        return spreads_->sameNames[static_cast<std::size_t>(top)];
    }
    SpreadsPtr spreads_;
};

} // namespace espalier::ui
