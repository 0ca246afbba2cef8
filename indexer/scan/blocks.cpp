#include "indexer/scan/blocks.h"

#include "indexer/scan/literals.h"

namespace espalier::scan {

BlockStack::BlockStack(Recorder& recorder)
    : recorder_(recorder) {
    frames_.emplace_back();
}

void BlockStack::enterLine(std::uint32_t position, std::uint32_t indent, std::uint32_t tabIndent) {
    const Frame& last = frames_.back();
    if (indent > last.indent && frames_.size() < kDeepestKept) {
        if (tabIndent <= last.tabIndent)
            recorder_.syntaxError(position, "inconsistent use of tabs and spaces in indentation");
        if (!pending_)
            recorder_.syntaxError(position, "unexpected indent");
        if (frames_.size() >= kDeepest && !tooDeep_) {
            recorder_.syntaxError(position, "too many levels of indentation");
            tooDeep_ = true;
        }
        Block block = pending_ ? std::move(*pending_) : orphan();
        pending_.reset();
        push(indent, tabIndent, std::move(block));
        return;
    }
    if (pending_ && indent <= last.indent)
        recorder_.syntaxError(position, "expected an indented block");
    pending_.reset();
    while (frames_.back().indent > indent)
        closeBlock(position);
    const Frame& here = frames_.back();
    if (here.indent < indent && frames_.size() < kDeepestKept) {
        recorder_.syntaxError(position, "unindent does not match any outer indentation level");
        push(indent, tabIndent, orphan());
    } else if (here.indent == indent && here.tabIndent != tabIndent) {
        recorder_.syntaxError(position, "inconsistent use of tabs and spaces in indentation");
    }
}

const Context& BlockStack::contextAt(std::uint32_t indent) const {
    std::size_t at = frames_.size() - 1;
    if (pending_ && indent > frames_[at].indent)
        return pending_->context;
    while (at > 0 && frames_[at].indent > indent)
        --at;
    return frames_[at].block.context;
}

void BlockStack::announce(Block block) {
    pending_ = std::move(block);
    if (!pending_->definition.empty()) // as push() will have it
        pending_->context.scopeFrame = static_cast<std::uint32_t>(frames_.size());
}

void BlockStack::openInline(Block block) {
    push(frames_.back().indent + 1, frames_.back().tabIndent + 1, std::move(block));
}

void BlockStack::closeAll(std::uint32_t position) {
    if (pending_)
        recorder_.syntaxError(position, "expected an indented block");
    pending_.reset();
    while (frames_.size() > 1)
        closeBlock(position);
    endChain(position);
}

// A block without a header runs as what is around it.
Block BlockStack::orphan() const {
    Block out;
    out.context = frames_.back().block.context;
    return out;
}

void BlockStack::push(std::uint32_t indent, std::uint32_t tabIndent, Block block) {
    Frame frame;
    frame.indent = indent;
    frame.tabIndent = tabIndent;
    if (!block.definition.empty()) {
        frame.scopeBefore = recorder_.enterScope(identifier(block.definition));
        block.context.scopeFrame = static_cast<std::uint32_t>(frames_.size());
    }
    frame.block = std::move(block);
    frames_.push_back(std::move(frame));
}

void BlockStack::endChain(std::uint32_t position) {
    Chain& chain = frames_.back().chain;
    if (chain.kind == Chain::Kind::Try && !chain.tryOver)
        recorder_.syntaxError(position, "expected 'except' or 'finally'");
    chain = {};
}

void BlockStack::closeBlock(std::uint32_t position) {
    endChain(position);
    pop();
}

void BlockStack::pop() {
    const Frame& frame = frames_.back();
    if (!frame.block.definition.empty())
        recorder_.leaveScope(frame.scopeBefore);
    frames_.pop_back();
}

} // namespace espalier::scan
