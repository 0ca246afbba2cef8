#include "ui/source/source_panel.h"

#include "ui/icon.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace espalier::ui {

SourcePanel::SourcePanel(SourceTexts* texts, QWidget* parent)
    : QWidget(parent)
    , texts_(texts)
    , title_(new QLabel(this))
    , note_(new QLabel(this))
    , editor_(new QToolButton(this))
    , view_(new SourceView(this)) {
    title_->setTextFormat(Qt::PlainText);
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->setTextFormat(Qt::PlainText);
    note_->setWordWrap(true);
    note_->hide();
    editor_->setIcon(icon(QStringLiteral("editor")));
    editor_->setText(tr("Open in editor"));
    editor_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    editor_->setAutoRaise(true);
    editor_->setEnabled(false);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 4, 0);
    head->addWidget(title_, 1);
    head->addWidget(editor_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    all->addLayout(head);
    all->addWidget(note_);
    all->addWidget(view_, 1);
    connect(editor_, &QToolButton::clicked, this, [this] {
        const int line = view_->textCursor().blockNumber() + 1;
        emit openInEditorRequested(path_, line, view_->textCursor().positionInBlock() + 1);
    });
    connect(view_, &SourceView::importClicked, this, &SourcePanel::importClicked);
    connect(texts_, &SourceTexts::ready, this, [this](const QString& path) {
        if (path == path_)
            show();
    });
    clear();
}

void SourcePanel::clear() {
    path_.clear();
    title_->setText(tr("No file is open. Double-click a module or a statement."));
    note_->hide();
    editor_->setEnabled(false);
    view_->showText({});
}

void SourcePanel::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    findings_.reset();
    updateMarks(); // those of before name modules of before
    if (!path_.isEmpty() && texts_->want(path_))
        show();
}

void SourcePanel::setFindings(FindingsPtr findings) {
    findings_ = std::move(findings);
    updateMarks();
}

void SourcePanel::open(const QString& path, std::uint32_t line) {
    path_ = path;
    line_ = line;
    goThere_ = true;
    title_->setText(sourceCaption(path));
    editor_->setEnabled(!path.isEmpty());
    if (texts_->want(path))
        show();
}

void SourcePanel::show() {
    const SourceTexts::Text* text = texts_->want(path_);
    if (!text)
        return;
    note_->setText(text->note);
    note_->setVisible(!text->note.isEmpty());
    if (std::exchange(goThere_, false)) {
        view_->showText(text->text);
        updateMarks();
        return view_->goToLine(line_);
    }
    view_->updateText(text->text);
    updateMarks();
}

void SourcePanel::updateMarks() {
    if (!snapshot_ || path_.isEmpty())
        return;
    const bool fits = findings_ && findings_->snapshot == snapshot_;
    view_->setMarks(importMarks(*snapshot_, fits ? findings_.get() : nullptr, toUtf8(path_)));
}

} // namespace espalier::ui
