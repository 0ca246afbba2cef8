#include "indexer/store/revision_record.h"

#include "indexer/store/bytes.h"
#include "indexer/store/compress.h"
#include "indexer/store/record.h"

#include <algorithm>

namespace espalier::store {
namespace {

// Numbers that may be negative, small ones short.
void putSigned(ByteWriter& out, std::int64_t value) {
    out.number(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
}

std::int64_t signedNumber(ByteReader& in) {
    const std::uint64_t value = in.number();
    return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
}

// A path after the one before: how many bytes they share, and the rest.
void putPath(ByteWriter& out, const std::string& path, std::string& before) {
    const auto differ = std::mismatch(path.begin(), path.end(), before.begin(), before.end()).first;
    const auto shared = static_cast<std::size_t>(differ - path.begin());
    out.number(shared);
    out.text(std::string_view(path).substr(shared));
    before = path;
}

std::string path(ByteReader& in, std::string& before) {
    before.resize(in.number(before.size()));
    before += in.text();
    return before;
}

void putCommit(ByteWriter& out, const facts::Commit& commit) {
    out.text(commit.id);
    out.number(commit.parents.size());
    for (const std::string& parent : commit.parents)
        out.text(parent);
    out.text(commit.author);
    out.text(commit.email);
    out.text(commit.subject);
    putSigned(out, commit.authored);
    putSigned(out, commit.committed);
    putSigned(out, commit.offsetMinutes);
}

facts::Commit commit(ByteReader& in) {
    facts::Commit out;
    out.id = in.text();
    for (std::size_t i = 0, count = in.count(); i < count && !in.bad(); ++i)
        out.parents.emplace_back(in.text());
    out.author = in.text();
    out.email = in.text();
    out.subject = in.text();
    out.authored = signedNumber(in);
    out.committed = signedNumber(in);
    out.offsetMinutes = static_cast<std::int32_t>(signedNumber(in));
    return out;
}

} // namespace

std::string encodeRevision(const facts::Revision& revision) {
    ByteWriter out;
    putCommit(out, revision.commit);
    out.number(revision.whole);
    out.number(revision.present.size());
    std::string before;
    for (const facts::TreeFile& file : revision.present) {
        putPath(out, file.path, before);
        out.number(static_cast<std::uint64_t>(file.kind));
        out.raw({reinterpret_cast<const char*>(file.blob.bytes.data()), file.blob.bytes.size()});
    }
    out.number(revision.gone.size());
    before.clear();
    for (const std::string& gone : revision.gone)
        putPath(out, gone, before);
    out.text(encode(revision.problems));
    return compress(out.bytes());
}

std::optional<facts::Revision> decodeRevision(std::string_view bytes) {
    const auto raw = decompress(bytes);
    if (!raw)
        return std::nullopt;
    ByteReader in(*raw);
    facts::Revision out;
    out.commit = commit(in);
    out.whole = in.number(1) != 0;
    std::string before;
    for (std::size_t i = 0, count = in.count(); i < count && !in.bad(); ++i) {
        facts::TreeFile& file = out.present.emplace_back();
        file.path = path(in, before);
        file.kind =
            static_cast<facts::FileKind>(in.number(static_cast<std::uint64_t>(facts::FileKind::Marker)));
        const std::string_view blob = in.raw(file.blob.bytes.size());
        std::copy(blob.begin(), blob.end(), file.blob.bytes.begin());
    }
    before.clear();
    for (std::size_t i = 0, count = in.count(); i < count && !in.bad(); ++i)
        out.gone.push_back(path(in, before));
    auto problems = decodeProjectProblems(in.text());
    if (!in.done() || !problems)
        return std::nullopt;
    out.problems = std::move(*problems);
    return out;
}

} // namespace espalier::store
