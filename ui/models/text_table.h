// A list of texts in columns, with the places in source that its rows are about.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace espalier::ui {

struct TextRow {
    QStringList cells;
    QString toolTip;
    QString path; // relative to the project; empty: no place in source
    std::uint32_t line = 0, column = 0;
    std::vector<QVariant> order =
        {};         // by which columns sort; where there is none, or it is not valid: the cell
    int index = -1; // IndexRole: what the row is about, as its maker counts
};

class TextTable : public QAbstractTableModel {
    Q_OBJECT
public:
    // `numbers`: columns that are aligned as numbers are.
    explicit TextTable(QStringList headers, std::vector<int> numbers = {}, QObject* parent = nullptr);

    void set(std::vector<TextRow> rows);
    // With other columns.
    void set(QStringList headers, std::vector<int> numbers, std::vector<TextRow> rows);
    [[nodiscard]] const std::vector<TextRow>& rows() const { return rows_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList headers_;
    std::vector<int> numbers_;
    std::vector<TextRow> rows_;
};

} // namespace espalier::ui
