#include "graph/symbols/origin_text.h"

#include <QProcess>

#include <algorithm>

namespace espalier::test {

using graph::OriginKind;

namespace {

// Whether the name of a definition stands for it and for nothing else, so that it can be asked for.
bool isFinal(graph::Symbols& symbols, graph::OriginId id) {
    const graph::Origin origin = symbols[id];
    const auto own = symbols.origins(origin.module, origin.name);
    return own.size() == 1 && own.front() == id;
}

bool isSurelyBound(const graph::Snapshot& snapshot, graph::ModuleId module, const std::string& name) {
    const facts::FileId file = snapshot[module].file;
    if (!file.valid())
        return true;
    bool isSure = false;
    for (const facts::Binding& b : snapshot.project.files[file.value].facts->bindings) {
        if (b.name != name || b.when != facts::EdgeKind::Import)
            continue;
        if (b.kind == facts::BindingKind::Delete)
            isSure = false;
        else
            isSure |= !facts::mayBeSkipped(b.flags);
    }
    return isSure;
}

} // namespace

std::string originText(const graph::Symbols& symbols, graph::OriginId id) {
    const graph::Snapshot& snapshot = symbols.snapshot();
    const graph::Origin& origin = symbols[id];
    std::string out(name(origin.kind));
    switch (origin.kind) {
    case OriginKind::Ghost:
        return out;
    case OriginKind::Module:
        return out + ' ' + snapshot[origin.module].name;
    case OriginKind::External:
    case OriginKind::Builtin:
    case OriginKind::Implicit:
        return out + ' ' + std::string(origin.name);
    default:
        break;
    }
    out += ' ' + (origin.module.valid() ? snapshot[origin.module].name : "") + ':' + std::string(origin.name);
    if (origin.binding != graph::Origin::kNoBinding) {
        const graph::Module& module = snapshot[origin.module];
        const auto& bindings = snapshot.project.files[module.file.value].facts->bindings;
        out += '@' + std::to_string(bindings[origin.binding].line);
    }
    return out;
}

std::string originsText(const graph::Symbols& symbols, std::span<const graph::OriginId> ids) {
    std::string out;
    for (const graph::OriginId id : ids)
        out += (out.empty() ? "" : " | ") + originText(symbols, id);
    return out;
}

Claim claimFor(graph::Symbols& symbols, graph::ModuleId module, const std::string& name) {
    Claim claim{symbols.snapshot()[module].name, name, {}, !isSurelyBound(symbols.snapshot(), module, name)};
    for (const graph::OriginId id : symbols.origins(module, name)) {
        switch (symbols[id].kind) {
        case OriginKind::Definition:
        case OriginKind::Value:
            if (!isFinal(symbols, id))
                return {};
            break;
        case OriginKind::Module:
        case OriginKind::External:
        case OriginKind::Builtin:
        case OriginKind::Unresolved:
            break;
        default:
            return {};
        }
        claim.origins.push_back(originText(symbols, id));
    }
    return claim;
}

Judgement judgedByPython(const std::vector<Claim>& claims, const QString& searched) {
    QByteArray input;
    for (const Claim& claim : claims) {
        if (claim.origins.empty())
            continue;
        input += QByteArray::fromStdString(claim.module + '\t' + claim.name);
        for (const std::string& origin : claim.origins)
            input += '\t' + QByteArray::fromStdString(origin);
        input += claim.mayBeMissing ? "\tmissing" : "";
        input += '\n';
    }
    QProcess process;
    process.start("python3", {"-B", "-W", "ignore",
                              ESPALIER_SOURCE_DIR "/tests/graph/symbols/same_objects.py", searched});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        return {0, {"python3 failed: " + QString::fromUtf8(process.readAllStandardError())}};
    Judgement out;
    for (const QString& line :
         QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts)) {
        if (line.startsWith("agreed\t"))
            out.agreed = line.section('\t', 1).toInt();
        else
            out.wrong << line;
    }
    return out;
}

} // namespace espalier::test
