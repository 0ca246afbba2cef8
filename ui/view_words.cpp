#include "ui/view_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace espalier::ui {

namespace {

struct View { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(View)
};

// What `one` holds and `other` does not.
QStringList missing(const std::set<std::string>& one, const std::set<std::string>& other) {
    QStringList out;
    for (const std::string& name : one)
        if (!other.contains(name))
            out << toQt(name);
    return out;
}

template <class T>
QStringList differing(const std::map<std::string, T>& one, const std::map<std::string, T>& other) {
    QStringList out;
    for (const auto& [name, value] : one)
        if (const auto found = other.find(name); found == other.end() || found->second != value)
            out << toQt(name);
    return out;
}

// "hide a" or "hide 3 modules".
QString onThese(const QStringList& names, const char* one, const char* many) {
    const auto n = static_cast<std::size_t>(names.size());
    return n == 1 ? View::tr(one).arg(names.front()) : View::tr(many, nullptr, plural(n)).arg(number(n));
}

QString setChange(const std::set<std::string>& before, const std::set<std::string>& after, const char* added,
                  const char* addedMany, const char* removed, const char* removedMany) {
    if (const QStringList names = missing(after, before); !names.empty())
        return onThese(names, added, addedMany);
    if (const QStringList names = missing(before, after); !names.empty())
        return onThese(names, removed, removedMany);
    return {};
}

QString toggle(bool before, bool after, const QString& on, const QString& off) {
    return before == after ? QString() : after ? on : off;
}

QString noteChange(const graph::ViewSpec& before, const graph::ViewSpec& after) {
    if (const QStringList names = differing(after.notes, before.notes); !names.empty())
        return onThese(names, QT_TRANSLATE_NOOP("View", "note at %1"),
                       QT_TRANSLATE_N_NOOP("View", "%1 notes"));
    if (const QStringList names = differing(before.notes, after.notes); !names.empty())
        return onThese(names, QT_TRANSLATE_NOOP("View", "remove the note at %1"),
                       QT_TRANSLATE_N_NOOP("View", "remove %1 notes"));
    return {};
}

QString moveChange(const graph::ViewSpec& before, const graph::ViewSpec& after) {
    if (const QStringList names = differing(after.moved, before.moved); !names.empty())
        return onThese(names, QT_TRANSLATE_NOOP("View", "move %1"),
                       QT_TRANSLATE_N_NOOP("View", "move %1 boxes"));
    if (const QStringList names = differing(before.moved, after.moved); !names.empty())
        return onThese(names, QT_TRANSLATE_NOOP("View", "put back %1"),
                       QT_TRANSLATE_N_NOOP("View", "put back %1 boxes"));
    return {};
}

QString filterChange(const graph::ViewSpec& a, const graph::ViewSpec& b) {
    if (a.pattern != b.pattern)
        return b.pattern.empty() ? View::tr("show all names")
                                 : View::tr("show names with “%1”").arg(toQt(b.pattern));
    if (a.below != b.below)
        return b.below.empty() ? View::tr("show all packages") : View::tr("show only %1").arg(toQt(b.below));
    if (a.filter != b.filter)
        return View::tr("change of the imports that count");
    if (a.size != b.size || a.tint != b.tint)
        return View::tr("change of size or tint");
    return {};
}

// Whether a kind of import counts, for a chip.
FilterChip kindsChip(const graph::EdgeFilter& filter) {
    QStringList kinds;
    for (std::size_t i = 0; i < facts::kEdgeKindCount; ++i)
        if (const auto kind = static_cast<graph::EdgeKind>(i); filter.kinds.has(kind))
            kinds << kindWord(kind);
    const QString text = kinds.empty() ? View::tr("no imports count")
                                       : View::tr("imports: %1").arg(kinds.join(QStringLiteral(", ")));
    return {text, [](ViewState& s) { s.view.filter.kinds = graph::EdgeFilter().kinds; }};
}

} // namespace

QString metricWord(graph::Metric metric) {
    switch (metric) {
    case graph::Metric::None:
        return View::tr("nothing");
    case graph::Metric::Lines:
        return View::tr("lines of code");
    case graph::Metric::FanIn:
        return View::tr("importers (fan-in)");
    case graph::Metric::FanOut:
        return View::tr("imports (fan-out)");
    case graph::Metric::Instability:
        return View::tr("instability");
    }
    return {};
}

