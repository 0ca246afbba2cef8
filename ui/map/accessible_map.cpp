#include "ui/map/accessible_map.h"

#include "ui/map/map_view.h"
#include "ui/map/words.h"

#include <QAccessibleWidget>

#include <unordered_map>

namespace espalier::ui {

namespace {

// A box or a line of a scene.
struct Thing {
    bool line = false;
    int index = -1;
    [[nodiscard]] int key() const { return 2 * index + (line ? 1 : 0); }
    friend bool operator==(const Thing&, const Thing&) = default;
};

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

class AccessibleMap : public QAccessibleWidget {
public:
    explicit AccessibleMap(MapView* map)
        : QAccessibleWidget(map, QAccessible::Tree, map->accessibleName()) {}
    ~AccessibleMap() override { forget(); }

    [[nodiscard]] MapView* map() const { return static_cast<MapView*>(widget()); }
    [[nodiscard]] const ScenePtr& scene() const { return map()->scene(); }
    // What was handed out belongs to the scene that is shown.
    [[nodiscard]] bool fresh() const { return known_ && known_ == scene(); }

    int childCount() const override { return static_cast<int>(below(-1).size()); }
    QAccessibleInterface* child(int index) const override { return childOf(-1, index); }
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override {
        return map()->hasFocus() ? item(selected()) : nullptr;
    }

    // What lies directly in a box, then the lines that leave it; of -1 the outermost boxes.
    [[nodiscard]] const std::vector<Thing>& below(int box) const {
        follow();
        return below_[at(box + 1)];
    }
    [[nodiscard]] QAccessibleInterface* childOf(int box, int index) const {
        const std::vector<Thing>& things = below(box);
        return index >= 0 && at(index) < things.size() ? item(things[at(index)]) : nullptr;
    }
    // Made when asked for; null for no thing.
    [[nodiscard]] QAccessibleInterface* item(Thing thing) const;
    [[nodiscard]] Thing selected() const {
        const Emphasis& e = map()->emphasis();
        return e.line >= 0 ? Thing{true, e.line} : Thing{false, e.box};
    }
    void forget() const {
        for (const auto& [key, id] : items_)
            QAccessible::deleteAccessibleInterface(id);
        items_.clear();
    }

private:
    void follow() const;

    // A view of the scene; Qt asks for it through const functions.
    mutable ScenePtr known_;
    mutable std::vector<std::vector<Thing>> below_ = std::vector<std::vector<Thing>>(1);
    mutable std::unordered_map<int, QAccessible::Id> items_; // by Thing::key()
};

// One box or line. Valid as long as the map shows the scene that it belongs to: it is deleted when somebody
// asks for another, so whoever holds one that is not valid learns nothing from it.
class AccessibleThing : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleThing(const AccessibleMap* map, Thing thing)
        : map_(map)
        , thing_(thing) {}

    [[nodiscard]] Thing thing() const { return thing_; }

