#include "ui/window/breadcrumb.h"

#include "ui/icon.h"
#include "ui/text.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace espalier::ui {

Breadcrumb::Breadcrumb(QWidget* parent)
    : QWidget(parent)
    , row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(4, 0, 4, 0);
    row_->setSpacing(0);
    setAccessibleName(tr("Where the selection is"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long path must not widen the window
}

void Breadcrumb::add(const QString& text, const QString& toolTip, std::function<void()> clicked) {
    auto* button = new QToolButton;
    button->setText(asCaption(text));
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, std::move(clicked));
    row_->addWidget(button);
    text_ += text;
}

void Breadcrumb::addSeparator() {
    auto* separator = new QLabel(QStringLiteral("›"));
    separator->setForegroundRole(QPalette::PlaceholderText);
    row_->addWidget(separator);
    text_ += QStringLiteral(" › ");
}

void Breadcrumb::show(const graph::Snapshot& snapshot, const ViewState& state) {
    while (QLayoutItem* item = row_->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // one of them may be the button that was clicked
        }
        delete item;
    }
    text_.clear();
    const QString project = QFileInfo(toQt(snapshot.project.root)).fileName();
    add(project.isEmpty() ? tr("Project") : project, tr("Select nothing"), [this] { emit projectClicked(); });
    if (!state.view.only.empty()) {
        addSeparator();
        const QString what = state.onlyTitle.empty() ? tr("a part alone") : toQt(state.onlyTitle);
        add(tr("%1  ✕").arg(what), tr("Show everything again"), [this] { emit everythingClicked(); });
    }
    const auto module = state.selected.empty() ? std::nullopt : snapshot.find(state.selected.module);
    if (module) {
        std::vector<graph::ModuleId> way = ancestors(snapshot, *module);
        way.push_back(*module);
        for (graph::ModuleId m : way) {
            addSeparator();
            const std::string& name = snapshot[m].name;
            add(toQt(snapshot[m].parent.valid() ? shortName(name) : std::string_view(name)), toQt(name),
                [this, m] { emit moduleClicked(m); });
        }
    }
    if (module && state.selected.isLine()) {
        row_->addWidget(new QLabel(tr(" imports %1").arg(toQt(state.selected.target))));
        text_ += tr(" imports %1").arg(toQt(state.selected.target));
    }
    row_->addStretch(1);
}

} // namespace espalier::ui
