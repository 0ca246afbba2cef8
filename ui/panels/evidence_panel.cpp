#include "ui/panels/evidence_panel.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/panels/elide_left.h"
#include "ui/panels/module_facts.h"
#include "ui/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier::ui {

EvidencePanel::EvidencePanel(SourceTexts* texts, QWidget* parent)
    : QWidget(parent)
    , texts_(texts)
    , model_(new EvidenceModel(this))
    , title_(new QLabel)
    , facts_(new QLabel)
    , snippetTitle_(new QLabel)
    , direction_(new QComboBox)
    , list_(new ListPanel(model_, tr("Statements"), -1))
    , snippet_(new SourceView)
    , editor_(new QPushButton(icon(QStringLiteral("editor")), tr("Open in editor")))
    , copy_(new QPushButton(icon(QStringLiteral("copy")), tr("Copy as Markdown"))) {
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    for (QLabel* label : {title_, facts_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setContentsMargins(8, 2, 8, 2);
    }
    snippetTitle_->setForegroundRole(QPalette::PlaceholderText);
    snippetTitle_->setContentsMargins(8, 0, 8, 0);
    direction_->addItems({tr("Who imports it"), tr("What it imports")});
    direction_->setAccessibleName(tr("Direction of the imports"));
    QTreeView* view = list_->view();
    view->setRootIsDecorated(false);
    view->setSortingEnabled(true);
    view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    // File and line first.
    view->setItemDelegateForColumn(EvidenceModel::Place, new ElideLeft(view));
    view->header()->setStretchLastSection(true); // statements are seen without scrolling
    view->header()->resizeSection(EvidenceModel::Place, view->fontMetrics().averageCharWidth() * 22);
    view->header()->resizeSection(EvidenceModel::Kind, view->fontMetrics().averageCharWidth() * 13);
    list_->setEmptyText(tr("No statements."));

    auto* below = new QWidget;
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    belowLayout->addWidget(snippetTitle_);
    belowLayout->addWidget(snippet_, 1);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(list_);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 0, 6, 6);
    buttons->addWidget(editor_);
    buttons->addWidget(copy_);
    buttons->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->addWidget(title_);
    all->addWidget(facts_);
    all->addWidget(direction_);
    all->addWidget(split, 1);
    all->addLayout(buttons);

    connect(direction_, &QComboBox::activated, this, &EvidencePanel::fillModule);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EvidencePanel::showSnippet);
    connect(list_, &ListPanel::activated, this, [this](const QModelIndex& row) {
        emit placeActivated(row.data(PathRole).toString(), row.data(LineRole).toInt());
    });
    connect(editor_, &QPushButton::clicked, this, [this] {
        const QModelIndex row = currentRow();
        emit openInEditorRequested(row.data(PathRole).toString(), row.data(LineRole).toInt(),
                                   row.data(ColumnRole).toInt());
    });
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(markdown()); });
    connect(texts_, &SourceTexts::ready, this, [this](const QString& path) {
        if (currentRow().data(PathRole).toString() == path)
            showSnippet();
    });
    connect(snippet_, &SourceView::importClicked, this, &EvidencePanel::moduleActivated);
    showNothing();
}

QModelIndex EvidencePanel::currentRow() const {
    return list_->toModel(list_->view()->currentIndex());
}

void EvidencePanel::setFindings(FindingsPtr findings) {
    findings_ = std::move(findings);
    if (module_.valid())
        facts_->setText(moduleFacts());
}

void EvidencePanel::showNothing() {
    module_ = {};
    snapshot_.reset();
    title_->setText(tr("Nothing selected"));
    facts_->setText(tr("Click a box or a line of the map to see the import statements behind it."));
    direction_->hide();
    setRows({});
}

void EvidencePanel::showModule(graph::SnapshotPtr snapshot, graph::ModuleId module) {
    snapshot_ = std::move(snapshot);
    module_ = module;
    title_->setText(toQt((*snapshot_)[module].name));
    facts_->setText(moduleFacts());
    direction_->show();
    fillModule();
}

