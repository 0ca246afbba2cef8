// What a screen reader is told of the map, as text.
#include "ui/map/map_view.h"
#include "ui/shop_project.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace espalier;

class AccessibleMapTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Selection> selection_;
    std::unique_ptr<ui::MapView> map_;

    QAccessibleInterface* tree() const { return QAccessible::queryAccessibleInterface(map_.get()); }
    QAccessibleInterface* find(QAccessibleInterface* from, const QString& name) const {
        for (int i = 0; i < from->childCount(); ++i) {
            QAccessibleInterface* child = from->child(i);
            if (child->text(QAccessible::Name) == name)
                return child;
            if (QAccessibleInterface* deeper = find(child, name))
                return deeper;
        }
        return nullptr;
    }
    // "name" a line, what is below it further in; "+" can be opened, "-" can be closed, "*" selected, ">" a
    // line.
    static void print(QAccessibleInterface* item, int depth, QStringList& out) {
        const QAccessible::State state = item->state();
        QString mark = item->role() == QAccessible::Link ? "> "
                       : state.expanded                  ? "- "
                       : state.collapsed                 ? "+ "
                                                         : "";
        out << QString(2 * depth, u' ') + mark + item->text(QAccessible::Name) + (state.selected ? " *" : "");
        for (int i = 0; i < item->childCount(); ++i)
            print(item->child(i), depth + 1, out);
    }
    QString printed() const {
        QStringList out;
        for (int i = 0; i < tree()->childCount(); ++i)
            print(tree()->child(i), 0, out);
        return out.join(u'\n');
    }
    void show(graph::ViewSpec view) {
        QSignalSpy shown(map_.get(), &ui::MapView::sceneShown);
        selection_->setView(std::move(view));
        QVERIFY(shown.wait());
    }

private slots:
    void init() {
        QAccessible::setActive(true);
        selection_ = std::make_unique<ui::Selection>();
        map_ = std::make_unique<ui::MapView>(selection_.get());
        map_->setAnimated(false);
        map_->resize(900, 700);
        map_->show();
        QVERIFY(QTest::qWaitForWindowExposed(map_.get()));
        QSignalSpy shown(map_.get(), &ui::MapView::sceneShown);
        map_->setSnapshot(test::shop());
        QVERIFY(shown.wait());
    }
    void boxesAndTheirLines() {
        graph::ViewSpec view;
        view.open = {"shop"};
        view.tests = view.ghosts = false;
        show(view);
        QCOMPARE(printed(), QStringLiteral("- shop\n"
                                           "  shop.old_orders\n"
                                           "  shop.orders\n"
                                           "    > shop.orders imports shop.old_orders\n"
                                           "    > shop.orders imports shop.stock\n"
                                           "  shop.prices\n"
                                           "    > shop.prices imports shop.orders\n"
                                           "  shop.stock\n"
                                           "    > shop.stock imports shop.prices\n"
                                           "  + shop.web\n"
                                           "    > shop.web imports shop.old_orders\n"
                                           "    > shop.web imports shop.orders"));
        QCOMPARE(tree()->role(), QAccessible::Tree);
    }
    // Those who hold one may ask it, but learn nothing.
    void aThingOfASceneBeforeIsNoneOfTheNew() {
        QAccessibleInterface* shop = find(tree(), QStringLiteral("shop"));
        QVERIFY(shop->isValid() && !shop->rect().isEmpty());
        map_->clearFocus(); // nobody asks for the new ones meanwhile
        QSignalSpy shown(map_.get(), &ui::MapView::sceneShown);
        map_->setSnapshot(test::shop("== aaa.py\n"));
        QVERIFY(shown.wait());
        QVERIFY(!shop->isValid() && shop->state().invalid);
        QCOMPARE(shop->childCount(), 0);
        QVERIFY(shop->parent() == nullptr && shop->child(0) == nullptr && shop->rect().isEmpty());
        QVERIFY(find(tree(), QStringLiteral("aaa")) != nullptr);
    }
    void choosingAndOpening() {
        QAccessibleInterface* shop = find(tree(), QStringLiteral("shop"));
        QVERIFY(shop != nullptr && shop->actionInterface() != nullptr);
        QVERIFY(shop->state().collapsed);
        QSignalSpy shown(map_.get(), &ui::MapView::sceneShown);
        shop->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(shown.wait());
        QVERIFY(find(tree(), QStringLiteral("shop"))->state().expanded);
        QAccessibleInterface* stock = find(tree(), QStringLiteral("shop.stock"));
        QVERIFY(stock != nullptr);
        stock->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(selection_->selected().module, std::string("shop.stock"));
        QTRY_VERIFY(stock->state().selected);
        QAccessibleInterface* line = find(tree(), QStringLiteral("shop.stock imports shop.prices"));
        QVERIFY(line != nullptr);
        QVERIFY(line->text(QAccessible::Description).contains(QStringLiteral("1 statement")));
        line->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(selection_->selected().isLine());
    }
    void placesAreThoseOnTheScreen() {
        QAccessibleInterface* shop = find(tree(), QStringLiteral("shop"));
        const QRect rect = shop->rect();
        QVERIFY(tree()->rect().contains(rect));
        QCOMPARE(tree()->childAt(rect.center().x(), rect.center().y()), shop);
        QCOMPARE(shop->parent(), tree());
        QCOMPARE(tree()->indexOfChild(shop), 0);
    }
    void theOldSceneIsForgotten() {
        const QAccessible::Id old = QAccessible::uniqueId(find(tree(), QStringLiteral("shop")));
        graph::ViewSpec view;
        view.open = {"shop"};
        show(view);
        QVERIFY(tree()->childCount() > 0);
        QVERIFY(QAccessible::accessibleInterface(old) == nullptr);
    }
};

QTEST_MAIN(AccessibleMapTest)
#include "accessible_map_test.moc"
