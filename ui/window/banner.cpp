#include "ui/window/banner.h"

#include "ui/foreign_words.h"
#include "ui/icon.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace espalier::ui {

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , sign_(new QLabel)
    , text_(new QLabel) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setAccessibleName(tr("Message"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 6, 6);
    row->addWidget(sign_);
    row->addWidget(text_, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::showError(const facts::Error& error) {
    QString text = foreignWords(error.what);
    if (!error.where.empty())
        text = toQt(error.where) + QStringLiteral(": ") + text;
    if (!error.hint.empty())
        text += u'\n' + foreignWords(error.hint);
    display(text, QStringLiteral("warning"));
}

void Banner::showMessage(const QString& text) {
    display(text, QStringLiteral("info"));
}

void Banner::display(const QString& text, const QString& sign) {
    const int side = fontMetrics().height();
    sign_->setPixmap(icon(sign).pixmap(QSize(side, side), devicePixelRatioF()));
    text_->setText(text);
    show();
}

} // namespace espalier::ui
