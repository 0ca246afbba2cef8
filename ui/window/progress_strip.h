// The status bar's indexing progress with a button to stop it.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace espalier::ui {

class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    // `total` 0: not known.
    // Of another task than indexing: what the button does, and the words for every phase.
    void setTask(const QString& stop, const QString& words);
    void show(const QString& phase, qint64 done, qint64 total);
    void finish();

signals:
    void cancelRequested();

private:
    QLabel* phase_;
    QProgressBar* bar_;
    QToolButton* cancel_;
    QString task_; // empty: indexing
};

} // namespace espalier::ui
