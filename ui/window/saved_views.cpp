#include "ui/window/saved_views.h"

#include "ui/text.h"
#include "ui/window/manage_views.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QInputDialog>

#include <algorithm>

namespace espalier::ui {

namespace {

QString projectName(const graph::SnapshotPtr& snapshot) {
    return snapshot ? QFileInfo(toQt(snapshot->project.root)).fileName() : QString();
}

} // namespace

SavedViews::SavedViews(Selection* selection, MapView* map, QWidget* window)
    : QObject(window)
    , selection_(selection)
    , map_(map)
    , window_(window)
    , menu_(new QMenu(tr("&Views"), window)) {
    save = add(tr("&Save this view…"), QKeySequence(Qt::CTRL | Qt::Key_S), &SavedViews::askName);
    manage = add(tr("&Rename or delete views…"), {}, &SavedViews::manageViews);
    writeFile = add(tr("&Write this view to a file…"), {}, &SavedViews::chooseTarget);
    openFile = add(tr("&Open a view from a file…"), {}, &SavedViews::chooseFile);
    copyLink = add(tr("&Copy a link to this view"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                   &SavedViews::copyAsLink);
    openLink = add(tr("Open a &link…"), QKeySequence(Qt::CTRL | Qt::Key_L), &SavedViews::askLink);
    fillMenu();
}

QAction* SavedViews::add(const QString& text, const QKeySequence& keys, void (SavedViews::*work)()) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, work);
    return action;
}

void SavedViews::setSnapshot(graph::SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    fillMenu();
}

void SavedViews::set(std::vector<SavedView> views) {
    views_ = std::move(views);
    fillMenu();
}

SavedView SavedViews::current(const QString& name) const {
    ViewState state = selection_->state();
    state.plan = {}; // plans are saved on their own
    return {name, projectName(snapshot_), snapshot_ ? toQt(snapshot_->project.revision) : QString(),
            std::move(state), map_->lookedAt()};
}

void SavedViews::add(const QString& name) {
    SavedView view = current(name);
    view.state.view.notes.clear(); // they are the project's, and would come back from here
    view.state.view.moved.clear();
    const auto same = std::ranges::find(views_, name, &SavedView::name);
    if (same == views_.end())
        views_.push_back(std::move(view));
    else
        *same = std::move(view);
    fillMenu();
    emit changed();
}

void SavedViews::rename(std::size_t index, const QString& name) {
    views_[index].name = name;
    fillMenu();
    emit changed();
}

void SavedViews::remove(std::size_t index) {
    views_.erase(views_.begin() + static_cast<std::ptrdiff_t>(index));
    fillMenu();
    emit changed();
}

void SavedViews::show(const SavedView& view) {
    ViewState state = view.state;
    const auto addTo = [](auto own, const auto& brought) {
        own.insert(brought.begin(), brought.end());
        return own;
    };
    state.view.notes = addTo(selection_->view().notes, view.state.view.notes);
    state.view.moved = addTo(selection_->view().moved, view.state.view.moved);
    state.plan = selection_->state().plan;
    selection_->set(std::move(state));
    map_->lookAt(view.place);
    const QString here = projectName(snapshot_);
    if (!view.project.isEmpty() && view.project != here)
        emit told(
            tr("This view was made in the project “%1”. It is shown as far as “%2” has the same modules.")
                .arg(view.project, here));
}

void SavedViews::fillMenu() {
    menu_->clear();
    for (const SavedView& view : views_) {
        QAction* action = menu_->addAction(asCaption(view.name));
        action->setEnabled(snapshot_ != nullptr);
        connect(action, &QAction::triggered, this, [this, view] { show(view); });
    }
    menu_->addSeparator();
    menu_->addActions({save, manage});
    menu_->addSeparator();
    menu_->addActions({writeFile, openFile, copyLink, openLink});
    for (QAction* action : {save, writeFile, copyLink})
        action->setEnabled(snapshot_ != nullptr);
    manage->setEnabled(!views_.empty());
}

void SavedViews::askName() {
    bool accepted = false;
    const QString name =
        QInputDialog::getText(window_, tr("Save this view"), tr("Name. A view of the same name is replaced."),
                              QLineEdit::Normal, {}, &accepted)
            .trimmed();
    if (accepted && !name.isEmpty())
        add(name);
}

void SavedViews::manageViews() {
    ManageViews dialog(*this, window_);
    dialog.exec();
}

void SavedViews::chooseTarget() {
    const QString suffix = QStringLiteral(".%1").arg(QLatin1String(kViewSuffix));
    QString file =
        QFileDialog::getSaveFileName(window_, tr("Write this view to a file"),
                                     projectName(snapshot_) + suffix, tr("View (*%1)").arg(suffix));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += suffix;
    emit fileMade(file, toFile(current(QFileInfo(file).completeBaseName())));
}

void SavedViews::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(window_, tr("Open a view"), {},
                                                      tr("View (*.%1)").arg(QLatin1String(kViewSuffix)));
    if (!file.isEmpty())
        emit fileWanted(file);
}

void SavedViews::copyAsLink() {
    const auto link = toLink(current({}));
    if (!link)
        return emit failed(link.error());
    QGuiApplication::clipboard()->setText(*link);
    emit told(tr("The link to this view is in the clipboard."));
}

// What is in the clipboard is offered if it is one.
void SavedViews::askLink() {
    const QString copied = QGuiApplication::clipboard()->text();
    bool accepted = false;
    const QString link = QInputDialog::getText(
        window_, tr("Open a link"), tr("A link that begins with espalier://view"), QLineEdit::Normal,
        isViewLink(copied) ? copied.trimmed() : QString(), &accepted);
    if (accepted && !link.trimmed().isEmpty())
        emit linkWanted(link.trimmed());
}

} // namespace espalier::ui
