#include "app/cli/outlines.h"

#include "app/project/source_files.h"
#include "indexer/scan/decode.h"
#include "indexer/symbols/outline.h"

namespace espalier::cli {

graph::OutlineSource outlinesOf(const graph::Snapshot& snapshot) {
    auto opened = project::sourceTree(snapshot.project);
    const std::shared_ptr<source::SourceTree> tree = opened ? std::move(*opened) : nullptr;
    return [&snapshot, tree](facts::FileId id) -> std::shared_ptr<const facts::Outline> {
        const facts::SourceFile& file = snapshot.project.files[id.value];
        if (!tree || file.kind != facts::FileKind::Python)
            return nullptr;
        const auto bytes = project::readIndexed(*tree, file);
        return bytes ? std::make_shared<facts::Outline>(symbols::outlineOf(scan::decodeSource(*bytes).text))
                     : nullptr;
    };
}

} // namespace espalier::cli
