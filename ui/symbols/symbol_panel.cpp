#include "ui/symbols/symbol_panel.h"

#include "ui/icon.h"
#include "ui/models/roles.h"
#include "ui/panels/action_button.h"
#include "ui/panels/elide_left.h"
#include "ui/symbols/symbol_picture.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"
#include "ui/window/flow_layout.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier::ui {

namespace {

enum StatementColumn { Where, Written, Required };

const QString kDefinition = QStringLiteral("definition"); // target of the link to it

// Names and paths may be longer than the dock is wide: they may be broken behind these signs.
QString breakable(QString text) {
    static const QRegularExpression sign(QStringLiteral("([.:/_])"));
    return text.replace(sign, QStringLiteral("\\1\u200b"));
}

QString inHtml(const QString& text) {
    return breakable(text.toHtmlEscaped());
}

} // namespace

SymbolPanel::SymbolPanel(QWidget* parent)
    : QWidget(parent)
    , copyRequired(new QAction(icon(QStringLiteral("copy")), tr("&Copy required import"), this))
    , copyMarkdown(new QAction(icon(QStringLiteral("copy")), tr("Copy a&ll statements as Markdown"), this))
    , askDeletion(question(tr("What deleting the symbol would break"), SymbolQuestion::Deletion))
    , askEverywhere(question(tr("Where the symbol's name is written"), SymbolQuestion::Everywhere))
    , askSame(question(tr("Whether the symbol is the same object as …"), SymbolQuestion::Same))
    , statementModel_(new TextTable({tr("Where"), tr("Statement"), tr("Required")}, {}, this))
    , useModel_(new TextTable({tr("Where"), tr("How"), tr("As")}, {}, this))
    , namesakeModel_(new TextTable({tr("Definition"), tr("Kind"), tr("Statements")}, {2}, this))
    , title_(new QLabel)
    , facts_(new QLabel)
    , tabs_(new QTabWidget)
    , picture_(new SymbolPicture)
    , listed_(new ElidedLabel(Qt::ElideMiddle))
    , now_(new ElidedLabel(Qt::ElideRight))
    , required_(new ElidedLabel(Qt::ElideRight))
    , all_(new QToolButton)
    , statements_(buildList(statementModel_, tr("Statements that import it"), 20))
    , uses_(buildList(useModel_, tr("Uses"), 26))
    , namesakes_(buildList(namesakeModel_, tr("Called the same"), 34))
    , questions_(new SymbolQuestions) {
    copyRequired->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    copyRequired->setToolTip(tr("What the selected statements should say, ready to paste (Ctrl+Shift+R)"));
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setTextFormat(Qt::PlainText);
    facts_->setTextFormat(Qt::RichText);
    for (QLabel* label : {title_, facts_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        label->setContentsMargins(8, 2, 8, 2);
    }
    tabs_->setDocumentMode(true);
    tabs_->addTab(buildImports(), QString());
    tabs_->addTab(uses_, QString());
    tabs_->addTab(namesakes_, QString());
    tabs_->addTab(questions_, tr("Questions"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 4, 0, 0);
    all->addWidget(title_);
    all->addWidget(facts_);
    all->addWidget(tabs_, 1);
    connectAll();
    show(nullptr);
}

void SymbolPanel::offer(QAction* action) {
    buttons_->addWidget(buttonWhileEnabled(action));
}

std::size_t SymbolPanel::way() const {
    const auto& ways = view_->spread.ways;
    if (const auto* statement = statementOf(statements_->view()->currentIndex());
        statement && statement->violates)
        return statement->way;
    return static_cast<std::size_t>(std::ranges::find(ways, false, &graph::SpreadRow::Way::canonical) -
                                    ways.begin());
}

QAction* SymbolPanel::question(const QString& text, SymbolQuestion about) {
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, about] {
        questions_->choose(about);
        tabs_->setCurrentWidget(questions_);
        emit questionChosen();
        if (about == SymbolQuestion::Same)
            questions_->other()->setFocus();
    });
    return action;
}

ListPanel* SymbolPanel::list() const {
    QWidget* tab = tabs_->currentWidget();
    return tab == uses_        ? uses_
           : tab == namesakes_ ? namesakes_
           : tab == questions_ ? questions_->list()
                               : statements_;
}

ListPanel* SymbolPanel::buildList(TextTable* model, const QString& name, int width) {
    auto* list = new ListPanel(model, name, FilterRole);
    QTreeView* view = list->view();
    view->setRootIsDecorated(false);
    view->setSortingEnabled(true);
    view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setItemDelegateForColumn(0, new ElideLeft(view));
    view->setTextElideMode(Qt::ElideMiddle);
    view->header()->resizeSection(0, view->fontMetrics().averageCharWidth() * width);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    return list;
}

