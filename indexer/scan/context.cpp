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

Context Context::under(Effect effect) const {
    Context out = *this;
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
    if (effect.conditional)
        out.flags.set(facts::Flag::Conditional);
    return out;
}

Context Context::optional() const {
    Context out = *this;
    out.flags.set(facts::Flag::Optional);
    return out;
}

Context Context::inFunction() const {
    Context out = *this;
    out.kind = stronger(kind, facts::EdgeKind::Deferred);
    out.flags.bits &= static_cast<std::uint16_t>(~static_cast<std::uint16_t>(facts::Flag::Optional));
    out.inTry = false;
    ++out.functionDepth;
    return out;
}

} // namespace espalier::scan