QString EvidencePanel::moduleFacts() const {
    const bool fits = findings_ && findings_->snapshot == snapshot_;
    return ui::moduleFacts(*snapshot_, fits ? findings_.get() : nullptr, module_).join(u'\n');
}

void EvidencePanel::fillModule() {
    if (!module_.valid())
        return;
    const graph::Snapshot& s = *snapshot_;
    const bool incoming = direction_->currentIndex() == Importers;
    std::vector<EvidenceRow> rows;
    for (graph::EdgeId e : incoming ? s.incoming(module_) : s.outgoing(module_))
        for (const graph::StatementRef& statement : s.statementsOf(s[e]))
            if (graph::EdgeFilter::everything().admits(statement))
                rows.push_back({statement, s[e].from, s[e].to});
    setRows(std::move(rows));
}

void EvidencePanel::showEdges(graph::SnapshotPtr snapshot, const QString& title,
                              const std::vector<graph::EdgeId>& edges, const QStringList& facts) {
    snapshot_ = std::move(snapshot);
    module_ = {};
    title_->setText(title);
    direction_->hide();
    std::vector<EvidenceRow> rows;
    for (graph::EdgeId e : edges)
        for (const graph::StatementRef& statement : snapshot_->statementsOf((*snapshot_)[e]))
            if (graph::EdgeFilter::everything().admits(statement))
                rows.push_back({statement, (*snapshot_)[e].from, (*snapshot_)[e].to});
    const QString between =
        tr("%1 between %2")
            .arg(counted(rows.size(), tr("1 statement"), tr("%1 statements")),
                 counted(edges.size(), tr("1 pair of modules"), tr("%1 pairs of modules")));
    facts_->setText((QStringList{between} + facts).join(u'\n'));
    setRows(std::move(rows));
}

void EvidencePanel::setRows(std::vector<EvidenceRow> rows) {
    // A statement that names several modules counts for several edges, but is listed once; statements that
    // run at import time come first in each file as in the file itself.
    if (snapshot_) {
        const auto key = [this](const EvidenceRow& r) {
            return std::tuple(std::string_view(snapshot_->pathOf(r.statement)), r.statement.import);
        };
        std::ranges::stable_sort(rows, {}, key);
        rows.erase(std::ranges::unique(rows, {}, key).begin(), rows.end());
    }
    const bool any = !rows.empty();
    model_->set(snapshot_, std::move(rows));
    editor_->setEnabled(any);
    copy_->setEnabled(any);
    if (any)
        list_->view()->setCurrentIndex(list_->fromModel(model_->index(0, 0)));
    showSnippet();
}

void EvidencePanel::showSnippet() {
    const QModelIndex row = currentRow();
    snippet_->showText({});
    snippet_->setVisible(row.isValid());
    snippetTitle_->clear();
    if (!row.isValid())
        return;
    const QString path = row.data(PathRole).toString();
    const auto line = row.data(LineRole).toUInt();
    const SourceTexts::Text* source = texts_->want(path);
    snippetTitle_->setText(source && !source->note.isEmpty() ? source->note : path);
    if (!source || source->text.isEmpty())
        return;
    const std::uint32_t first = line > kLinesAround ? line - kLinesAround : 1;
    const QString part = source->text.section(u'\n', static_cast<qsizetype>(first) - 1,
                                              static_cast<qsizetype>(line + kLinesAround) - 1);
    snippet_->showText(part, first);
    const bool fits = findings_ && findings_->snapshot == snapshot_;
    snippet_->setMarks(importMarks(*snapshot_, fits ? findings_.get() : nullptr, toUtf8(path)));
    snippet_->goToLine(line);
}

QString EvidencePanel::markdown() const {
    QString heading = title_->text();
    if (module_.valid())
        heading += QStringLiteral(" – ") + direction_->currentText();
    return QStringLiteral("**%1**\n\n%2").arg(heading, model_->markdown());
}

} // namespace espalier::ui
