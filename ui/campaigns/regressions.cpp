#include "ui/campaigns/regressions.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace espalier::ui {

namespace {

struct Regressions { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Regressions)
};

} // namespace

std::map<int, QString> regressionsOn(const CommitLine& line, const CampaignPast& past) {
    std::map<int, QString> out;
    for (const CampaignPast::Entry& entry : past.entries) {
        const std::vector<graph::Moves> moves =
            graph::movesOf(entry.past, static_cast<std::size_t>(past.line->size()));
        for (std::size_t i = 0; i < moves.size(); ++i) {
            const std::size_t back = moves[i].back;
            const auto place =
                back > 0 ? line.find((*past.line)[static_cast<int>(i)].id) : std::optional<int>();
            if (!place)
                continue;
            QString& words = out[*place];
            words += (words.isEmpty() ? QString() : QStringLiteral("\n")) +
                     (back == 1 ? Regressions::tr("%1: 1 violation came back").arg(titleOf(entry))
                                : Regressions::tr("%1: %2 violations came back", nullptr, plural(back))
                                      .arg(titleOf(entry), number(back)));
        }
    }
    return out;
}

} // namespace espalier::ui
