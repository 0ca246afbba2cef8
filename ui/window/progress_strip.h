// The status bar's indexing progress with a button to stop it.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace espalier::ui {

class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    // `total` 0: not known.
    void show(const QString& phase, qint64 done, qint64 total);
    void finish();

signals:
    void cancelRequested();

private:
    QLabel* phase_;
    QProgressBar* bar_;
};

} // namespace espalier::ui
