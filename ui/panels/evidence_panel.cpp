#include "ui/panels/evidence_panel.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/panels/action_button.h"
#include "ui/panels/elide_left.h"
#include "ui/panels/module_facts.h"
#include "ui/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier::ui {

EvidencePanel::EvidencePanel(SourceTexts* texts, QWidget* parent)
    : QWidget(parent)
    , askSymbols(question(tr("Symbols defi&ned in it"), Question::Symbols))
    , askTests(question(tr("Tests t&hat protect it"), Question::Tests))
    , askDeletion(question(tr("What its deletion wo&uld break"), Question::Deletion))
    , texts_(texts)
    , model_(new EvidenceModel(this))
    , listing_(this)
    , answerModel_(new TextTable({}, {}, this))
    , answering_(this)
    , notice_(new QLabel)
    , title_(new QLabel)
    , facts_(new QLabel)
    , snippetTitle_(new ElidedLabel(Qt::ElideLeft))
    , question_(new QComboBox)
    , lists_(new QStackedWidget)
    , list_(new ListPanel(model_, tr("Statements"), -1))
    , answerList_(new ListPanel(answerModel_, tr("Answer"), FilterRole))
    , snippet_(new SourceView)
    , editor_(new QPushButton(icon(QStringLiteral("editor")), tr("Open in editor")))
    , copy_(new QPushButton(icon(QStringLiteral("copy")), tr("Copy as Markdown")))
    , buttons_(new QHBoxLayout) {
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    notice_->hide();
    for (QLabel* label : {notice_, title_, facts_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setContentsMargins(8, 2, 8, 2);
    }
    snippetTitle_->setForegroundRole(QPalette::PlaceholderText);
    snippetTitle_->setContentsMargins(8, 0, 8, 0);
    question_->setAccessibleName(tr("What is listed of it"));
    lists_->addWidget(list_);
    lists_->addWidget(answerList_);
    for (QTreeView* view : {list_->view(), answerList_->view()}) {
        view->setRootIsDecorated(false);
        view->setSortingEnabled(true);
        view->header()->setSortIndicator(-1, Qt::AscendingOrder);
        view->setItemDelegateForColumn(EvidenceModel::Place, new ElideLeft(view));
    }
    QTreeView* view = list_->view();
    // File and line first.
    view->header()->setStretchLastSection(true); // statements are seen without scrolling
    view->header()->resizeSection(EvidenceModel::Place, view->fontMetrics().averageCharWidth() * 22);
    view->header()->resizeSection(EvidenceModel::Kind, view->fontMetrics().averageCharWidth() * 13);

    auto* below = new QWidget;
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    belowLayout->addWidget(snippetTitle_);
    belowLayout->addWidget(snippet_, 1);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(lists_);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    buttons_->setContentsMargins(6, 0, 6, 6);
    buttons_->addWidget(editor_);
    buttons_->addWidget(copy_);
    buttons_->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->addWidget(notice_);
    all->addWidget(title_);
    all->addWidget(facts_);
    all->addWidget(question_);
    all->addWidget(split, 1);
    all->addLayout(buttons_);

    connect(question_, &QComboBox::activated, this, &EvidencePanel::fillModule);
    connectLists();
    connect(editor_, &QPushButton::clicked, this, [this] {
        const QModelIndex row = currentRow();
        emit openInEditorRequested(row.data(PathRole).toString(), row.data(LineRole).toInt(),
                                   row.data(ColumnRole).toInt());
    });
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(markdown()); });
    connect(texts_, &SourceTexts::ready, this, [this](const QString& path) {
        if (snapshot_ && sourceKey(*snapshot_, currentRow().data(PathRole).toString()) == path)
            showSnippet();
    });
    connect(snippet_, &SourceView::importClicked, this, &EvidencePanel::moduleActivated);
    showNothing();
}

void EvidencePanel::offer(QAction* action) {
    buttons_->insertWidget(buttons_->count() - 1, buttonWhileEnabled(action));
}

void EvidencePanel::connectLists() {
    for (ListPanel* list : {list_, answerList_})
        connect(list->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                &EvidencePanel::showSnippet);
    connect(list_, &ListPanel::activated, this, &EvidencePanel::activate);
    connect(answerList_, &ListPanel::activated, this, &EvidencePanel::activate);
}

QAction* EvidencePanel::question(const QString& text, Question about) {
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, about] { ask(about); });
    return action;
}

void EvidencePanel::activate(const QModelIndex& row) {
    const Answer::Target target =
        answers() ? answer_.targets[static_cast<std::size_t>(row.data(IndexRole).toInt())] : Answer::Target();
    if (!target.symbol.empty())
        emit symbolActivated((*snapshot_)[target.module].name, target.symbol);
    else if (target.module.valid())
        emit moduleActivated(target.module);
    else
        emit placeActivated(sourceKey(*snapshot_, row.data(PathRole).toString()), row.data(LineRole).toInt());
}

QModelIndex EvidencePanel::currentRow() const {
    return list()->toModel(list()->view()->currentIndex());
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
    offerQuestions();
    setRows({});
}

void EvidencePanel::showModule(graph::SnapshotPtr snapshot, graph::ModuleId module) {
    if (snapshot == snapshot_ && module == module_)
        return;
    snapshot_ = std::move(snapshot);
    module_ = module;
    title_->setText(toQt((*snapshot_)[module].name));
    offerQuestions();
    fillModule();
}

