#include "app/cli/outlines.h"

#include "indexer/scan/decode.h"
#include "indexer/source/beneath.h"
#include "indexer/source/blob_hash.h"
#include "indexer/symbols/outline.h"

#include <fcntl.h>

namespace espalier::cli {

graph::OutlineSource outlinesOf(const graph::Snapshot& snapshot) {
    constexpr std::uint64_t kMostBytes = 50'000'000;
    const auto root = std::make_shared<source::Descriptor>(
        open(snapshot.project.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return [&snapshot, root](facts::FileId id) -> std::shared_ptr<const facts::Outline> {
        const facts::SourceFile& file = snapshot.project.files[id.value];
        const source::Descriptor descriptor =
            source::openBeneath(root->get(), file.path, source::Links::WithinTree);
        if (!descriptor.valid() || file.kind != facts::FileKind::Python)
            return nullptr;
        const source::Content content = source::readContent(descriptor.get(), kMostBytes);
        if (content.state != source::Content::State::Read || source::blobId(content.bytes) != file.blob)
            return nullptr;
        return std::make_shared<facts::Outline>(symbols::outlineOf(scan::decodeSource(content.bytes).text));
    };
}

} // namespace espalier::cli
