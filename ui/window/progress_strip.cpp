#include "ui/window/progress_strip.h"

#include "ui/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace espalier::ui {

namespace {

constexpr int kBarSteps = 1000;

// What `espalier index` calls it, for people.
QString phaseWord(const QString& phase) {
    if (phase == u"listing")
        return ProgressStrip::tr("listing files");
    if (phase == u"scanning")
        return ProgressStrip::tr("reading imports");
    if (phase == u"symbols")
        return ProgressStrip::tr("reading symbols");
    return phase;
}

} // namespace

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent)
    , phase_(new QLabel)
    , bar_(new QProgressBar)
    , cancel_(new QToolButton) {
    cancel_->setIcon(icon(QStringLiteral("close")));
    cancel_->setToolTip(tr("Stop indexing. What is known so far stays."));
    cancel_->setAccessibleName(tr("Stop indexing"));
    cancel_->setAutoRaise(true);
    bar_->setTextVisible(false);
    bar_->setFixedSize(fontMetrics().averageCharWidth() * 24, fontMetrics().height());
    bar_->setAccessibleName(tr("Indexing progress"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(phase_);
    row->addWidget(bar_);
    row->addWidget(cancel_);
    connect(cancel_, &QToolButton::clicked, this, &ProgressStrip::cancelRequested);
    hide();
}

void ProgressStrip::setTask(const QString& stop, const QString& words) {
    cancel_->setToolTip(stop);
    cancel_->setAccessibleName(stop);
    bar_->setAccessibleName(words);
    task_ = words;
}

void ProgressStrip::show(const QString& phase, qint64 done, qint64 total) {
    const QLocale locale;
    const QString word = task_.isEmpty() ? phaseWord(phase) : task_;
    phase_->setText(total > 0 ? tr("%1: %2 of %3").arg(word, locale.toString(done), locale.toString(total))
                              : word);
    bar_->setRange(0, total > 0 ? kBarSteps : 0);
    bar_->setValue(total > 0 ? static_cast<int>(done * kBarSteps / total) : 0);
    setVisible(true);
}

void ProgressStrip::finish() {
    hide();
}

} // namespace espalier::ui
