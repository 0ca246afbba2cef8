// A list or tree with a line to filter it by, and words where it has nothing to show.
#pragma once

#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QTimer>
#include <QTreeView>
#include <QWidget>

#include <map>

namespace espalier::ui {

// Sorts by SortRole. Rows are chosen with a click or with the keyboard's Enter; a double-click or Enter
// activates. Where the model is reset, what was open stays open and what was current stays current, as far as
// rows of the same texts come back, be it after an empty moment.
class ListPanel : public QWidget {
    Q_OBJECT
public:
    // The model stays its owner's. `filterRole` -1: no filter line.
    ListPanel(QAbstractItemModel* model, const QString& name, int filterRole, QWidget* parent = nullptr);

    // Columns that fit their contents look at so many rows: of all, a thousand rows would take 0.1 s.
    static constexpr int kRowsMeasured = 60;

    // Sortable columns that fit their contents. The first takes what they leave, or, with a width of its own
    // in pixels, the list may be scrolled sideways.
    void setUpColumns(int firstWidth = 0);
    void setEmptyText(const QString& text);
    [[nodiscard]] QTreeView* view() const { return view_; }
    [[nodiscard]] QLineEdit* filter() const { return filter_; }
    // From the row of the view to the row of the model, and back.
    [[nodiscard]] QModelIndex toModel(const QModelIndex& row) const { return proxy_->mapToSource(row); }
    [[nodiscard]] QModelIndex fromModel(const QModelIndex& row) const { return proxy_->mapFromSource(row); }

signals:
    void chosen(const QModelIndex& row);    // of the model
    void activated(const QModelIndex& row); // of the model
    // By the right mouse button or the Menu key, for the current row of the model, which may be none.
    void menuWanted(const QModelIndex& row, const QPoint& globalPlace);

private:
    // Rows are known by the texts of their first column, from the outermost row to themselves.
    struct OpenRows {
        std::map<QString, OpenRows> rows;
    };
    struct Place {
        OpenRows open;
        QStringList current;   // empty: none
        QStringList uppermost; // that is seen; empty: the list is not scrolled
    };
    void keepPlace();
    void goBackToPlace();
    [[nodiscard]] QStringList way(const QModelIndex& row) const;
    [[nodiscard]] QModelIndex rowAt(const QStringList& way) const; // invalid: it is gone
    void addOpen(const QModelIndex& parent, OpenRows& open) const;
    void reopen(const QModelIndex& parent, const OpenRows& open);

    void applyFilter();
    void updateEmpty();

    static constexpr int kTypingPauseMs = 120;
    QSortFilterProxyModel* proxy_;
    QLineEdit* filter_ = nullptr;
    QTreeView* view_;
    QLabel* empty_;
    QString emptyText_;
    QTimer typing_;
    bool hadFocus_ = false; // before there was nothing to show
    Place place_;
};

} // namespace espalier::ui
