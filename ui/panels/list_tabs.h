// Pages with a button each. The buttons take as many rows as they need, so that all of them are seen at any
// width.
#pragma once

#include <QButtonGroup>
#include <QStackedWidget>
#include <QWidget>

namespace espalier::ui {

class FlowLayout;

// The functions are those of QTabWidget.
class ListTabs : public QWidget {
    Q_OBJECT
public:
    explicit ListTabs(QWidget* parent = nullptr);

    int addTab(QWidget* page, const QString& text); // owns the page
    void setTabText(int index, const QString& text);
    [[nodiscard]] QString tabText(int index) const;

    [[nodiscard]] int count() const { return pages_->count(); }
    [[nodiscard]] QWidget* widget(int index) const { return pages_->widget(index); }
    [[nodiscard]] int indexOf(QWidget* page) const { return pages_->indexOf(page); }
    [[nodiscard]] int currentIndex() const { return pages_->currentIndex(); }
    [[nodiscard]] QWidget* currentWidget() const { return pages_->currentWidget(); }
    void setCurrentIndex(int index);
    void setCurrentWidget(QWidget* page) { setCurrentIndex(indexOf(page)); }
    [[nodiscard]] QAbstractButton* button(int index) const { return buttons_->button(index); }

private:
    QButtonGroup* buttons_; // by the page's index
    FlowLayout* row_;
    QStackedWidget* pages_;
};

} // namespace espalier::ui
