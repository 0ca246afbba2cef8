// The filters that are in force, as a row of chips: each says what it does and can be taken away.
#pragma once

#include "ui/view_words.h"

#include <QWidget>

namespace espalier::ui {

class FlowLayout;

// Invisible without filters. Each × takes the focus by Tab and is pressed by Space; then the next one has it.
class FilterChips : public QWidget {
    Q_OBJECT
public:
    explicit FilterChips(Selection* selection, QWidget* parent = nullptr);

    [[nodiscard]] QStringList texts() const;
    void clearAll();

private:
    void update();
    void add(const FilterChip& chip);

    Selection* selection_;
    FlowLayout* row_;
    std::vector<FilterChip> chips_;
};

} // namespace espalier::ui
