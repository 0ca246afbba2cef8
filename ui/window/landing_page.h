// What the window shows when no folder is open.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace espalier::ui {

class LandingPage : public QWidget {
    Q_OBJECT
public:
    explicit LandingPage(QWidget* parent = nullptr);
    void setRecentFolders(const QStringList& folders);

signals:
    void chooseRequested();                    // let the user choose a folder
    void folderRequested(const QString& path); // a recent one

private:
    QWidget* recent_;
    QVBoxLayout* recentList_;
};

} // namespace espalier::ui
