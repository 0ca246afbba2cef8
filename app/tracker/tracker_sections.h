// The text of each section of a tracker.
#pragma once

#include "app/tracker/notes.h"
#include "app/tracker/write_tracker.h"

#include <string>

namespace espalier::tracker {

// What a new tracker has above the section; empty for the first.
[[nodiscard]] std::string headingOf(Section section);

class SectionWriter {
public:
    // `notes` are taken from by the sections "files" and "fixed".
    SectionWriter(const TrackerInput& input, RowNotes& notes)
        : input_(input)
        , notes_(notes) {}

    // `old`: what the section was before.
    [[nodiscard]] std::string write(Section section, std::string_view old);

private:
    struct Row {
        const graph::ViolationLife* life = nullptr;
        graph::Rank rank = graph::Rank::Rest;
    };
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string problem() const;
    [[nodiscard]] std::string progress() const;
    [[nodiscard]] std::string criteria() const;
    [[nodiscard]] std::string phases(std::string_view old) const;
    [[nodiscard]] std::string files();
    [[nodiscard]] std::string fixed();
    [[nodiscard]] std::string regressions() const;

    [[nodiscard]] std::string filesOfRank(graph::Rank rank, const std::vector<Row>& rows);
    [[nodiscard]] std::string openRow(const graph::ViolationLife& life);
    [[nodiscard]] std::string required(const graph::ViolationLife& life);
    [[nodiscard]] std::string commitText(std::uint32_t revision) const;
    [[nodiscard]] std::vector<Row> openRows() const; // a statement once
    [[nodiscard]] std::string measures() const;
    [[nodiscard]] std::size_t dynamicOnes(const std::string& target) const;

    const TrackerInput& input_;
    RowNotes& notes_;
    std::map<std::string, bool> works_; // by statement
};

} // namespace espalier::tracker
