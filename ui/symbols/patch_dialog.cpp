#include "ui/symbols/patch_dialog.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/panels/elide_left.h"
#include "ui/queries.h"
#include "ui/text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

namespace espalier::ui {

PatchDialog::PatchDialog(Queries& queries, const PatchPaths& paths, QWidget* parent)
    : QDialog(parent)
    , queries_(queries)
    , paths_(paths)
    , reading_(this)
    , model_(new TextTable({}, {}, this))
    , verdict_(new QLabel(tr("Working out what has to change …")))
    , busy_(new QProgressBar)
    , text_(new QPlainTextEdit)
    , left_(new ListPanel(model_, tr("What stays as it is"), FilterRole))
    , copy_(new QPushButton(icon(QStringLiteral("copy")), tr("&Copy")))
    , save_(new QPushButton(tr("&Save as…"))) {
    setWindowTitle(tr("Patch"));
    build();
    connectAll();
    queries_.ask({QStringLiteral("rewrite"), paths.from, paths.to, QStringLiteral("--diff"),
                  QStringLiteral("--format"), QStringLiteral("json")},
                 [this](const facts::Result<QByteArray>& output) {
                     if (output)
                         reading_.start([bytes = *output] { return readPatch(bytes); },
                                        [this](const Patch& patch) { showPatch(patch); });
                     else
                         tell(toQt(output.error().text()));
                 });
}

PatchDialog::~PatchDialog() {
    queries_.drop(QStringLiteral("rewrite"));
}

void PatchDialog::build() {
    auto* title = new QLabel(
        tr("Imports of %1 from %2", "shop.old_orders from shop.orders").arg(paths_.from, paths_.to));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    for (QLabel* label : {title, verdict_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    busy_->setRange(0, 0); // how long is not known
    busy_->setTextVisible(false);
    busy_->setMaximumHeight(fontMetrics().height() / 2);
    text_->setReadOnly(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setAccessibleName(tr("Patch"));
    text_->setTabChangesFocus(true);
    QTreeView* view = left_->view();
    view->setRootIsDecorated(false);
    view->setSortingEnabled(true);
    view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    view->header()->setStretchLastSection(true);
    view->setItemDelegateForColumn(0, new ElideLeft(view));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(text_);
    split->addWidget(left_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(copy_, QDialogButtonBox::ActionRole);
    buttons->addButton(save_, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* all = new QVBoxLayout(this);
    all->addWidget(title);
    all->addWidget(verdict_);
    all->addWidget(busy_);
    all->addWidget(split, 1);
    all->addWidget(buttons);
    copy_->setEnabled(false);
    save_->setEnabled(false);
    left_->hide();
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40);
}

void PatchDialog::connectAll() {
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(patch_.difference)); });
    connect(save_, &QPushButton::clicked, this, &PatchDialog::chooseFile);
    connect(left_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        emit placeActivated(row.data(PathRole).toString(), row.data(LineRole).toInt());
    });
}

void PatchDialog::showPatch(const Patch& patch) {
    patch_ = patch;
    tell(patch.left.verdict);
    QString shown = QString::fromUtf8(patch.difference);
    if (const qsizetype all = shown.size(); all > kMostShown) {
        shown.truncate(shown.lastIndexOf(u'\n', kMostShown) + 1);
        shown += tr("… %1 more characters, which are copied and saved, too")
                     .arg(number(static_cast<std::size_t>(all - shown.size())));
    }
    text_->setPlainText(shown);
    const bool any = !patch.difference.isEmpty();
    text_->setVisible(any);
    copy_->setEnabled(any);
    save_->setEnabled(any);
    model_->set(patch.left.headers, {}, patch.left.rows);
    left_->setVisible(!patch.left.rows.empty());
    left_->view()->header()->resizeSection(0, fontMetrics().averageCharWidth() * 45);
    left_->view()->resizeColumnToContents(1);
}

void PatchDialog::tell(const QString& verdict) {
    busy_->hide();
    verdict_->setText(verdict);
}

void PatchDialog::chooseFile() {
    const QString name = paths_.from.section(u':', -1).section(u'.', -1) + QStringLiteral(".patch");
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save patch"), QDir::home().filePath(name),
                                     tr("Patches (%1)").arg(QStringLiteral("*.patch *.diff")));
    if (!file.isEmpty())
        saveAs(file);
}

void PatchDialog::saveAs(const QString& file) {
    emit saveRequested(file, patch_.difference);
}

} // namespace espalier::ui
