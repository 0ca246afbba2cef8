#include "graph/execution/import_calls.h"

namespace espalier::graph {

using facts::Op;

namespace {

std::string dotted(const facts::Outline& outline, std::uint32_t at) {
    const facts::OutlineNode& node = outline.nodes[at];
    if (node.op == Op::Load)
        return std::string(outline.text(node));
    if (node.op != Op::Attribute)
        return "…";
    return dotted(outline, at + 1) + '.' + std::string(outline.text(node));
}

bool neverRuns(const facts::OutlineNode& node, std::size_t branch) {
    return (node.truth == facts::Truth::False && branch == 1) ||
           (node.truth == facts::Truth::True && branch == 2);
}

class Collector {
public:
    explicit Collector(const facts::Outline& outline)
        : outline_(outline) {}

    void visit(std::uint32_t at) {
        const facts::OutlineNode& node = outline_.nodes[at];
        if (node.op == Op::Call) {
            const std::string callee = dotted(outline_, at + 1);
            if (callee != "…" && callee != "super")
                out.push_back({node.line, callee});
        }
        std::size_t part = 0;
        for (std::uint32_t child = at + 1; child < node.end; child = outline_.nodes[child].end, ++part) {
            const Op op = outline_.nodes[child].op;
            const bool body = node.op == Op::Function && op != Op::Decorator && op != Op::Parameter;
            if (body || (node.op == Op::If && neverRuns(node, part)))
                continue;
            visit(child);
        }
    }

    std::vector<ImportCall> out;

private:
    const facts::Outline& outline_;
};

} // namespace

std::vector<ImportCall> importCalls(const facts::Outline& outline) {
    Collector collector(outline);
    collector.visit(0);
    return std::move(collector.out);
}

} // namespace espalier::graph
