// A line of text that never makes its window wider: what does not fit is cut, and told by the tool tip.
#pragma once

#include <QLabel>
#include <QStyle>

namespace espalier::ui {

class ElidedLabel : public QLabel {
public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget* parent = nullptr)
        : QLabel(parent)
        , mode_(mode) {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        setTextFormat(Qt::PlainText);
    }
    void setWhole(const QString& text) {
        whole_ = text;
        setToolTip(text);
        setAccessibleName(text);
        elide();
    }
    [[nodiscard]] const QString& whole() const { return whole_; }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QLabel::resizeEvent(event);
        elide();
    }

private:
    void elide() { setText(fontMetrics().elidedText(whole_, mode_, contentsRect().width())); }

    Qt::TextElideMode mode_;
    QString whole_;
};

} // namespace espalier::ui
