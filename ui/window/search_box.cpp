#include "ui/window/search_box.h"

#include "graph/symbols/fuzzy_score.h"
#include "ui/icon.h"
#include "ui/symbols/symbol_words.h"
#include "ui/text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>

#include <algorithm>

namespace espalier::ui {

namespace {

constexpr QChar kCommandsOnly = u'>';
constexpr int kRecentBonus = 3000;
constexpr int kAroundTexts = 48; // pixels of a row beside its texts

// As fuzzyScore() wants it: words of a command are parted by what parts the words of a name.
std::string folded(const QString& text) {
    return toUtf8(text.simplified().toLower().replace(u' ', u'_'));
}

} // namespace

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent)
    , popup_(new QTreeWidget(this)) {
    setPlaceholderText(tr("Find a module, symbol or command (Ctrl+K)"));
    setAccessibleName(tr("Find a module, symbol or command"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    popup_->setWindowFlags(Qt::ToolTip); // shows above everything and leaves the keyboard where it is
    popup_->setFocusPolicy(Qt::NoFocus);
    popup_->setColumnCount(2);
    popup_->setRootIsDecorated(false);
    popup_->setUniformRowHeights(true);
    popup_->setTextElideMode(Qt::ElideMiddle);
    popup_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    popup_->header()->hide();
    popup_->header()->setStretchLastSection(false);
    popup_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    popup_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    popup_->setAccessibleName(tr("Modules, symbols and commands found"));
    popup_->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::offer);
    connect(popup_, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { take(popup_->indexOfTopLevelItem(item)); });
}

void SearchBox::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    index_.reset();
    offers_.clear();
    symbols_.clear();
    symbolQuery_.clear();
    popup_->hide();
}

QStringList SearchBox::offered() const {
    QStringList texts;
    for (const Offer& o : offers_)
        texts << o.text;
    return texts;
}

void SearchBox::open(const QString& text) {
    setFocus();
    if (text.isEmpty())
        selectAll();
    else
        setText(text);
    offer();
}

void SearchBox::offer() {
    const QString wanted = text().trimmed();
    emit symbolsWanted(wanted.startsWith(kCommandsOnly) ? QString() : wanted);
    collect();
    fillPopup();
}

// What one has moved to stays current.
void SearchBox::showSymbols(const QString& query, const std::vector<graph::SymbolHit>& hits) {
    if (query != text().trimmed() || popup_->isHidden())
        return;
    const int row = popup_->indexOfTopLevelItem(popup_->currentItem());
    const QString current = row > 0 && row < static_cast<int>(offers_.size())
                                ? offers_[static_cast<std::size_t>(row)].text
                                : QString();
    symbolQuery_ = query;
    symbols_ = hits;
    collect();
    fillPopup();
    const auto at = std::ranges::find(offers_, current, &Offer::text);
    if (!current.isEmpty() && at != offers_.end())
        popup_->setCurrentItem(popup_->topLevelItem(static_cast<int>(at - offers_.begin())));
}

void SearchBox::collect() {
    offers_.clear();
    QString wanted = text().trimmed();
    const bool commandsOnly = wanted.startsWith(kCommandsOnly);
    if (commandsOnly)
        wanted = wanted.mid(1).trimmed();
    if (!commandsOnly && !wanted.isEmpty() && snapshot_) {
        offerModules(wanted);
        offerSymbols(wanted);
    }
    if (commands_ && (commandsOnly || !wanted.isEmpty()))
        offerCommands(wanted);
    if (!commandsOnly && wanted.isEmpty())
        offerRecent();
    std::ranges::stable_sort(offers_, std::ranges::greater(), &Offer::score);
    if (!commandsOnly && offers_.size() > kMostOffered)
        offers_.resize(kMostOffered);
}

SearchBox::Offer SearchBox::symbolOffer(const graph::SymbolHit& hit) const {
    const graph::SymbolPlace& symbol = hit.symbol;
    return {hit.score, symbolKindWord(symbol.kind) + u' ' + symbolName(*snapshot_, symbol),
            place(snapshot_->pathOf(symbol.module), symbol.line).section(u'/', -1), symbol.module,
            symbol.name};
}

// While one types on, what was found for the letters before is no answer.
void SearchBox::offerSymbols(const QString& wanted) {
    if (wanted != symbolQuery_)
        return;
    for (const graph::SymbolHit& hit : symbols_) {
        Offer o = symbolOffer(hit);
        o.score += recent_.contains(o.text) ? kRecentBonus : 0;
        offers_.push_back(std::move(o));
    }
}

