#include "ui/project_memory.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace espalier::ui {

namespace {

struct Memory {
    Q_DECLARE_TR_FUNCTIONS(Memory)
};

constexpr int kVersion = 1;
constexpr char kFollowsPast[] = "follows-past";
constexpr char kVersionKey[] = "espalier-memory";

const std::string& keyOf(const std::string& bookmark) {
    return bookmark;
}

const QString& keyOf(const SavedView& view) {
    return view.name;
}

template <class Key, class Value>
const Key& keyOf(const std::pair<const Key, Value>& item) {
    return item.first;
}

auto withKey(auto& list, const auto& key) {
    return std::ranges::find_if(list, [&](const auto& item) { return keyOf(item) == key; });
}

// The changes from `before` to `now`, item by item, made to `kept`.
template <class List>
void change(List& kept, const List& before, const List& now) {
    for (const auto& item : before)
        if (withKey(now, keyOf(item)) == now.end())
            std::erase_if(kept, [&](const auto& k) { return keyOf(k) == keyOf(item); });
    for (const auto& item : now) {
        const auto old = withKey(before, keyOf(item));
        if (old != before.end() && *old == item)
            continue;
        auto at = withKey(kept, keyOf(item));
        if (at != kept.end())
            at = kept.erase(at);
        kept.insert(at, item);
    }
}

} // namespace

ProjectMemory withChanges(ProjectMemory kept, const ProjectMemory& before, ProjectMemory now) {
    change(kept.bookmarks, before.bookmarks, now.bookmarks);
    change(kept.views, before.views, now.views);
    if (before.followsPast != now.followsPast)
        kept.followsPast = now.followsPast;
    if (!now.last)
        return kept;
    const graph::ViewSpec none;
    const auto specOf = [&](const ProjectMemory& memory) -> const graph::ViewSpec& {
        return memory.last ? memory.last->state.view : none;
    };
    graph::ViewSpec work = specOf(kept);
    change(work.notes, specOf(before).notes, specOf(now).notes);
    change(work.moved, specOf(before).moved, specOf(now).moved);
    kept.last = std::move(now.last);
    kept.last->state.view.notes = std::move(work.notes);
    kept.last->state.view.moved = std::move(work.moved);
    return kept;
}

QByteArray toFile(const ProjectMemory& memory, const QString& root) {
    QJsonArray bookmarks, views;
    for (const std::string& module : memory.bookmarks)
        bookmarks << toQt(module);
    for (const SavedView& view : memory.views)
        views << toJson(view);
    QJsonObject out{{QLatin1String(kVersionKey), kVersion},
                    {QStringLiteral("root"), root},
                    {QStringLiteral("bookmarks"), bookmarks},
                    {QStringLiteral("views"), views}};
    if (memory.last)
        out[QLatin1String("last")] = toJson(*memory.last);
    if (memory.followsPast)
        out[QLatin1String(kFollowsPast)] = true;
    return QJsonDocument(out).toJson();
}

facts::Result<ProjectMemory> memoryFromFile(const QByteArray& content, const QString& where) {
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(content, &error).object();
    if (error.error != QJsonParseError::NoError || json.value(QLatin1String(kVersionKey)).toInt() != kVersion)
        return facts::Error{
            toUtf8(Memory::tr("What was kept for this project can't be read")), toUtf8(where), {}};
    ProjectMemory memory;
    memory.followsPast = json.value(QLatin1String(kFollowsPast)).toBool();
    for (const QJsonValue& module : json.value(QLatin1String("bookmarks")).toArray())
        memory.bookmarks.push_back(toUtf8(module.toString()));
    for (const QJsonValue& value : json.value(QLatin1String("views")).toArray()) {
        auto view = viewFromJson(value.toObject(), where);
        if (!view)
            return view.error();
        memory.views.push_back(std::move(*view));
    }
    if (json.contains(QLatin1String("last"))) {
        auto last = viewFromJson(json.value(QLatin1String("last")).toObject(), where);
        if (!last)
            return last.error();
        memory.last = std::move(*last);
    }
    return memory;
}

} // namespace espalier::ui
