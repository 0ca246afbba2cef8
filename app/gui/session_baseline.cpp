// The session: what is new since the baseline.
#include "app/gui/session.h"
#include "ui/queries.h"
#include "ui/text.h"

#include <utility>

namespace espalier::gui {
namespace {

using Told = facts::Result<ui::SinceBaselinePtr>;

Told tell(project::Baseline& baseline, const project::CommitRequest& since, const ui::Findings& of,
          const std::atomic<bool>& stop) {
    const auto changes = [&](const graph::EdgeFilter& filter) {
        return baseline.changes(
            since, *of.snapshot, filter, [](const pipeline::Progress&) {}, stop);
    };
    auto told = changes({});
    auto shown = of.filter == graph::EdgeFilter() || !told ? told : changes(of.filter);
    if (!shown)
        return shown.error();
    auto out = std::make_shared<ui::SinceBaseline>();
    const std::vector<graph::TangleAge> ages = graph::agesOf(of.tangles, shown->difference);
    for (std::size_t i = 0; i < ages.size(); ++i)
        if (ages[i] != graph::TangleAge::Known)
            out->ages.emplace((*of.snapshot)[of.tangles[i].modules.front()].name, ages[i]);
    out->before = std::move(told->before);
    out->after = of.snapshot;
    out->difference = std::move(told->difference);
    return ui::SinceBaselinePtr(std::move(out));
}

} // namespace

void Session::readBaseline(const ui::FindingsPtr& findings, bool mayRead) {
    if (!location_)
        return;
    const QString topic = QStringLiteral("baseline"), reader = QStringLiteral("deprecated");
    window_.queries().drop(reader, topic);
    if (stopBaseline_)
        *stopBaseline_ = true;
    stopBaseline_ = std::make_shared<std::atomic<bool>>(false);
    const auto unread = std::make_shared<std::atomic<bool>>(false);
    sinceBaseline_.start(
        [location = *location_, baseline = baseline_, findings, stop = stopBaseline_, unread, mayRead] {
            project::CommitRequest since{findings->snapshot->baseline, false, project::configOf(location)};
            if (!mayRead)
                since.mayRead = [unread] { return *unread = true, false; };
            return tell(*baseline, since, *findings, *stop);
        },
        [this, findings, unread, topic, reader](const Told& told) {
            if (!*unread)
                return told ? window_.baseline().set(*told) : window_.baseline().fail(told.error());
            // A command that reads a commit with its symbols.
            window_.queries().ask(
                {reader, QStringLiteral("--at"), ui::toQt(findings->snapshot->baseline),
                 QStringLiteral("--format"), QStringLiteral("json")},
                [this, findings](const facts::Result<QByteArray>& read) {
                    read ? readBaseline(findings, true) : window_.baseline().fail(read.error());
                },
                topic);
        });
}

} // namespace espalier::gui
