// What has changed between the state that the window shows and another one; compared off the GUI thread.
// GUI thread only.
#pragma once

#include "ui/history/difference_rows.h"
#include "ui/jobs.h"

#include <QAction>
#include <QObject>

#include <memory>

namespace espalier::ui {

using DifferenceListPtr = std::shared_ptr<const DifferenceList>;

class DifferenceDesk : public QObject {
    Q_OBJECT
public:
    explicit DifferenceDesk(QObject* parent);

    // `words` say which two they are: "3fcb7e3793, 2025-09-14 → working tree". One of them is what the window
    // shows. No sides: nothing is compared.
    void setSides(Sides sides, const QString& words);
    void setFilter(const graph::EdgeFilter& filter); // the imports that count

    [[nodiscard]] const Sides& sides() const { return sides_; }
    [[nodiscard]] const QString& words() const { return words_; }
    [[nodiscard]] bool isComparing() const { return static_cast<bool>(sides_); }
    // Null until it has been found.
    [[nodiscard]] const DifferenceListPtr& list() const { return list_; }
    // The state of the two that is not `shown`; null if there is none.
    [[nodiscard]] graph::SnapshotPtr otherThan(const graph::SnapshotPtr& shown) const;

    QAction* copy;

signals:
    void changed();

private:
    void compare();
    void set(DifferenceListPtr list);

    Sides sides_;
    QString words_;
    graph::EdgeFilter filter_;
    DifferenceListPtr list_;
    LatestJob<DifferenceListPtr> comparing_;
};

} // namespace espalier::ui
