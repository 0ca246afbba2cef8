// The blocks that a line stands in, by indentation.
#pragma once

#include "indexer/scan/context.h"
#include "indexer/scan/recorder.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace espalier::scan {

// What a compound statement's header says about the block below it.
struct Block {
    Context context;
    std::string_view definition; // name of the function or class whose body it is; empty: no body of one
    bool holdsCases = false;     // of a match
};

// The compound statement that `elif`, `else`, `except` or `finally` may belong to.
struct Chain {
    enum class Kind : std::uint8_t { None, If, Try, Loop };
    Kind kind = Kind::None;
    Effect rest;              // If: none of the conditions so far held
    Recorder::Place tryBegin; // Try
    Recorder::Place tryEnd;   // Try: set once its body is over
    bool tryOver = false;
};

struct Frame {
    std::uint32_t indent = 0, tabIndent = 0;
    Block block;
    Chain chain;
    std::size_t scopeBefore = 0;
    // Names that a function or class body has declared global; views into the text.
    std::unique_ptr<std::unordered_set<std::string_view>> globals;
};

class BlockStack {
public:
    explicit BlockStack(Recorder& recorder);

    // Before each logical line: opens the block that the last header announced, closes those that ended.
    void enterLine(std::uint32_t position, std::uint32_t indent, std::uint32_t tabIndent);
    // What enterLine() will make the context of a line with that indentation.
    [[nodiscard]] const Context& contextAt(std::uint32_t indent) const;
    // The header of a block whose body begins on the next line.
    void announce(Block block);
    // A body on the header's own line.
    void openInline(Block block);
    void closeInline() { pop(); }
    // The next statement, at `position`, is none of those that may follow in the chain.
    void endChain(std::uint32_t position);
    // At the end of a text.
    void closeAll(std::uint32_t position);

    [[nodiscard]] Frame& top() { return frames_.back(); }
    [[nodiscard]] const Frame& top() const { return frames_.back(); }
    [[nodiscard]] const Context& context() const { return frames_.back().block.context; }
    // The frame in which names of the innermost function or class are bound; the first one at module level.
    [[nodiscard]] Frame& scopeFrame() { return frames_[context().scopeFrame]; }
    // Whether names that are bound in such a context may be module-level ones through `global`.
    [[nodiscard]] bool hasGlobals(const Context& context) const {
        return context.scopeFrame < frames_.size() && frames_[context.scopeFrame].globals;
    }

    static constexpr std::size_t kDeepest = 100;     // as in CPython: deeper is an error
    static constexpr std::size_t kDeepestKept = 250; // deeper blocks are read as part of the last one

private:
    void push(std::uint32_t indent, std::uint32_t tabIndent, Block block);
    void closeBlock(std::uint32_t position);
    void pop();
    [[nodiscard]] Block orphan() const;

    Recorder& recorder_;
    std::vector<Frame> frames_;
    std::optional<Block> pending_;
    bool tooDeep_ = false;
};

} // namespace espalier::scan
