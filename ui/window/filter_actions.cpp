#include "ui/window/filter_actions.h"

namespace espalier::ui {

FilterActions::FilterActions(Selection* selection, QObject* parent)
    : QObject(parent)
    , selection_(selection) {
    const std::array<std::pair<QString, QString>, facts::kEdgeKindCount> texts{{
        {tr("Import time"), tr("Count imports that run while the module is being imported")},
        {tr("Deferred"), tr("Count imports in function bodies, and lazy imports")},
        {tr("Typing"), tr("Count imports under TYPE_CHECKING")},
        {tr("Script"), tr("Count imports under if __name__ == \"__main__\"")},
    }};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto bit = graph::KindSet::of(static_cast<graph::EdgeKind>(i)).bits;
        kinds_[i] = add(
            texts[i].first, texts[i].second,
            [bit](const graph::ViewSpec& v) { return (v.filter.kinds.bits & bit) != 0; },
            [bit](graph::ViewSpec& v, bool on) {
                v.filter.kinds.bits =
                    static_cast<std::uint8_t>(on ? v.filter.kinds.bits | bit : v.filter.kinds.bits & ~bit);
            });
    }
    using graph::ViewSpec;
    tests_ = add(tr("Tests"), tr("Show test modules"), &ViewSpec::tests);
    ghosts_ = add(tr("Ghosts"), tr("Show modules that are imported but do not exist"), &ViewSpec::ghosts);
    externals_ = add(tr("Outside"), tr("Show packages from outside the project"), &ViewSpec::externals);
    deprecatedOnly_ = add(tr("Only deprecated modules"),
                          tr("Show only what is deprecated and who imports it"), &ViewSpec::deprecatedOnly);
    tanglesOnly_ = add(tr("Only tangles"), tr("Show only modules that import each other in a circle"),
                       &ViewSpec::tanglesOnly);
    directOnly_ = add(tr("Direct lines only"), tr("Leave out lines that a longer way makes superfluous"),
                      &ViewSpec::directOnly);
    bundled_ = add(tr("Bundle lines"), tr("Lines that go the same way run together"), &ViewSpec::bundled);
    implicitParents_ = add(
        tr("Count parent packages that run"), tr("import a.b also runs a: count that, too"),
        [](const graph::ViewSpec& v) { return v.filter.implicitParents; },
        [](graph::ViewSpec& v, bool on) { v.filter.implicitParents = on; });
    strings_ = add(
        tr("Count dotted strings"), tr("Count names in strings such as mock.patch(\"a.b\")"),
        [](const graph::ViewSpec& v) { return v.filter.strings; },
        [](graph::ViewSpec& v, bool on) { v.filter.strings = on; });
}

QAction* FilterActions::add(const QString& text, const QString& toolTip,
                            std::function<bool(const graph::ViewSpec&)> get,
                            std::function<void(graph::ViewSpec&, bool)> set) {
    auto* action = new QAction(text, this);
    action->setToolTip(toolTip);
    action->setCheckable(true);
    action->setChecked(get(selection_->view()));
    connect(action, &QAction::triggered, this, [this, set = std::move(set)](bool on) {
        graph::ViewSpec view = selection_->view();
        set(view, on);
        selection_->setView(std::move(view));
    });
    connect(selection_, &Selection::changed, action,
            [this, action, get = std::move(get)] { action->setChecked(get(selection_->view())); });
    return action;
}

QAction* FilterActions::add(const QString& text, const QString& toolTip, bool graph::ViewSpec::*flag) {
    return add(
        text, toolTip, [flag](const graph::ViewSpec& v) { return v.*flag; },
        [flag](graph::ViewSpec& v, bool on) { v.*flag = on; });
}

} // namespace espalier::ui
