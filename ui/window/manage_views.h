// The list of saved views, to be renamed in place or deleted.
#pragma once

#include <QDialog>

class QListWidget;
class QPushButton;

namespace espalier::ui {

class SavedViews;

class ManageViews : public QDialog {
    Q_OBJECT
public:
    ManageViews(SavedViews& views, QWidget* parent);

private:
    void fill();

    SavedViews& views_;
    QListWidget* list_;
    QPushButton *rename_, *remove_;
};

} // namespace espalier::ui
