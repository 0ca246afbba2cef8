#include "ui/window/landing_page.h"

#include "ui/icon.h"
#include "ui/text.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace espalier::ui {

namespace {

QLabel* label(const QString& text, double scale, bool faint) {
    auto* out = new QLabel(text);
    QFont font = out->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    out->setFont(font);
    out->setWordWrap(true);
    if (faint)
        out->setForegroundRole(QPalette::PlaceholderText);
    return out;
}

} // namespace

LandingPage::LandingPage(QWidget* parent)
    : QWidget(parent)
    , recent_(new QWidget)
    , recentList_(new QVBoxLayout(recent_)) {
    auto* open = new QPushButton(icon(QStringLiteral("open")), tr("Open a folder…"));
    open->setDefault(true);
    QFont font = open->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    open->setFont(font);
    open->setMinimumHeight(open->fontMetrics().height() * 2);
    connect(open, &QPushButton::clicked, this, &LandingPage::chooseRequested);
    recentList_->setContentsMargins(0, 0, 0, 0);
    recentList_->setSpacing(0);

    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height());
    column->addStretch(2);
    column->addWidget(label(tr("Espalier"), 2.4, false));
    column->addWidget(
        label(tr("See how the modules of a Python project depend on each other: import cycles, deprecated "
                 "modules and who still imports them, with the statement behind every line."),
              1.1, true));
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addWidget(label(tr("or drop a folder here. Nothing of it is executed or changed."), 1, true));
    column->addWidget(recent_);
    column->addStretch(3);
    auto* middle = new QWidget;
    middle->setLayout(column);
    middle->setMaximumWidth(fontMetrics().averageCharWidth() * 80);
    auto* all = new QHBoxLayout(this);
    all->addStretch(1);
    all->addWidget(middle, 4);
    all->addStretch(1);
    setRecentFolders({});
}

void LandingPage::setRecentFolders(const QStringList& folders) {
    while (QLayoutItem* item = recentList_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    recent_->setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    recentList_->addWidget(label(tr("Recent folders"), 1, true));
    for (const QString& folder : folders) {
        auto* link = new QCommandLinkButton(asCaption(QFileInfo(folder).fileName()), folder);
        link->setIcon(icon(QStringLiteral("folder")));
        connect(link, &QCommandLinkButton::clicked, this, [this, folder] { emit folderRequested(folder); });
        recentList_->addWidget(link);
    }
}

} // namespace espalier::ui
