// Finds among what the map draws: matches are ringed, F3 goes from one to the next.
#pragma once

#include "ui/map/map_view.h"
#include "ui/selection.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace espalier::ui {

// A module matches if its dotted name holds the text, upper and lower case alike. Enter and F3 select the
// next one in reading order, Esc closes the bar and forgets the rings.
class FindBar : public QWidget {
    Q_OBJECT
public:
    FindBar(Selection* selection, MapView* map, QWidget* parent = nullptr);

    QAction *find, *next, *previous, *all; // `find` opens the bar

    [[nodiscard]] QLineEdit* input() const { return input_; }
    [[nodiscard]] const std::vector<std::string>& matches() const { return matches_; }
    [[nodiscard]] QString status() const { return status_->text(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open();
    void close();
    void search();
    void step(int by);
    void selectAll();
    void showStatus();

    Selection* selection_;
    MapView* map_;
    QLineEdit* input_;
    QLabel* status_;
    std::vector<std::string> matches_; // in reading order
};

} // namespace espalier::ui
