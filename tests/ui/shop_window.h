// The main window on the small project, with settings and data of its own.
#pragma once

#include "ui/main_window.h"
#include "ui/map/map_view.h"
#include "ui/shop_project.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace espalier::test {

class ShopWindow {
public:
    graph::SnapshotPtr snapshot_;
    std::unique_ptr<ui::MainWindow> window_;

    [[nodiscard]] graph::ModuleId id(const char* name) const { return *snapshot_->find(name); }
    [[nodiscard]] bool drawn(const char* name) const { return window_->map().placeOf(id(name)).has_value(); }

    // Before the first window.
    void useOwnSettings() {
        QVERIFY(settings_.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
        QCoreApplication::setOrganizationName(QStringLiteral("espalier-test"));
        QCoreApplication::setApplicationName(QStringLiteral("window"));
    }
    void newWindow() {
        window_ = std::make_unique<ui::MainWindow>();
        window_->map().setAnimated(false);
        window_->resize(1400, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    // With the package `shop` open.
    void openShop() {
        snapshot_ = shop();
        window_->setSnapshot(snapshot_);
        QTRY_VERIFY(window_->findings());
        QTRY_VERIFY(window_->map().scene() && !window_->map().busy());
        auto view = window_->selection().view();
        view.open = {"shop"};
        window_->selection().reset({view, {}, {}});
        QTRY_VERIFY(drawn("shop.orders") && drawn("shop.web") && !drawn("shop.web.checkout"));
    }
    void click(const char* name) {
        QTest::mouseClick(&window_->map(), Qt::LeftButton, {}, *window_->map().placeOf(id(name)));
    }

private:
    QTemporaryDir settings_;
};

} // namespace espalier::test
