#include "indexer/scan/context.h"

namespace espalier::scan {

namespace {

int strength(facts::EdgeKind kind) {
    switch (kind) {
    case facts::EdgeKind::Import:
        return 0;
    case facts::EdgeKind::Deferred:
        return 1;
    case facts::EdgeKind::Script:
        return 2;
    case facts::EdgeKind::Typing:
        return 3;
    }
    return 0;
}

} // namespace

facts::EdgeKind stronger(facts::EdgeKind a, facts::EdgeKind b) {
    return strength(a) < strength(b) ? b : a;
}

Context Context::under(Effect effect, std::uint32_t here) const {
    Context out = effect.conditional ? branchOf(facts::Flag::Conditional, here) : *this;
    switch (effect.runs) {
    case Effect::Runs::Always:
        break;
    case Effect::Runs::Script:
        out.kind = stronger(kind, facts::EdgeKind::Script);
        break;
    case Effect::Runs::Typing:
        out.kind = stronger(kind, facts::EdgeKind::Typing);
        break;
    case Effect::Runs::Never:
        out.never = true;
        break;
    }
    return out;
}

Context Context::optional(std::uint32_t here) const {
    return branchOf(facts::Flag::Optional, here);
}

Context Context::afterTry(std::uint32_t here, std::uint32_t lastImport) const {
    Context out = branchOf(facts::Flag::Else, here);
    out.tried = lastImport;
    return out;
}

Context Context::branchOf(facts::Flag flag, std::uint32_t here) const {
    Context out = *this;
    out.flags.set(flag);
    out.branch = here;
    out.tried = facts::Binding::kNoStatement;
    return out;
}

Context Context::inFunction() const {
    Context out = *this;
    out.kind = stronger(kind, facts::EdgeKind::Deferred);
    out.flags.bits &=
        static_cast<std::uint16_t>(~facts::Flags{}.set(facts::Flag::Optional).set(facts::Flag::Else).bits);
    out.inTry = false;
    out.tried = facts::Binding::kNoStatement;
    ++out.functionDepth;
    return out;
}

} // namespace espalier::scan
