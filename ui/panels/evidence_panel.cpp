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
    , listing_(this)
    , title_(new QLabel)
    , facts_(new QLabel)
    , snippetTitle_(new ElidedLabel(Qt::ElideLeft))
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
    listing_.cancel();
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
    offerDirections();
    fillModule();
}

// What was chosen stays, as far as there is the same choice.
void EvidencePanel::offerDirections() {
    const int chosen = std::max(0, direction_->currentIndex()) % 2;
    const bool package = !snapshot_->children(module_).empty();
    direction_->clear();
    if (package)
        direction_->addItems({tr("Who imports anything in it"), tr("What anything in it imports"),
                              tr("Who imports the package itself"), tr("What the package itself imports")});
    else
        direction_->addItems({tr("Who imports it"), tr("What it imports")});
    direction_->setCurrentIndex(chosen);
    direction_->show();
}

QString EvidencePanel::moduleFacts() const {
    const bool fits = findings_ && findings_->snapshot == snapshot_;
    return ui::moduleFacts(*snapshot_, fits ? findings_.get() : nullptr, module_).join(u'\n');
}

void EvidencePanel::fillModule() {
    if (!module_.valid())
        return;
    const bool package = direction_->count() > 2;
    const int chosen = direction_->currentIndex();
    show(edgesOf(*snapshot_, module_, chosen % 2 == 0 ? Direction::Importers : Direction::Imports,
                 package && chosen < 2));
}

void EvidencePanel::showEdges(graph::SnapshotPtr snapshot, const QString& title,
                              const std::vector<graph::EdgeId>& edges, const QStringList& facts) {
    snapshot_ = std::move(snapshot);
    module_ = {};
    title_->setText(title);
    direction_->hide();
    furtherFacts_ = facts;
    show(edges);
}

void EvidencePanel::show(std::vector<graph::EdgeId> edges) {
    std::size_t statements = 0;
    for (const graph::EdgeId e : edges)
        statements += (*snapshot_)[e].statementCount;
    pairs_ = edges.size();
    if (statements <= kListedAtOnce) {
        listing_.cancel();
        setRows(evidenceRows(*snapshot_, edges));
        return;
    }
    setRows({});
    list_->setEmptyText(tr("Collecting %1 statements …").arg(number(statements)));
    listing_.start(
        [snapshot = snapshot_, edges = std::move(edges)] { return evidenceRows(*snapshot, edges); },
        [this](std::vector<EvidenceRow> rows) { setRows(std::move(rows)); });
}

void EvidencePanel::setRows(std::vector<EvidenceRow> rows) {
    if (snapshot_ && !module_.valid()) {
        const QString between = tr("%1 between %2")
                                    .arg(counted(rows.size(), tr("1 statement"),
                                                 tr("%1 statements", nullptr, plural(rows.size()))),
                                         counted(pairs_, tr("1 pair of modules"),
                                                 tr("%1 pairs of modules", nullptr, plural(pairs_))));
        facts_->setText((QStringList{between} + furtherFacts_).join(u'\n'));
    }
    const bool any = !rows.empty();
    model_->set(snapshot_, std::move(rows));
    list_->setEmptyText(tr("No statements."));
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
    snippetTitle_->setWhole({});
    if (!row.isValid())
        return;
    const QString path = row.data(PathRole).toString();
    const auto line = row.data(LineRole).toUInt();
    const SourceTexts::Text* source = texts_->want(path);
    snippetTitle_->setWhole(source && !source->note.isEmpty() ? source->note : path);
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