// What was asked of the module before is asked of this one, too.
void EvidencePanel::offerQuestions() {
    const Question chosen = question();
    const bool package = module_.valid() && !snapshot_->children(module_).empty();
    question_->clear();
    const auto offer = [this](const QString& text, Question q) {
        question_->addItem(text, static_cast<int>(q));
    };
    offer(package ? tr("Who imports anything in it") : tr("Who imports it"), Question::Importers);
    offer(package ? tr("What anything in it imports") : tr("What it imports"), Question::Imports);
    if (package) {
        offer(tr("Who imports the package itself"), Question::OwnImporters);
        offer(tr("What the package itself imports"), Question::OwnImports);
    }
    offer(tr("Symbols defined in it"), Question::Symbols);
    offer(tr("Tests that protect it"), Question::Tests);
    if (package)
        offer(tr("Modules in it that no test reaches"), Question::Untested);
    offer(tr("What stands in the way of deleting it"), Question::Deletion);
    int at = question_->findData(static_cast<int>(chosen));
    if (at < 0) // that of a package; the other way round there is no loss
        at = chosen == Question::OwnImports ? 1 : 0;
    question_->setCurrentIndex(at);
    question_->setVisible(module_.valid());
    for (QAction* action : {askSymbols, askTests, askDeletion})
        action->setEnabled(module_.valid());
}

Question EvidencePanel::question() const {
    return static_cast<Question>(question_->currentData().toInt()); // the first one if there is none
}

void EvidencePanel::ask(Question about) {
    question_->setCurrentIndex(question_->findData(static_cast<int>(about)));
    fillModule();
    emit asked();
}

QString EvidencePanel::moduleFacts() const {
    const bool fits = findings_ && findings_->snapshot == snapshot_;
    QStringList lines = ui::moduleFacts(*snapshot_, fits ? findings_.get() : nullptr, module_);
    if (answers() && !answer_.verdict.isEmpty())
        lines << answer_.verdict;
    return lines.join(u'\n');
}

void EvidencePanel::fillModule() {
    if (!module_.valid())
        return;
    const Question about = question();
    if (about <= Question::OwnImports) {
        const bool importers = about == Question::Importers || about == Question::OwnImporters;
        const bool whole = !snapshot_->children(module_).empty() && about <= Question::Imports;
        return show(
            edgesOf(*snapshot_, module_, importers ? Direction::Importers : Direction::Imports, whole));
    }
    listing_.cancel();
    lists_->setCurrentWidget(answerList_);
    setAnswer({});
    answerList_->setEmptyText(tr("Working it out …"));
    if (about == Question::Symbols) {
        answering_.cancel();
        emit symbolsWanted(module_);
        return;
    }
    answering_.start(
        [snapshot = snapshot_, module = module_, about] {
            return about == Question::Tests      ? testsAnswer(*snapshot, module)
                   : about == Question::Untested ? untestedAnswer(*snapshot, module)
                                                 : deletionAnswer(*snapshot, module);
        },
        [this](Answer answer) { setAnswer(std::move(answer)); });
}

void EvidencePanel::showSymbols(graph::ModuleId module, const std::vector<graph::SpreadRow>& rows) {
    if (module_ == module && answers() && question() == Question::Symbols)
        setAnswer(symbolsAnswer(*snapshot_, rows));
}

void EvidencePanel::setAnswer(Answer answer) {
    answer_ = std::move(answer);
    answerModel_->set(answer_.headers, answer_.numbers, answer_.rows);
    answerList_->setEmptyText(answer_.verdict);
    QHeaderView* header = answerList_->view()->header();
    const int last = header->count() - 1;
    const bool many = last > 1; // then one goes sideways rather than that names are cut
    header->setStretchLastSection(many);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (last >= 0)
        header->setSectionResizeMode(0, many ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (many) {
        header->setSectionResizeMode(last, QHeaderView::Interactive);
        header->resizeSection(0, fontMetrics().averageCharWidth() * 24);
    }
    facts_->setText(moduleFacts());
    const bool any = !answer_.rows.empty();
    editor_->setEnabled(any);
    copy_->setEnabled(!answer_.verdict.isEmpty());
    if (any)
        answerList_->view()->setCurrentIndex(answerList_->fromModel(answerModel_->index(0, 0)));
    showSnippet();
}

void EvidencePanel::showEdges(graph::SnapshotPtr snapshot, const QString& title,
                              const std::vector<graph::EdgeId>& edges, const QStringList& facts) {
    snapshot_ = std::move(snapshot);
    module_ = {};
    title_->setText(title);
    offerQuestions();
    furtherFacts_ = facts;
    show(edges);
}

void EvidencePanel::show(std::vector<graph::EdgeId> edges) {
    lists_->setCurrentWidget(list_);
    if (module_.valid())
        facts_->setText(moduleFacts());
    std::size_t statements = 0;
    for (const graph::EdgeId e : edges)
        statements += (*snapshot_)[e].statementCount;
    pairs_ = edges.size();
    if (statements <= kListedAtOnce) {
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
    listing_.cancel();
    answering_.cancel();
    lists_->setCurrentWidget(list_);
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
    const SourceTexts::Text* source = texts_->want(sourceKey(*snapshot_, path));
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

void EvidencePanel::setNotice(const QString& notice) {
    notice_->setText(notice);
    notice_->setVisible(!notice.isEmpty());
}

QString EvidencePanel::markdown() const {
    QString heading = title_->text();
    if (module_.valid())
        heading += QStringLiteral(" – ") + question_->currentText();
    const QString notice = notice_->text().isEmpty() ? QString() : notice_->text() + QStringLiteral("\n\n");
    return QStringLiteral("**%1**\n\n%2%3")
        .arg(heading, notice, answers() ? answer_.markdown() : model_->markdown());
}

} // namespace espalier::ui
