#include "ui/source/source_texts.h"

namespace espalier::ui {

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
