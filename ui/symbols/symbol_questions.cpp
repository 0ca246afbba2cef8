#include "ui/symbols/symbol_questions.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/panels/action_button.h"
#include "ui/panels/elide_left.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace espalier::ui {

SymbolQuestions::SymbolQuestions(QWidget* parent)
    : QWidget(parent)
    , copy(new QAction(icon(QStringLiteral("copy")), tr("Copy answer as Markdown"), this))
    , model_(new TextTable({}, {}, this))
    , choice_(new QComboBox)
    , other_(new QLineEdit)
    , verdict_(new QLabel)
    , busy_(new QProgressBar)
    , list_(new ListPanel(model_, tr("Answer"), FilterRole)) {
    choice_->setAccessibleName(tr("What is asked of it"));
    const auto offer = [this](const QString& text, SymbolQuestion question) {
        choice_->addItem(text, static_cast<int>(question));
    };
    offer(tr("What stands in the way of deleting it"), SymbolQuestion::Deletion);
    offer(tr("Where its name is written, in any text"), SymbolQuestion::Everywhere);
    offer(tr("Is it the same object as …"), SymbolQuestion::Same);
    other_->setPlaceholderText(tr("another name: shop.orders:Order, or Order"));
    other_->setAccessibleName(tr("The name that it is compared with"));
    other_->setClearButtonEnabled(true);
    verdict_->setWordWrap(true);
    verdict_->setTextFormat(Qt::PlainText);
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    busy_->setRange(0, 0); // how long is not known
    busy_->setTextVisible(false);
    busy_->setMaximumHeight(fontMetrics().height() / 2);
    busy_->hide();
    QTreeView* view = list_->view();
    view->setRootIsDecorated(false);
    view->setSortingEnabled(true);
    view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    view->header()->setStretchLastSection(true);
    view->setItemDelegateForColumn(0, new ElideLeft(view));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 0, 6, 6);
    buttons->addWidget(actionButton(copy));
    buttons->addStretch(1);
    verdict_->setContentsMargins(8, 2, 8, 2);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->addWidget(choice_);
    all->addWidget(other_);
    all->addWidget(verdict_);
    all->addWidget(busy_);
    all->addWidget(list_, 1);
    all->addLayout(buttons);
    connect(choice_, &QComboBox::currentIndexChanged, this, &SymbolQuestions::ask);
    connect(other_, &QLineEdit::returnPressed, this, &SymbolQuestions::ask);
    connect(list_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        emit placeActivated(row.data(PathRole).toString(), row.data(LineRole).toInt());
    });
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(markdown()); });
    about(nullptr);
}

SymbolQuestion SymbolQuestions::question() const {
    return static_cast<SymbolQuestion>(choice_->currentData().toInt());
}

void SymbolQuestions::choose(SymbolQuestion question) {
    choice_->setCurrentIndex(choice_->findData(static_cast<int>(question)));
}

void SymbolQuestions::about(const graph::SymbolViewPtr& view) {
    view_ = view && view->symbol.kind != graph::SymbolKind::Other ? view : nullptr;
    choice_->setEnabled(view_ != nullptr);
    ask();
}

void SymbolQuestions::ask() {
    other_->setVisible(question() == SymbolQuestion::Same);
    stale_ = view_ && !isVisible();
    busy_->hide();
    emit dropped();
    if (!view_ || stale_)
        return show({});
    verdict_->setText(question() == SymbolQuestion::Everywhere ? tr("Reading all text of the project …")
                                                               : tr("Working it out …"));
    busy_->show();
    emit asked(question(), other_->text());
}

void SymbolQuestions::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_)
        ask();
}

void SymbolQuestions::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!waiting())
        return;
    stale_ = true; // nobody looks at it
    busy_->hide();
    emit dropped();
}

void SymbolQuestions::setAnswer(SymbolQuestion about, const Answer& answer) {
    if (!waiting() || about != question())
        return;
    busy_->hide();
    show(answer);
}

void SymbolQuestions::show(const Answer& answer) {
    answer_ = answer;
    model_->set(answer_.headers, answer_.numbers, answer_.rows);
    verdict_->setText(answer_.verdict);
    verdict_->setVisible(!answer_.verdict.isEmpty());
    list_->setEmptyText(answer_.verdict);
    list_->view()->header()->resizeSection(0, fontMetrics().averageCharWidth() * 26);
    for (int column = 1; column + 1 < model_->columnCount(); ++column)
        list_->view()->resizeColumnToContents(column);
    copy->setEnabled(!answer_.verdict.isEmpty());
}

QString SymbolQuestions::markdown() const {
    return QStringLiteral("**%1 – %2**\n\n%3")
        .arg(symbolName(*view_->snapshot, view_->symbol), choice_->currentText(), answer_.markdown());
}

} // namespace espalier::ui