QWidget* SymbolPanel::buildImports() {
    auto* scroll = new QScrollArea;
    scroll->setWidget(picture_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    all_->setText(tr("All"));
    all_->setToolTip(tr("Lists all statements again"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 4, 0);
    head->addWidget(listed_, 1);
    head->addWidget(all_);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    buttons_ = new FlowLayout;
    buttons_->setContentsMargins(6, 0, 6, 6);
    buttons_->addWidget(actionButton(copyRequired));
    buttons_->addWidget(actionButton(copyMarkdown));
    auto* below = new QWidget;
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(statements_, 1);
    for (ElidedLabel* label : {now_, required_}) {
        label->setFont(fixed);
        label->setContentsMargins(8, 0, 8, 0);
        column->addWidget(label);
    }
    column->addLayout(buttons_);
    statements_->view()->header()->resizeSection(Written, fontMetrics().averageCharWidth() * 30);
    split_ = new QSplitter(Qt::Vertical);
    split_->addWidget(scroll);
    split_->addWidget(below);
    split_->setStretchFactor(0, 2);
    split_->setStretchFactor(1, 3);
    split_->setChildrenCollapsible(false);
    return split_;
}

void SymbolPanel::connectAll() {
    connect(facts_, &QLabel::linkActivated, this, [this] {
        emit placeActivated(toQt(view_->snapshot->pathOf(view_->symbol.module)),
                            static_cast<int>(view_->symbol.line));
    });
    connect(picture_, &SymbolPicture::chosen, this, &SymbolPanel::listStatements);
    connect(split_, &QSplitter::splitterMoved, this, [this] { roomByHand_ = true; });
    connect(all_, &QToolButton::clicked, this, [this] {
        picture_->choose(-1, -1);
        listStatements();
    });
    for (ListPanel* list : {statements_, uses_})
        connect(list, &ListPanel::activated, this, [this](const QModelIndex& row) {
            emit placeActivated(row.data(PathRole).toString(), row.data(LineRole).toInt());
        });
    const auto goToNamesake = [this](const QModelIndex& row) {
        const graph::SymbolPlace& symbol =
            view_->namesakes[static_cast<std::size_t>(row.data(IndexRole).toInt())].symbol;
        emit symbolChosen((*view_->snapshot)[symbol.module].name, symbol.name, {});
    };
    connect(namesakes_, &ListPanel::activated, this, goToNamesake);
    connect(statements_->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SymbolPanel::showCurrent);
    connect(statements_, &ListPanel::menuWanted, this,
            [this](const QModelIndex&, const QPoint& place) { showMenu(place); });
    connect(questions_, &SymbolQuestions::placeActivated, this, &SymbolPanel::placeActivated);
    connect(copyRequired, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(requiredImports()); });
    connect(copyMarkdown, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(markdown()); });
}

void SymbolPanel::clear() {
    if (wanted_.isEmpty() && !view_)
        return;
    wanted_.clear();
    wantedPath_.clear();
    show(nullptr);
}

void SymbolPanel::expect(const QString& module, const QString& symbol) {
    const QString wanted = module + u':' + symbol;
    if (wanted == wanted_)
        return;
    wanted_ = wanted;
    show(nullptr);
    setTitle(wanted);
    facts_->setText(inHtml(tr("Looking for who imports it …")));
}

void SymbolPanel::choosePath(const std::string& path) {
    wantedPath_ = path;
    if (!view_ || path.empty())
        return;
    const auto way = std::ranges::find(view_->spread.ways, wantedPath_, &graph::SpreadRow::Way::path);
    const auto& boxes = view_->picture.boxes;
    const auto box = way == view_->spread.ways.end()
                         ? boxes.end()
                         : std::ranges::find(boxes, (*view_->snapshot)[way->module].name, &graph::Box::key);
    picture_->choose(box == boxes.end() ? -1 : static_cast<int>(box - boxes.begin()), -1);
    listStatements();
}

void SymbolPanel::show(const graph::SymbolViewPtr& view) {
    // A newer state of the same symbol: one goes on looking at what one has chosen.
    std::string box;
    if (view && view_ && picture_->chosenBox() >= 0)
        box = view_->picture.boxes[static_cast<std::size_t>(picture_->chosenBox())].key;
    view_ = view;
    picture_->show(view);
    copyRequired->setEnabled(view && !view->spread.canonical.empty());
    copyMarkdown->setEnabled(view != nullptr);
    for (QAction* action : {askDeletion, askEverywhere, askSame})
        action->setEnabled(view && view->symbol.kind != graph::SymbolKind::Other);
    tabs_->setVisible(view != nullptr);
    if (view) {
        setTitle(view->symbol.kind == graph::SymbolKind::Other
                     ? toQt(view->words)
                     : symbolKindWord(view->symbol.kind) + u' ' + symbolName(*view->snapshot, view->symbol));
        facts_->setText(factLines().join(QStringLiteral("<br>")));
        giveRoom();
        for (std::size_t i = 0; i < view->picture.boxes.size(); ++i)
            if (!box.empty() && view->picture.boxes[i].key == box)
                picture_->choose(static_cast<int>(i), -1);
    }
    listStatements();
    listUses();
    listNamesakes();
    questions_->about(view);
    if (view && !wantedPath_.empty())
        choosePath(std::exchange(wantedPath_, {}));
}

void SymbolPanel::setTitle(const QString& title) {
    titleText_ = title;
    title_->setText(breakable(title));
    title_->setAccessibleName(title);
}

