#include "ui/source/source_view.h"

#include "ui/models/badges.h"
#include "ui/source/source_document.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QThread>
#include <QToolTip>

#include <utility>

namespace espalier::ui {

namespace {

class Gutter : public QWidget {
public:
    explicit Gutter(SourceView* view)
        : QWidget(view)
        , view_(view) {}
    [[nodiscard]] QSize sizeHint() const override { return {view_->gutterWidth(), 0}; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override { view_->clickGutter(event->pos().y()); }
    void paintEvent(QPaintEvent* event) override { view_->paintGutter(event); }
    bool event(QEvent* event) override {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), view_->gutterWords(help->pos().y()), this);
        return true;
    }

private:
    SourceView* view_;
};

// A dot for a plain import; the signs of the lists for cycle, deprecated and ghost.
void paintMark(QPainter& painter, const QRectF& square, const ImportMark& mark, const QPalette& palette) {
    if (mark.cycle)
        return paintSign(painter, square, BadgeSign::Cycle, palette);
    if (mark.deprecated)
        return paintSign(painter, square, BadgeSign::Deprecated, palette);
    if (mark.ghost)
        return paintSign(painter, square, BadgeSign::Ghost, palette);
    const QColor ink =
        colour(mark.targets.empty() ? mapColours(palette).outline : mapColours(palette).selection);
    const double r = square.width() / 4;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(mark.kind == graph::EdgeKind::Import ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(square.center(), r, r);
}

} // namespace

SourceView::SourceView(QWidget* parent)
    : QPlainTextEdit(parent)
    , gutter_(new Gutter(this))
    , dark_(isDark(palette()))
    , making_(this, &worker_) {
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 8);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Source"));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            gutter_->scroll(0, dy);
        else
            gutter_->update(0, rect.y(), gutter_->width(), rect.height());
    });
}

SourceView::~SourceView() {
    making_.cancel();
    worker_.waitForDone();
}

int SourceView::gutterWidth() const {
    const auto last = static_cast<int>(firstLine_) + blockCount();
    const QFontMetrics metrics = fontMetrics();
    return metrics.horizontalAdvance(QString::number(last)) + metrics.height() +
           metrics.averageCharWidth() * 2;
}

void SourceView::showText(const QString& text, std::uint32_t firstLine) {
    const bool same = text == text_ && firstLine == firstLine_;
    text_ = text;
    firstLine_ = firstLine;
    current_ = 0;
    stay_.reset();
    marks_.clear();
    if (!same)
        makeDocument();
    updateFormats();
}

void SourceView::updateText(const QString& text) {
    if (text == text_)
        return;
    if (!making_.running()) { // else it goes where one was to go
        stayHere();
        current_ = 0;
    }
    text_ = text;
    marks_.clear();
    makeDocument();
}

void SourceView::stayHere() {
    stay_ = QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
}

void SourceView::makeDocument() {
    const SourceLook look{font(), tabStopDistance(), dark_};
    if (text_.size() <= kMostAtOnce) {
        making_.cancel();
        return take(sourceDocument(text_, look));
    }
    making_.start(
        [text = text_, look] {
            auto document = sourceDocument(text, look);
            document->moveToThread(QCoreApplication::instance()->thread());
            return document;
        },
        [this](std::unique_ptr<QTextDocument> document) { take(std::move(document)); });
    gutter_->update();
}

void SourceView::take(std::unique_ptr<QTextDocument> document) {
    setExtraSelections({});                // they are of the one before
    if (document->defaultFont() != font()) // it was zoomed meanwhile
        document->setDefaultFont(font());
    setDocument(document.get());
    document_ = std::move(document);
    setViewportMargins(gutterWidth(), 0, 0, 0);
    gutter_->update();
    const std::optional<QPoint> stay = std::exchange(stay_, std::nullopt);
    horizontalScrollBar()->setValue(stay ? stay->x() : 0);
    verticalScrollBar()->setValue(stay ? stay->y() : 0);
    if (stay)
        updateFormats();
    else
        goToLine(current_);
}

void SourceView::setMarks(std::multimap<std::uint32_t, ImportMark> marks) {
    marks_ = std::move(marks);
    gutter_->update();
    updateFormats();
}

const std::multimap<std::uint32_t, ImportMark>& SourceView::shownMarks() const {
    static const std::multimap<std::uint32_t, ImportMark> none;
    return making_.running() ? none : marks_;
}

