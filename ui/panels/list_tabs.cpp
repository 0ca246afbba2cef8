#include "ui/panels/list_tabs.h"

#include "ui/text.h"
#include "ui/window/flow_layout.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace espalier::ui {

ListTabs::ListTabs(QWidget* parent)
    : QWidget(parent)
    , buttons_(new QButtonGroup(this))
    , row_(new FlowLayout)
    , pages_(new QStackedWidget) {
    row_->setSpacing(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 2, 0, 0);
    all->setSpacing(2);
    all->addLayout(row_);
    all->addWidget(pages_, 1);
    connect(buttons_, &QButtonGroup::idClicked, this, &ListTabs::setCurrentIndex);
}

int ListTabs::addTab(QWidget* page, const QString& text) {
    const int index = pages_->addWidget(page);
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    buttons_->addButton(button, index);
    row_->addWidget(button);
    setTabText(index, text);
    button->setChecked(index == pages_->currentIndex());
    return index;
}

void ListTabs::setTabText(int index, const QString& text) {
    button(index)->setText(asCaption(text));
    button(index)->setAccessibleName(text);
}

QString ListTabs::tabText(int index) const {
    return button(index)->accessibleName();
}

void ListTabs::setCurrentIndex(int index) {
    if (index < 0 || index >= count())
        return;
    pages_->setCurrentIndex(index);
    button(index)->setChecked(true);
}

} // namespace espalier::ui
