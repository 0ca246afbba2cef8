#include "app/tracker/write_tracker.h"

#include "app/tracker/tracker_sections.h"

#include <algorithm>

namespace espalier::tracker {

std::string newTracker(const TrackerInput& input) {
    RowNotes notes;
    SectionWriter writer(input, notes);
    std::vector<Piece> pieces;
    for (const Section section : kSections) {
        pieces.push_back({false, section, (pieces.empty() ? "" : "\n") + headingOf(section)});
        pieces.push_back({true, section, writer.write(section, "")});
    }
    pieces.push_back({false, Section::Head, "\n## Notes\n"});
    return joined(pieces);
}

facts::Result<UpdatedTracker> updatedTracker(const TrackerInput& input, std::string_view old) {
    auto pieces = piecesOf(old);
    if (!pieces)
        return pieces.error();
    RowNotes notes;
    UpdatedTracker out;
    const auto pieceOf = [&](Section section) {
        return std::ranges::find_if(
            *pieces, [&](const Piece& piece) { return piece.ours && piece.section == section; });
    };
    for (const Piece& piece : *pieces)
        if (piece.ours && (piece.section == Section::Files || piece.section == Section::Fixed))
            notes.read(piece.text);
    SectionWriter writer(input, notes);
    for (const Section section : kSections) // "fixed" comes last of those that take notes
        if (const auto piece = pieceOf(section); piece != pieces->end())
            piece->text = writer.write(section, piece->text);
        else
            out.missing.push_back(section);
    // Notes have to stay somewhere.
    if (const auto piece = pieceOf(Section::Files);
        piece != pieces->end() && pieceOf(Section::Fixed) == pieces->end())
        piece->text += notes.rest().empty() ? "" : '\n' + notes.rest();
    out.text = joined(*pieces);
    return out;
}

} // namespace espalier::tracker