QTextCursor SourceView::cursorAt(std::uint32_t line) const {
    const int block = static_cast<int>(line) - static_cast<int>(firstLine_);
    return QTextCursor(document()->findBlockByNumber(std::clamp(block, 0, blockCount() - 1)));
}

void SourceView::goToLine(std::uint32_t line) {
    current_ = line;
    stay_.reset();
    if (making_.running())
        return;
    if (line > 0) {
        setTextCursor(cursorAt(line));
        centerCursor();
    }
    updateFormats();
}

void SourceView::updateFormats() {
    QList<QTextEdit::ExtraSelection> selections;
    if (current_ > 0 && !making_.running()) {
        QTextEdit::ExtraSelection line;
        line.cursor = cursorAt(current_);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.format.setBackground(colour(mapColours(palette()).selection, 45));
        selections << line;
    }
    setExtraSelections(selections);
}

void SourceView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    const QRect r = contentsRect();
    gutter_->setGeometry(r.left(), r.top(), gutterWidth(), r.height());
}

void SourceView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (const bool dark = isDark(palette()); dark != dark_) {
            dark_ = dark;
            if (!making_.running())
                stayHere();
            makeDocument();
        }
        updateFormats();
    }
}

void SourceView::paintGutter(QPaintEvent* event) {
    QPainter painter(gutter_);
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    painter.setFont(font());
    const QFontMetrics metrics = fontMetrics();
    const int side = metrics.ascent(), right = gutter_->width() - metrics.averageCharWidth();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > event->rect().bottom())
            break;
        const std::uint32_t line = firstLine_ + static_cast<std::uint32_t>(block.blockNumber());
        painter.setPen(palette().color(line == current_ ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(QRectF(0, rect.top(), right, metrics.height()), Qt::AlignRight,
                         QString::number(line));
        if (const auto mark = shownMarks().find(line); mark != shownMarks().end())
            paintMark(painter, QRectF(3, rect.top() + (metrics.height() - side) / 2.0, side, side),
                      mark->second, palette());
    }
}

QString SourceView::gutterWords(int y) const {
    const QTextBlock block = cursorForPosition(QPoint(0, y)).block();
    QStringList words;
    const auto [from, to] =
        shownMarks().equal_range(firstLine_ + static_cast<std::uint32_t>(block.blockNumber()));
    for (auto it = from; it != to; ++it)
        words << it->second.words;
    return words.join(QStringLiteral("\n\n"));
}

void SourceView::clickGutter(int y) {
    const QTextBlock block = cursorForPosition(QPoint(0, y)).block();
    const auto mark = shownMarks().find(firstLine_ + static_cast<std::uint32_t>(block.blockNumber()));
    if (mark != shownMarks().end() && !mark->second.targets.empty())
        emit importClicked(mark->second.targets.back());
}

const ImportMark* SourceView::markAt(QPoint point) const {
    const QTextCursor cursor = cursorForPosition(point);
    const std::uint32_t line = firstLine_ + static_cast<std::uint32_t>(cursor.blockNumber());
    const QString text = cursor.block().text();
    // Columns of the facts count code points.
    const auto column = static_cast<std::uint32_t>(text.left(cursor.positionInBlock()).toUcs4().size()) + 1;
    for (const auto& [start, mark] : shownMarks()) {
        const facts::Span& s = mark.span;
        const bool after = line > s.line || (line == s.line && column >= s.column);
        const bool before = line < s.endLine || (line == s.endLine && column <= s.endColumn);
        if (after && before)
            return &mark;
    }
    return nullptr;
}

void SourceView::mouseMoveEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseMoveEvent(event);
    const ImportMark* mark =
        event->modifiers().testFlag(Qt::ControlModifier) ? markAt(event->pos()) : nullptr;
    viewport()->setCursor(mark && !mark->targets.empty() ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void SourceView::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !event->modifiers().testFlag(Qt::ControlModifier))
        return;
    if (const ImportMark* mark = markAt(event->pos()); mark && !mark->targets.empty())
        emit importClicked(mark->targets.back());
}

bool SourceView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const ImportMark* mark = markAt(help->pos());
        QToolTip::showText(help->globalPos(), mark ? mark->words : QString(), viewport());
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

} // namespace espalier::ui
