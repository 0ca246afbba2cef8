// "Needs attention": the heaviest findings of every sort under a heading each, the count first, the name
// last.
#pragma once

#include "ui/findings.h"
#include "ui/models/two_level_model.h"

#include <vector>

namespace espalier::ui {

class ConcernModel : public TwoLevelModel {
    Q_OBJECT
public:
    enum Column { Count, Name, kColumns };

    using TwoLevelModel::TwoLevelModel;

    void setFindings(FindingsPtr findings);
    // Of a row; null for a heading.
    [[nodiscard]] const Concern* concern(const QModelIndex& index) const;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

protected:
    [[nodiscard]] int tops() const override { return static_cast<int>(groups_.size()); }
    [[nodiscard]] int details(int top) const override;
    [[nodiscard]] QVariant topData(int top, int column, int role) const override;
    [[nodiscard]] QVariant detailData(int top, int detail, int column, int role) const override;

private:
    // Concerns of one kind follow each other.
    struct Group {
        Concern::Kind kind;
        std::size_t first, size;
    };
    [[nodiscard]] QString count(const Concern& concern) const;
    [[nodiscard]] QString name(const Concern& concern) const;

    FindingsPtr findings_;
    std::vector<Group> groups_;
};

} // namespace espalier::ui