QString changeInWords(const graph::ViewSpec& a, const graph::ViewSpec& b) {
    const QString candidates[] = {
        noteChange(a, b),
        moveChange(a, b),
        setChange(a.hidden, b.hidden, QT_TRANSLATE_NOOP("View", "hide %1"),
                  QT_TRANSLATE_N_NOOP("View", "hide %1 modules"), QT_TRANSLATE_NOOP("View", "show %1"),
                  QT_TRANSLATE_N_NOOP("View", "show %1 modules")),
        a.only == b.only ? QString()
                         : (b.only.empty() ? View::tr("show everything") : View::tr("show a part alone")),
        filterChange(a, b),
        toggle(a.tests, b.tests, View::tr("show tests"), View::tr("hide tests")),
        toggle(a.ghosts, b.ghosts, View::tr("show ghosts"), View::tr("hide ghosts")),
        toggle(a.externals, b.externals, View::tr("show outside packages"),
               View::tr("hide outside packages")),
        toggle(a.deprecatedOnly, b.deprecatedOnly, View::tr("show only deprecated"),
               View::tr("show not only deprecated")),
        toggle(a.tanglesOnly, b.tanglesOnly, View::tr("show only tangles"),
               View::tr("show not only tangles")),
        toggle(a.directOnly, b.directOnly, View::tr("show direct lines only"), View::tr("show all lines")),
        toggle(a.bundled, b.bundled, View::tr("bundle lines"), View::tr("unbundle lines")),
        toggle(a.arrangement == graph::Arrangement::Overview, b.arrangement == graph::Arrangement::Overview,
               View::tr("overview"), View::tr("layered picture")),
        setChange(a.open, b.open, QT_TRANSLATE_NOOP("View", "open %1"),
                  QT_TRANSLATE_N_NOOP("View", "open %1 packages"), QT_TRANSLATE_NOOP("View", "close %1"),
                  QT_TRANSLATE_N_NOOP("View", "close %1 packages")),
    };
    const auto* told = std::ranges::find_if(candidates, [](const QString& text) { return !text.isEmpty(); });
    if (told != std::end(candidates))
        return *told;
    return a == b ? QString() : View::tr("change of the view");
}

std::vector<FilterChip> filterChips(const ViewState& state) {
    const graph::ViewSpec& view = state.view;
    const graph::ViewSpec plain;
    std::vector<FilterChip> chips;
    const auto add = [&](bool differs, const QString& text, std::function<void(ViewState&)> remove) {
        if (differs)
            chips.push_back({text, std::move(remove)});
    };
    const QString part = state.onlyTitle.empty()
                             ? counted(view.only.size(), View::tr("1 module"),
                                       View::tr("%1 modules", nullptr, plural(view.only.size())))
                             : toQt(state.onlyTitle);
    add(!view.only.empty(), View::tr("only %1").arg(part), [](ViewState& s) {
        s.view.only.clear();
        s.onlyTitle.clear();
    });
    add(!view.below.empty(), View::tr("only in %1").arg(toQt(view.below)),
        [](ViewState& s) { s.view.below.clear(); });
    add(!view.pattern.empty(), View::tr("names with “%1”").arg(toQt(view.pattern)),
        [](ViewState& s) { s.view.pattern.clear(); });
    add(view.deprecatedOnly, View::tr("only deprecated and who imports it"),
        [](ViewState& s) { s.view.deprecatedOnly = false; });
    add(view.tanglesOnly, View::tr("only tangles"), [](ViewState& s) { s.view.tanglesOnly = false; });
    if (view.filter.kinds != plain.filter.kinds)
        chips.push_back(kindsChip(view.filter));
    add(view.filter.implicitParents, View::tr("parent packages count"),
        [](ViewState& s) { s.view.filter.implicitParents = false; });
    add(view.filter.strings, View::tr("strings count"), [](ViewState& s) { s.view.filter.strings = false; });
    add(!view.tests, View::tr("without tests"), [](ViewState& s) { s.view.tests = true; });
    add(!view.ghosts, View::tr("without ghosts"), [](ViewState& s) { s.view.ghosts = true; });
    add(view.externals, View::tr("with outside packages"), [](ViewState& s) { s.view.externals = false; });
    add(!view.hidden.empty(),
        view.hidden.size() == 1
            ? View::tr("without %1").arg(toQt(*view.hidden.begin()))
            : View::tr("%1 hidden", nullptr, plural(view.hidden.size())).arg(number(view.hidden.size())),
        [](ViewState& s) { s.view.hidden.clear(); });
    add(view.directOnly, View::tr("direct lines only"), [](ViewState& s) { s.view.directOnly = false; });
    add(view.bundled, View::tr("lines bundled"), [](ViewState& s) { s.view.bundled = false; });
    add(view.size != plain.size, View::tr("size: %1").arg(metricWord(view.size)),
        [](ViewState& s) { s.view.size = graph::Metric::None; });
    add(view.tint != plain.tint, View::tr("tint: %1").arg(metricWord(view.tint)),
        [](ViewState& s) { s.view.tint = graph::Metric::None; });
    return chips;
}

} // namespace espalier::ui
