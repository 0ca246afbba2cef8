// A strip above the views that says what went wrong, where, and what to do. It waits to be closed and blocks
// nothing.
#pragma once

#include "indexer/facts/result.h"

#include <QFrame>
#include <QLabel>

namespace espalier::ui {

class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    void showError(const facts::Error& error);
    void showMessage(const QString& text);
    [[nodiscard]] QString text() const { return text_->text(); }

private:
    void display(const QString& text, const QString& sign);
    QLabel *sign_, *text_;
};

} // namespace espalier::ui