    bool isValid() const override { return map_->fresh(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return map_->window(); }
    QAccessibleInterface* parent() const override {
        if (!isValid())
            return nullptr;
        const int box = thing_.line ? line().from : map_->scene()->box(thing_.index).parent;
        return box < 0 ? const_cast<AccessibleMap*>(map_) : map_->item({false, box});
    }
    int childCount() const override {
        return thing_.line || !isValid() ? 0 : static_cast<int>(map_->below(thing_.index).size());
    }
    QAccessibleInterface* child(int index) const override {
        return thing_.line || !isValid() ? nullptr : map_->childOf(thing_.index, index);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child)
                return i;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = 0; i < childCount(); ++i)
            if (QAccessibleInterface* inner = child(i);
                inner->role() != QAccessible::Link && inner->rect().contains(x, y))
                return inner;
        return nullptr;
    }
    QRect rect() const override {
        if (!isValid())
            return {};
        const QRectF place =
            thing_.line ? map_->map()->placeOfLine(thing_.index) : map_->map()->placeOfBox(thing_.index);
        const QRect inWidget = place.toAlignedRect();
        return {map_->map()->mapToGlobal(inWidget.topLeft()), inWidget.size()};
    }
    QAccessible::Role role() const override {
        return thing_.line ? QAccessible::Link : QAccessible::TreeItem;
    }
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override {
        return canFold() ? QStringList{pressAction(), toggleAction()} : QStringList{pressAction()};
    }
    void doAction(const QString& name) override {
        if (!isValid())
            return;
        if (name == toggleAction() && canFold())
            map_->map()->toggle(thing_.index);
        else if (name == pressAction())
            map_->map()->choose(thing_.line ? -1 : thing_.index, thing_.line ? thing_.index : -1);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    [[nodiscard]] const graph::Line& line() const { return map_->scene()->drawing.lines[at(thing_.index)]; }
    [[nodiscard]] bool canFold() const {
        return !thing_.line && isValid() && map_->scene()->canFold(thing_.index);
    }

    const AccessibleMap* map_;
    Thing thing_;
};

QAccessible::State AccessibleThing::state() const {
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.selectable = state.focusable = true;
    state.selected = map_->selected() == thing_;
    state.focused = state.selected && map_->map()->hasFocus();
    state.offscreen = !map_->rect().intersects(rect());
    state.expandable = canFold();
    state.expanded = state.expandable && map_->scene()->box(thing_.index).container;
    state.collapsed = state.expandable && !state.expanded;
    return state;
}

// The first line says what it is, the others tell of it.
QString AccessibleThing::text(QAccessible::Text kind) const {
    if (!isValid())
        return {};
    const Scene& scene = *map_->scene();
    const QString words = thing_.line ? describeLine(scene, thing_.index) : describeBox(scene, thing_.index);
    if (kind == QAccessible::Name)
        return words.section(u'\n', 0, 0);
    return kind == QAccessible::Description ? words.section(u'\n', 1).replace(u'\n', QStringLiteral(". "))
                                            : QString();
}

void AccessibleMap::follow() const {
    if (known_ == scene())
        return;
    forget();
    known_ = scene();
    below_.assign(known_ ? known_->drawing.boxes.size() + 1 : 1, {});
    if (!known_)
        return;
    for (std::size_t i = 0; i < known_->drawing.boxes.size(); ++i)
        below_[at(known_->drawing.boxes[i].parent + 1)].push_back({false, static_cast<int>(i)});
    for (std::size_t i = 0; i < known_->drawing.lines.size(); ++i)
        below_[at(known_->drawing.lines[i].from + 1)].push_back({true, static_cast<int>(i)});
}

QAccessibleInterface* AccessibleMap::item(Thing thing) const {
    follow();
    if (thing.index < 0)
        return nullptr;
    if (const auto found = items_.find(thing.key()); found != items_.end())
        return QAccessible::accessibleInterface(found->second);
    auto* made = new AccessibleThing(this, thing); // Qt's cache owns it until forget()
    items_.emplace(thing.key(), QAccessible::registerAccessibleInterface(made));
    return made;
}

int AccessibleMap::indexOfChild(const QAccessibleInterface* child) const {
    for (int i = 0; i < childCount(); ++i)
        if (this->child(i) == child)
            return i;
    return -1;
}

QAccessibleInterface* AccessibleMap::childAt(int x, int y) const {
    for (int i = 0; i < childCount(); ++i)
        if (QAccessibleInterface* inner = child(i); inner->rect().contains(x, y))
            return inner;
    return nullptr;
}

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* map = qobject_cast<MapView*>(object);
    return map == nullptr ? nullptr : new AccessibleMap(map);
}

} // namespace

void installAccessibleMap() {
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed)
}

void announceScene(MapView* map) {
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(map, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void announceSelected(MapView* map) {
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(map);
    QAccessibleInterface* item = tree == nullptr ? nullptr : tree->focusChild();
    if (item == nullptr)
        return;
    QAccessibleEvent event(item, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace espalier::ui
