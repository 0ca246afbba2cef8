#include "ui/history/commit_line.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <unordered_map>

namespace espalier::ui {

namespace {

struct Commits { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Commits)
};

constexpr int kIdDigits = 10;

QDateTime timeOf(const facts::Commit& commit) {
    return QDateTime::fromSecsSinceEpoch(commit.committed, Qt::OffsetFromUTC, commit.offsetMinutes * 60);
}

QString filesWords(int files) {
    const auto n = static_cast<std::size_t>(files);
    return counted(n, Commits::tr("1 file changed"), Commits::tr("%1 files changed", nullptr, plural(n)));
}

} // namespace

std::optional<int> CommitLine::find(const std::string& commit) const {
    const auto& all = timeline->revisions;
    const auto found = std::ranges::find(all, commit, [](const facts::Revision& r) { return r.commit.id; });
    return found == all.end() ? std::nullopt : std::optional(static_cast<int>(found - all.begin()));
}

QStringList CommitLine::tagsAt(int place) const {
    QStringList out;
    for (const Tag& tag : tags)
        if (tag.place == place)
            out << tag.name;
    return out;
}

int CommitLine::nextTag(int place, int direction) const {
    int best = direction < 0 ? 0 : size();
    for (const Tag& tag : tags)
        if (direction < 0 ? tag.place < place && tag.place > best : tag.place > place && tag.place < best)
            best = tag.place;
    return best;
}

CommitLinePtr makeCommitLine(facts::Timeline timeline,
                             const std::vector<std::pair<std::string, std::string>>& tags) {
    if (timeline.revisions.empty())
        return nullptr;
    auto line = std::make_shared<CommitLine>();
    std::unordered_map<std::string, int> places;
    for (const facts::Revision& revision : timeline.revisions) {
        places.emplace(revision.commit.id, line->size());
        const std::int64_t before = line->times.empty() ? revision.commit.committed : line->times.back();
        line->files.push_back(
            line->times.empty() ? 0 : static_cast<int>(revision.present.size() + revision.gone.size()));
        line->times.push_back(std::max(before, revision.commit.committed));
    }
    line->timeline = std::make_shared<const facts::Timeline>(std::move(timeline));
    for (const auto& [name, commit] : tags)
        if (const auto place = places.find(commit); place != places.end())
            line->tags.push_back({place->second, toQt(name)});
    std::ranges::stable_sort(line->tags, {}, &CommitLine::Tag::place);
    return line;
}

QString shortId(const std::string& commit) {
    return toQt(commit).left(kIdDigits);
}

QString dateOf(const facts::Commit& commit) {
    return timeOf(commit).date().toString(Qt::ISODate);
}

QString nameOf(const facts::Commit& commit) {
    return Commits::tr("%1, %2").arg(shortId(commit.id), dateOf(commit));
}

QString wordsOf(const CommitLine& line, int place) {
    if (place >= line.size())
        return Commits::tr("Working tree");
    const facts::Commit& commit = line[place];
    QStringList parts{shortId(commit.id)};
    parts += line.tagsAt(place);
    parts << dateOf(commit) << toQt(commit.author) << toQt(commit.subject)
          << filesWords(line.files[static_cast<std::size_t>(place)]);
    return parts.join(QStringLiteral("  ·  "));
}

QString cardOf(const CommitLine& line, int place) {
    if (place >= line.size())
        return Commits::tr("<b>Working tree</b><br>The files as they are on disk");
    const facts::Commit& commit = line[place];
    const QString tags = line.tagsAt(place).join(QStringLiteral(", "));
    return QStringLiteral("<p style='white-space:nowrap'><b>%1</b> %2</p><p>%3</p>"
                          "<p style='white-space:nowrap'>%4<br>%5<br>%6</p>")
        .arg(shortId(commit.id), tags.toHtmlEscaped(), toQt(commit.subject).toHtmlEscaped(),
             toQt(commit.author).toHtmlEscaped(),
             QLocale().toString(timeOf(commit), QLocale::ShortFormat).toHtmlEscaped(),
             filesWords(line.files[static_cast<std::size_t>(place)]));
}

} // namespace espalier::ui
