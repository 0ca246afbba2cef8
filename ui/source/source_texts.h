// Texts of source files, asked for once each.
#pragma once

#include "graph/model/snapshot.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include <utility>

namespace espalier::ui {

// What names a file for who reads it: its path, or, of a commit, "COMMIT:path" with the whole id.
[[nodiscard]] QString sourceKey(const graph::Snapshot& snapshot, const QString& path);
// "3fcb7e3793:shop/web.py" of such a name.
[[nodiscard]] QString sourceCaption(const QString& key);
// The commit and the path of such a name; no commit: the path alone.
[[nodiscard]] std::pair<QString, QString> sourceOf(const QString& key);

// The window reads no files: want() emits requested(), the app answers through arrived(). Kept until clear(),
// which a new index calls, or until kMostKept files are there.
class SourceTexts : public QObject {
    Q_OBJECT
public:
    struct Text {
        QString text;
        QString note; // why there is no text, or what to know about it; mostly empty
    };
    using QObject::QObject;

    // Null until ready() says that it is there.
    [[nodiscard]] const Text* want(const QString& path);
    void arrived(const QString& path, const QString& text, const QString& note);
    void clear();

signals:
    void requested(const QString& path);
    void ready(const QString& path);

private:
    static constexpr int kMostKept = 40;
    QHash<QString, Text> texts_;
    QSet<QString> asked_;
};

} // namespace espalier::ui
