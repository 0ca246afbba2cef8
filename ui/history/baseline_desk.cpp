#include "ui/history/baseline_desk.h"

#include "ui/history/history_desk.h"
#include "ui/icon.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace espalier::ui {

namespace {

constexpr qsizetype kMostLetters = 24;
constexpr std::size_t kMostTold = 3; // of each sort

struct BaselineText { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(BaselineText)
};

// "+2 −1"; what is nothing is left out.
QString plusMinus(std::size_t added, std::size_t removed) {
    QStringList parts;
    if (added > 0)
        parts << u'+' + number(added);
    if (removed > 0)
        parts << u'−' + number(removed);
    return parts.join(u' ');
}

// The first few of a list, each on a line of its own.
template <class List, class Describe>
QString firstOf(const List& list, Describe describe) {
    QString out;
    for (std::size_t i = 0; i < std::min(list.size(), kMostTold); ++i)
        out += QStringLiteral("\n    ") + describe(list[i]);
    if (list.size() > kMostTold)
        out +=
            QStringLiteral("\n    ") + BaselineText::tr("… and %1 more").arg(number(list.size() - kMostTold));
    return out;
}

QString tangleLine(const graph::Snapshot& s, const graph::Difference::TangleChange& change) {
    QStringList names;
    for (std::size_t i = 0; i < std::min(change.joined.size(), kMostTold); ++i)
        names << toQt(s[change.joined[i]].name);
    if (change.joined.size() > kMostTold)
        names << QStringLiteral("…");
    const QString joined = names.join(QStringLiteral(", "));
    const QString size = number(change.tangle.modules.size());
    return change.grown ? BaselineText::tr("of %1 modules, grown by %2").arg(size, joined)
                        : BaselineText::tr("of %1 modules, new: %2").arg(size, joined);
}

QString differenceLines(const SinceBaseline& news) {
    const graph::Difference& d = news.difference;
    const graph::Snapshot& s = *news.after;
    QStringList lines;
    const auto add = [&](const QString& title, const auto& list, auto describe) {
        if (!list.empty())
            lines << title.arg(number(list.size())) + firstOf(list, describe);
    };
    add(BaselineText::tr("New or grown tangles: %1"), d.worseTangles,
        [&](const auto& change) { return tangleLine(s, change); });
    add(BaselineText::tr("New imports of what is deprecated: %1"), d.newViolations,
        [&](const graph::Violation& v) {
            return place(s.pathOf(v.statement), s.importOf(v.statement).span.line) + QStringLiteral("  ") +
                   toQt(s.importOf(v.statement).text).simplified();
        });
    const auto count = [&](const QString& title, std::size_t n) {
        if (n > 0)
            lines << title.arg(number(n));
    };
    count(BaselineText::tr("Tangles that are gone or smaller: %1"), d.betterTangles.size());
    count(BaselineText::tr("Imports of what is deprecated that are gone: %1"), d.fixedViolations.size());
    if (lines.isEmpty())
        lines << BaselineText::tr("No tangle and no import of what is deprecated has come or gone.");
    return lines.join(u'\n');
}

} // namespace

QString newsWords(const graph::Difference& d) {
    const auto grown = static_cast<std::size_t>(
        std::ranges::count_if(d.worseTangles, &graph::Difference::TangleChange::grown));
    const auto gone = static_cast<std::size_t>(
        std::ranges::count(d.betterTangles, false, &graph::Difference::TangleChange::grown));
    const std::size_t fresh = d.worseTangles.size() - grown;
    QStringList parts;
    if (fresh + gone > 0)
        parts << (fresh + gone == 1 ? BaselineText::tr("%1 tangle", "+1")
                                    : BaselineText::tr("%1 tangles", "+2 −1", plural(fresh + gone)))
                     .arg(plusMinus(fresh, gone));
    if (grown > 0)
        parts << BaselineText::tr("%1 grown", "tangles", plural(grown)).arg(number(grown));
    if (fresh + grown + gone == 0)
        parts << BaselineText::tr("no new tangles");
    const std::size_t added = d.newViolations.size(), fixed = d.fixedViolations.size();
    if (added + fixed > 0)
        parts << (added + fixed == 1 ? BaselineText::tr("%1 violation", "+1")
                                     : BaselineText::tr("%1 violations", "+3 −14", plural(added + fixed)))
                     .arg(plusMinus(added, fixed));
    return parts.join(QStringLiteral(", "));
}

QString ageWords(graph::TangleAge age, const QString& baseline) {
    switch (age) {
    case graph::TangleAge::Known:
        return {};
    case graph::TangleAge::Grown:
        return BaselineText::tr("grown since %1").arg(baseline);
    case graph::TangleAge::New:
        return BaselineText::tr("new since %1").arg(baseline);
    }
    return {};
}

BaselineDesk::BaselineDesk(HistoryDesk* history, QObject* parent)
    : QObject(parent)
    , compare(new QAction(this))
    , history_(history) {
    compare->setCheckable(true);
    connect(compare, &QAction::triggered, this, &BaselineDesk::trigger);
    connect(history_, &HistoryDesk::changed, this, [this] {
        if (!name().isEmpty() && !news_ && trouble_.isEmpty() && !pause_.isActive())
            ask(); // it was not known yet that there is a repository
        update();
    });
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, [this] { emit wanted(findings_); });
    update();
}

