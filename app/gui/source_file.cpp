#include "app/gui/source_file.h"

#include "indexer/scan/decode.h"
#include "indexer/source/repository.h"
#include "ui/foreign_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <filesystem>

namespace espalier::gui {
namespace {

using ui::toUtf8;

constexpr qint64 kMaxShownBytes = 20'000'000;

struct SourceFile { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(SourceFile)
};

// Links may lead out of the tree; nothing behind one is shown.
bool staysInside(const std::filesystem::path& root, const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    return !error && real == root / path.lexically_relative(root) &&
           std::filesystem::is_regular_file(real, error);
}

bool isIndexedContent(const QByteArray& bytes, const facts::BlobId& blob) {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData("blob " + QByteArray::number(bytes.size()) + '\0');
    hash.addData(bytes);
    const QByteArray found = hash.result();
    return std::equal(blob.bytes.begin(), blob.bytes.end(), found.begin(), found.end(),
                      [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
}

facts::Result<QByteArray> bytesOf(const std::string& root, const std::string& file) {
    const std::filesystem::path path = std::filesystem::path(root) / file;
    if (!staysInside(root, path))
        return facts::Error{
            toUtf8(SourceFile::tr("the file is gone, or no longer a regular file in the project")), file,
            toUtf8(SourceFile::tr("index again"))};
    QFile in(QString::fromStdString(path.string()));
    if (!in.open(QIODevice::ReadOnly))
        return facts::Error{toUtf8(in.errorString()), file,
                            toUtf8(SourceFile::tr("check that you may read it"))};
    if (in.size() > kMaxShownBytes)
        return facts::Error{toUtf8(SourceFile::tr("too large to be shown")), file,
                            toUtf8(SourceFile::tr("open it in your editor"))};
    return in.readAll();
}

SourceText decoded(std::string_view bytes) {
    const scan::Decoded decoded = scan::decodeSource(bytes);
    SourceText source;
    source.text = QString::fromUtf8(decoded.text.data(), static_cast<qsizetype>(decoded.text.size()));
    if (!decoded.problems.empty())
        source.note = ui::foreignWords(decoded.problems.front().message);
    return source;
}

} // namespace

facts::Result<SourceText> readText(const std::string& root, const std::string& path) {
    const auto bytes = bytesOf(root, path);
    if (!bytes)
        return bytes.error();
    return SourceText{QString::fromUtf8(*bytes), {}};
}

facts::Result<SourceText> readSource(const std::string& root, const facts::SourceFile& file) {
    const auto read = bytesOf(root, file.path);
    if (!read)
        return read.error();
    const QByteArray& bytes = *read;
    SourceText source = decoded({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!isIndexedContent(bytes, file.blob))
        source.note = SourceFile::tr("The file has changed since it was indexed: lines may have moved.");
    return source;
}

facts::Result<SourceText> readCommitted(const facts::ProjectFacts& project, const facts::SourceFile* file,
                                        const std::string& path) {
    const auto repository = source::Repository::open(project.root);
    if (!repository)
        return repository.error();
    const std::optional<facts::BlobId> blob =
        file ? std::optional(file->blob) : (*repository)->blobAt(project.revision, path);
    if (!blob)
        return facts::Error{toUtf8(SourceFile::tr("the commit has no such file")), path, {}};
    const source::Content content = (*repository)->read(*blob, kMaxShownBytes);
    if (content.state != source::Content::State::Read)
        return facts::Error{content.problem.message, path, {}};
    return decoded(content.bytes);
}

} // namespace espalier::gui
