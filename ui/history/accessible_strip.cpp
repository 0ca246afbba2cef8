// What a screen reader finds of the commit strip.
#include "ui/history/commit_strip.h"

#include <QAccessibleWidget>

namespace espalier::ui {

namespace {

class AccessibleStrip : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleStrip(CommitStrip* strip)
        : QAccessibleWidget(strip, QAccessible::Slider, strip->accessibleName()) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text what) const override {
        return what == QAccessible::Value ? strip()->accessibleDescription() : QAccessibleWidget::text(what);
    }
    QVariant currentValue() const override { return strip()->desk()->cursor(); }
    void setCurrentValue(const QVariant& value) override { strip()->desk()->moveCursor(value.toInt()); }
    QVariant maximumValue() const override { return strip()->desk()->lastPlace(); }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    [[nodiscard]] CommitStrip* strip() const { return static_cast<CommitStrip*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    auto* strip = qobject_cast<CommitStrip*>(object);
    return strip ? new AccessibleStrip(strip) : nullptr;
}

} // namespace

void installAccessibleStrip() {
    static const bool kInstalled = (QAccessible::installFactory(makeAccessible), true);
    (void)kInstalled;
}

} // namespace espalier::ui