void BaselineDesk::clear() {
    pause_.stop();
    findings_ = nullptr;
    news_ = nullptr;
    trouble_.clear();
    ready_ = false;
    update();
    emit changed();
}

void BaselineDesk::setReady() {
    if (!std::exchange(ready_, true))
        ask();
}

void BaselineDesk::setFindings(FindingsPtr findings) {
    const auto stateOf = [](const graph::Snapshot& s) {
        return std::tuple(s.project.root, s.project.workingTree, s.project.revision, s.baseline);
    };
    const bool another =
        findings_ && findings && stateOf(*findings_->snapshot) != stateOf(*findings->snapshot);
    findings_ = std::move(findings);
    if (another) {
        news_ = nullptr;
        emit changed();
    }
    trouble_.clear();
    ask();
    update();
}

void BaselineDesk::ask() {
    if (ready_ && !name().isEmpty() && !isUnknown())
        pause_.start();
}

void BaselineDesk::set(SinceBaselinePtr news) {
    news_ = std::move(news);
    trouble_.clear();
    update();
    emit changed();
}

void BaselineDesk::fail(const facts::Error& error) {
    news_ = nullptr;
    trouble_ = toQt(error.text());
    update();
    emit changed();
}

QString BaselineDesk::name() const {
    if (!findings_ || !history_->hasRepository())
        return {};
    const QString whole = toQt(findings_->snapshot->baseline);
    if (news_ && whole == toQt(news_->before->project.revision))
        return shortId(news_->before->project.revision);
    return whole.size() > kMostLetters ? whole.left(kMostLetters - 1) + u'…' : whole;
}

bool BaselineDesk::isUnknown() const {
    return std::ranges::any_of(findings_->snapshot->problems,
                               [](const graph::Problem& p) { return p.code == "unknown-baseline"; });
}

graph::TangleAge BaselineDesk::ageOf(const Findings& findings, std::size_t tangle) const {
    if (!news_ || name().isEmpty())
        return graph::TangleAge::Known;
    const auto found = news_->ages.find((*findings.snapshot)[findings.tangles[tangle].modules.front()].name);
    return found == news_->ages.end() ? graph::TangleAge::Known : found->second;
}

QString BaselineDesk::agesInWords() const {
    if (!news_ || name().isEmpty() || news_->ages.empty())
        return {};
    std::size_t fresh = 0;
    for (const auto& [module, age] : news_->ages)
        fresh += age == graph::TangleAge::New ? 1 : 0;
    const std::size_t grown = news_->ages.size() - fresh;
    return grown == 0 ? tr("%1 new since %2", "tangles", plural(fresh)).arg(number(fresh), name())
           : fresh == 0
               ? tr("%1 grown since %2", "tangles", plural(grown)).arg(number(grown), name())
               : tr("%1 new, %2 grown since %3", "tangles").arg(number(fresh), number(grown), name());
}

void BaselineDesk::trigger() {
    const CommitLinePtr& line = history_->line();
    const std::optional<int> place =
        line && news_ ? line->find(news_->before->project.revision) : std::nullopt;
    if (isUnknown())
        emit problemsWanted();
    else if (!trouble_.isEmpty())
        ask();
    else if (!news_)
        emit told(tr("What has changed since %1 is being found out.").arg(name()));
    else if (!line)
        emit told(tr("To compare with %1 on the map, the past has to be read first: File, Read the past.")
                      .arg(name()));
    else if (!place)
        emit told(tr("%1 is not on the line of commits that leads to HEAD; the map compares those only.")
                      .arg(name()));
    else if (*place == history_->shownPlace())
        emit told(tr("%1 is what is shown.").arg(name()));
    else
        history_->setOther(history_->other() == place ? std::nullopt : place);
    update();
}

void BaselineDesk::update() {
    compare->setVisible(!name().isEmpty());
    if (name().isEmpty())
        return compare->setChecked(false);
    const CommitLinePtr& line = history_->line();
    compare->setText(asCaption(tr("vs %1: %2").arg(name(), words())));
    compare->setToolTip(explanation());
    const bool worse =
        news_ && (!news_->difference.worseTangles.empty() || !news_->difference.newViolations.empty());
    compare->setIcon(isUnknown() || !trouble_.isEmpty() ? icon(QStringLiteral("warning"))
                     : !news_                           ? icon(QStringLiteral("verdict-open"))
                     : worse                            ? icon(QStringLiteral("verdict-fails"))
                                                        : icon(QStringLiteral("verdict-ok")));
    compare->setChecked(news_ && line && history_->other() &&
                        history_->other() == line->find(news_->before->project.revision));
}

QString BaselineDesk::words() const {
    return isUnknown()           ? tr("no such revision")
           : !trouble_.isEmpty() ? tr("cannot be told")
           : news_               ? newsWords(news_->difference)
                                 : QStringLiteral("…");
}

QString BaselineDesk::explanation() const {
    if (isUnknown())
        return tr("The baseline “%1” of the configuration is no commit, branch, tag or date of this "
                  "repository.")
            .arg(toQt(findings_->snapshot->baseline));
    if (!trouble_.isEmpty())
        return trouble_;
    if (!news_)
        return tr("What has changed since %1 is being found out.").arg(name());
    return tr("Since %1 (%2), by what is imported when a module is imported:\n\n%3\n\nA click compares both "
              "on the map, another ends that.")
        .arg(toQt(findings_->snapshot->baseline), shortId(news_->before->project.revision),
             differenceLines(*news_));
}

} // namespace espalier::ui