void SearchBox::offerModules(const QString& wanted) {
    QString query = wanted.toLower();
    query.remove(u' ');
    if (!index_)
        index_.emplace(snapshot_);
    for (const graph::ModuleId m : index_->find(toUtf8(query), kMostOffered)) {
        const graph::Module& module = (*snapshot_)[m];
        const QString name = toQt(module.name);
        const int bonus = recent_.contains(name) ? kRecentBonus : 0;
        offers_.push_back({graph::fuzzyScore(toUtf8(query), toUtf8(name.toLower())) + bonus, name,
                           moduleKindWord(module.kind), m});
    }
}

void SearchBox::offerCommands(const QString& wanted) {
    const std::string query = folded(wanted);
    for (const PaletteCommand& c : commands_()) {
        if (!c.action->isEnabled())
            continue;
        const int bonus = recent_.contains(c.text) ? kRecentBonus : 0;
        const int score = query.empty() ? 1 : graph::fuzzyScore(query, folded(c.text));
        if (score > 0)
            offers_.push_back({score + bonus, c.text, c.keys, {}, {}, c.action});
    }
}

void SearchBox::offerRecent() {
    const QList<PaletteCommand> commands = commands_ ? commands_() : QList<PaletteCommand>();
    for (const QString& text : recent_.first(std::min(recent_.size(), kMostRecent))) {
        const auto command = std::ranges::find(commands, text, &PaletteCommand::text);
        const auto module = snapshot_ ? snapshot_->find(toUtf8(text)) : std::nullopt;
        if (command != commands.end() && command->action->isEnabled())
            offers_.push_back({0, text, command->keys, {}, {}, command->action});
        else if (module)
            offers_.push_back({0, text, moduleKindWord((*snapshot_)[*module].kind), *module});
    }
}

void SearchBox::fillPopup() {
    popup_->clear();
    for (const Offer& o : offers_) {
        auto* item = new QTreeWidgetItem(popup_, {o.text, o.note});
        item->setForeground(1, palette().placeholderText());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (offers_.empty() && !text().isEmpty() && snapshot_)
        (new QTreeWidgetItem(popup_, {tr("Nothing has such a name.")}))->setFlags(Qt::NoItemFlags);
    const int rows = popup_->topLevelItemCount();
    popup_->setVisible(rows > 0);
    if (rows == 0)
        return;
    if (!offers_.empty())
        popup_->setCurrentItem(popup_->topLevelItem(0));
    const int rowHeight = std::max(1, popup_->sizeHintForRow(0));
    int wanted = width();
    for (const Offer& o : offers_)
        wanted = std::max(wanted, fontMetrics().horizontalAdvance(o.text + o.note) + kAroundTexts);
    const int seen = std::min(rows, static_cast<int>(kMostOffered));
    popup_->resize(std::min(wanted, width() * 2), rowHeight * seen + 2 * popup_->frameWidth() + 4);
    popup_->move(mapToGlobal(QPoint(0, height())));
}

void SearchBox::take(int row) {
    popup_->hide();
    if (row < 0 || row >= static_cast<int>(offers_.size()))
        return;
    const Offer taken = offers_[static_cast<std::size_t>(row)];
    recent_.removeAll(taken.text);
    recent_.prepend(taken.text);
    setText(taken.module.valid() ? taken.text : QString());
    if (!taken.symbol.empty()) {
        emit symbolChosen((*snapshot_)[taken.module].name, taken.symbol);
    } else if (taken.module.valid()) {
        emit chosen(taken.module);
    } else if (taken.command) {
        clearFocus(); // first: the command may want it, or ask in a dialog
        taken.command->trigger();
    }
}

void SearchBox::keyPressEvent(QKeyEvent* event) {
    const int rows = static_cast<int>(offers_.size());
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (popup_->isHidden())
            return offer();
        const int row = popup_->indexOfTopLevelItem(popup_->currentItem());
        if (rows > 0)
            popup_->setCurrentItem(
                popup_->topLevelItem((row + (event->key() == Qt::Key_Down ? 1 : rows - 1)) % rows));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (popup_->isHidden())
            offer();
        return take(popup_->indexOfTopLevelItem(popup_->currentItem()));
    case Qt::Key_Escape:
        popup_->hide();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent* event) {
    popup_->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace espalier::ui