// What the picture needs, up to a half, unless somebody has said otherwise.
void SymbolPanel::giveRoom() {
    const int all = split_->height(), picture = std::min(picture_->minimumHeight() + 4, all * 45 / 100);
    if (!roomByHand_)
        split_->setSizes({picture, all - picture});
}

void SymbolPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Behind the layout of what is within.
    QMetaObject::invokeMethod(this, &SymbolPanel::giveRoom, Qt::QueuedConnection);
}

QStringList SymbolPanel::factLines() const {
    const graph::Snapshot& s = *view_->snapshot;
    QStringList lines;
    if (view_->symbol.kind == graph::SymbolKind::Other)
        return lines;
    lines << QStringLiteral("<a href=\"%1\">%2</a>")
                 .arg(kDefinition, inHtml(place(s.pathOf(view_->symbol.module), view_->symbol.line)));
    const graph::SpreadRow& spread = view_->spread;
    if (spread.ways.empty())
        lines << inHtml(tr("No statement imports it by name."));
    else
        lines << inHtml(spreadWords(spread)) << inHtml(complianceWords(spread))
              << inHtml(tr("Canonical: %1").arg(canonicalWords(spread)));
    for (const graph::Deprecation& d : s.deprecations)
        if (d.module == view_->symbol.module && d.symbol == view_->symbol.name && !d.weak())
            lines << inHtml(d.replacement.empty() ? tr("Deprecated")
                                                  : tr("Deprecated; use %1").arg(toQt(d.replacement)));
    for (const graph::SymbolPlace& one : view_->standIns)
        lines << inHtml((one.kind == graph::SymbolKind::Class
                             ? tr("Not the same object, but stands for it: %1, a subclass without methods")
                             : tr("Not the same object, but stands for it: %1, which only calls it"))
                            .arg(symbolName(s, one)));
    return lines;
}

const graph::SymbolView::Statement* SymbolPanel::statementOf(const QModelIndex& row) const {
    return view_ && row.isValid() ? &view_->statements[static_cast<std::size_t>(row.data(IndexRole).toInt())]
                                  : nullptr;
}

// As a difference between what is written and what should be.
void SymbolPanel::showCurrent() {
    const auto* statement = statementOf(statements_->view()->currentIndex());
    now_->setVisible(statement);
    required_->setVisible(statement);
    emit wayChanged();
    if (!statement)
        return;
    const QString written = toQt(view_->snapshot->importOf(statement->ref).text).simplified();
    now_->setWhole((statement->violates ? QStringLiteral("- ") : QStringLiteral("  ")) + written);
    required_->setWhole(statement->violates ? QStringLiteral("+ ") + toQt(statement->required) : QString());
}

QString SymbolPanel::requiredImports() const {
    QStringList lines;
    QModelIndexList selected = statements_->view()->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    for (const QModelIndex& row : selected)
        if (const auto* statement = statementOf(row))
            if (const QString line = toQt(statement->required); !lines.contains(line))
                lines << line;
    if (lines.isEmpty() && view_) {
        const QString path = toQt(view_->spread.canonical);
        lines << QStringLiteral("from %1 import %2").arg(path.section(u':', 0, 0), path.section(u':', 1));
    }
    return lines.join(u'\n') + u'\n';
}

QString SymbolPanel::markdown() const {
    if (!view_)
        return {};
    QString out = QStringLiteral("**%1**\n\n").arg(titleText_);
    if (view_->symbol.kind != graph::SymbolKind::Other)
        out += markdownCode(place(view_->snapshot->pathOf(view_->symbol.module), view_->symbol.line)) + u'\n';
    if (const graph::SpreadRow& spread = view_->spread; !spread.ways.empty()) {
        out += spreadWords(spread) + u'\n' + complianceWords(spread) + u'\n' +
               tr("Canonical: %1").arg(canonicalWords(spread)) + QStringLiteral("\n\n");
        for (const graph::SpreadRow::Way& way : spread.ways)
            out += QStringLiteral("- %1: %2\n").arg(markdownCode(toQt(way.path)), countWords(way.counts));
    }
    out += u'\n' + listed_->whole() + QStringLiteral(":\n\n");
    for (const TextRow& row : statementModel_->rows()) {
        const auto& statement = view_->statements[static_cast<std::size_t>(row.index)];
        out +=
            QStringLiteral("- %1 %2").arg(markdownCode(row.cells[Where]), markdownCode(row.cells[Written]));
        if (statement.violates)
            out += QStringLiteral(" → ") + markdownCode(toQt(statement.required));
        out += u'\n';
    }
    return out;
}

void SymbolPanel::showMenu(const QPoint& globalPlace) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({copyRequired, copyMarkdown});
    const QModelIndex row = statements_->view()->currentIndex();
    if (row.isValid())
        menu->addAction(icon(QStringLiteral("editor")), tr("Open in editor"), this, [this, row] {
            emit openInEditorRequested(row.data(PathRole).toString(), row.data(LineRole).toInt(),
                                       row.data(ColumnRole).toInt());
        });
    menu->popup(globalPlace);
}

} // namespace espalier::ui
