#include "ui/source/source_texts.h"

#include "ui/text.h"

namespace espalier::ui {

namespace {

constexpr qsizetype kCommitDigits = 40, kShownDigits = 10;

} // namespace

QString sourceKey(const graph::Snapshot& snapshot, const QString& path) {
    return snapshot.project.workingTree || path.isEmpty() ? path
                                                          : toQt(snapshot.project.revision) + u':' + path;
}

std::pair<QString, QString> sourceOf(const QString& key) {
    if (key.indexOf(u':') != kCommitDigits)
        return {{}, key};
    return {key.left(kCommitDigits), key.mid(kCommitDigits + 1)};
}

QString sourceCaption(const QString& key) {
    const auto [commit, path] = sourceOf(key);
    return commit.isEmpty() ? path : commit.left(kShownDigits) + u':' + path;
}

const SourceTexts::Text* SourceTexts::want(const QString& path) {
    if (const auto found = texts_.constFind(path); found != texts_.constEnd())
        return &*found;
    if (!asked_.contains(path)) {
        asked_.insert(path);
        emit requested(path);
    }
    // The answer may have come at once.
    const auto found = texts_.constFind(path);
    return found == texts_.constEnd() ? nullptr : &*found;
}

void SourceTexts::arrived(const QString& path, const QString& text, const QString& note) {
    asked_.remove(path);
    if (texts_.size() >= kMostKept)
        texts_.clear();
    texts_.insert(path, {text, note});
    emit ready(path);
}

void SourceTexts::clear() {
    texts_.clear();
    asked_.clear();
}

} // namespace espalier::ui
