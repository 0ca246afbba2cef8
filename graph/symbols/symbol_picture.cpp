// A symbol's paths as a picture in columns: those who import it at the left, by class, then the modules that
// hand it on, each before the next one on its way, and the one that defines it at the right.
#include "graph/drawing/labels.h"
#include "graph/drawing/text_width.h"
#include "graph/drawing/words.h"
#include "graph/export/style.h"
#include "graph/symbols/symbol_view.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace espalier::graph {
namespace {

constexpr double kBorder = 10, kBetweenColumns = 44, kBetweenBoxes = 10;
constexpr double kWidestLabel = 130; // a dock is narrow
constexpr std::size_t kRoom = 12;    // modules drawn; the others share one box
constexpr std::array kUserClasses{PathClass::Production, PathClass::Tests, PathClass::Tools,
                                  PathClass::Copies};

std::string className(PathClass cls) {
    switch (cls) {
    case PathClass::Production:
        return Words::tr("production");
    case PathClass::Tests:
        return Words::tr("tests");
    case PathClass::Tools:
        return Words::tr("tools");
    case PathClass::Copies:
        return Words::tr("copies");
    }
    return {};
}

class SymbolDrawer {
public:
    SymbolDrawer(Symbols& symbols, OriginId definition, SymbolView& view)
        : symbols_(symbols)
        , snapshot_(symbols.snapshot())
        , definition_(definition)
        , view_(view) {}

    void draw() {
        followWays();
        addModules();
        addUsers();
        addHandOvers();
        place();
        view_.picture = std::move(drawing_);
    }

private:
    struct Hop {
        ModuleId from, to;
        friend auto operator<=>(const Hop&, const Hop&) = default;
    };

    [[nodiscard]] bool isDefinition(ModuleId m) const { return m == view_.symbol.module; }
    [[nodiscard]] bool isCanonical(ModuleId m) const {
        return view_.spread.canonical.starts_with(snapshot_[m].name + ':');
    }

    // How far each module is from the definition, and who hands on to whom.
    void followWays() {
        distance_[view_.symbol.module] = 0;
        for (const SpreadRow::Way& way : view_.spread.ways) {
            statements_[way.module] += way.counts.total.statements;
            std::vector<ModuleId> chain{way.module};
            const std::string_view name = std::string_view(way.path).substr(way.path.rfind(':') + 1);
            for (const Step& step : symbols_.proof(way.module, name, definition_))
                if (chain.back() != step.module)
                    chain.push_back(step.module);
            for (std::size_t i = 0; i < chain.size(); ++i) {
                std::size_t& far = distance_[chain[i]];
                far = isDefinition(chain[i]) ? 0 : std::max(far, chain.size() - 1 - i);
                if (i > 0)
                    hops_.insert({chain[i - 1], chain[i]});
            }
        }
    }

    void addModules() {
        std::vector<ModuleId> modules;
        for (const auto& [m, far] : distance_)
            modules.push_back(m);
        std::ranges::stable_sort(modules, [&](ModuleId a, ModuleId b) {
            return std::tuple(!isDefinition(a), !isCanonical(a), statements_[b]) <
                   std::tuple(!isDefinition(b), !isCanonical(b), statements_[a]);
        });
        const std::string prefix = commonPackage(snapshot_, modules);
        const std::size_t drawn = modules.size() <= kRoom + 1 ? modules.size() : kRoom;
        for (std::size_t i = 0; i < modules.size(); ++i) {
            const ModuleId m = modules[i];
            if (i < drawn) {
                boxOf_[m] = addModule(m, prefix);
                continue;
            }
            if (i == drawn) {
                drawing_.omittedBoxes = modules.size() - drawn;
                Box rest;
                rest.key = "rest";
                rest.label = filled(Words::tr("+%1 more"), {grouped(drawing_.omittedBoxes)});
                rest.marks.deprecated = true;
                rest_ = addBox(std::move(rest), 1);
            }
            boxOf_[m] = rest_;
        }
    }
    int addModule(ModuleId m, const std::string& prefix) {
        const std::string& name = snapshot_[m].name;
        const std::string module = elideMiddle(
            name.size() > prefix.size() ? name.substr(prefix.size()) : name, kFontPx, kWidestLabel);
        Box box;
        box.module = m;
        box.key = name;
        std::string others; // names by which it hands the symbol on
        for (const SpreadRow::Way& way : view_.spread.ways) {
            const std::string as = way.path.substr(way.path.rfind(':') + 1);
            if (way.module == m && as != view_.symbol.name)
                others += (others.empty() ? "" : ", ") + as;
        }
        if (isDefinition(m)) {
            box.label = elideMiddle(view_.symbol.name, kFontPx, kWidestLabel);
            box.detail = module;
        } else {
            box.label = module;
            box.detail = others.empty() ? "" : filled(Words::tr("as %1"), {others});
        }
        if (isCanonical(m))
            box.detail = "✓ " + (box.detail.empty() ? Words::tr("canonical") : box.detail);
        box.detail = elideMiddle(box.detail, kDetailFontPx, kWidestLabel);
        box.marks.deprecated = !isCanonical(m) && !isDefinition(m) && statements_[m] > 0;
        return addBox(std::move(box), distance_[m]);
    }
    int addBox(Box box, std::size_t column) {
        const Size size = textSize(box);
        box.rect = {0, 0, size.width, size.height};
        columnOf_.push_back(column);
        drawing_.boxes.push_back(std::move(box));
        return static_cast<int>(drawing_.boxes.size()) - 1;
    }

    // A statement of a module that hands on is a part of the way, not of those who go it.
    [[nodiscard]] int startOf(const SymbolView::Statement& statement) const {
        const auto handing = boxOf_.find(statement.ref.importer);
        return handing != boxOf_.end()
                   ? handing->second
                   : users_[static_cast<std::size_t>(snapshot_[statement.ref.importer].cls)];
    }
    void addUsers() {
        std::array<std::set<FileId>, kPathClassCount> files;
        for (const SymbolView::Statement& s : view_.statements)
            if (!boxOf_.contains(s.ref.importer))
                files[static_cast<std::size_t>(snapshot_[s.ref.importer].cls)].insert(s.ref.file);
        const std::size_t column = 1 + *std::ranges::max_element(columnOf_);
        for (const PathClass cls : kUserClasses) {
            const auto i = static_cast<std::size_t>(cls);
            if (files[i].empty())
                continue;
            Box box;
            box.key = "users " + std::to_string(i);
            box.label = className(cls);
            box.detail =
                files[i].size() == 1 ? Words::tr("1 file") : Words::tr("%1 files", nullptr, files[i].size());
            box.marks.test = cls == PathClass::Tests;
            users_[i] = addBox(std::move(box), column);
        }
        for (SymbolView::Statement& s : view_.statements) {
            const int from = startOf(s), to = boxOf_[view_.spread.ways[s.way].module];
            if (from == to)
                continue; // among those that share a box
            s.line = lineBetween(from, to);
            Line& line = drawing_.lines[static_cast<std::size_t>(s.line)];
            ++line.statements;
            line.deprecated = line.deprecated || s.violates;
        }
    }
    // Where a name goes on by other means than a statement that imports it: a star, an alias.
    void addHandOvers() {
        for (const Hop& hop : hops_)
            if (const int from = boxOf_[hop.from], to = boxOf_[hop.to]; from != to)
                (void)lineBetween(from, to);
    }
    int lineBetween(int from, int to) {
        const auto [at, isNew] = lineOf_.try_emplace({from, to}, static_cast<int>(drawing_.lines.size()));
        if (isNew) {
            Line& line = drawing_.lines.emplace_back();
            line.from = from;
            line.to = to;
        }
        return at->second;
    }

    Rect& rect(int box) { return drawing_.boxes[static_cast<std::size_t>(box)].rect; }

    // The boxes of a column are as wide as the widest of them; columns are centred at one height.
    void place() {
        const std::size_t columns = 1 + *std::ranges::max_element(columnOf_);
        std::vector<Size> sizes(columns);
        double tallest = 0;
        for (std::size_t i = 0; i < columnOf_.size(); ++i) {
            Size& size = sizes[columnOf_[i]];
            size.width = std::max(size.width, drawing_.boxes[i].rect.width);
            size.height += drawing_.boxes[i].rect.height + kBetweenBoxes;
            tallest = std::max(tallest, size.height);
        }
        double x = kBorder;
        for (std::size_t column = columns; column-- > 0;) {
            double y = kBorder + (tallest - sizes[column].height) / 2;
            for (std::size_t i = 0; i < columnOf_.size(); ++i) {
                if (columnOf_[i] != column)
                    continue;
                Rect& r = drawing_.boxes[i].rect;
                r = {x, y, sizes[column].width, r.height};
                y += r.height + kBetweenBoxes;
            }
            x += sizes[column].width > 0 ? sizes[column].width + kBetweenColumns : 0;
        }
        drawing_.size = {x - kBetweenColumns + kBorder, tallest - kBetweenBoxes + 2 * kBorder};
        for (Line& line : drawing_.lines)
            line.points = curve(rect(line.from), rect(line.to));
    }
    static std::vector<Point> curve(const Rect& from, const Rect& to) {
        if (from.x == to.x) { // within a column: around its right
            const double aside = kBetweenColumns / 2;
            const Point a{from.right(), from.centre().y}, b{to.right(), to.centre().y};
            return {a, {a.x + aside, a.y}, {b.x + aside, b.y}, b};
        }
        const bool onward = from.x < to.x;
        const Point a{onward ? from.right() : from.x, from.centre().y};
        const Point b{onward ? to.x : to.right(), to.centre().y};
        const double bend = (b.x - a.x) / 2;
        return {a, {a.x + bend, a.y}, {b.x - bend, b.y}, b};
    }

    Symbols& symbols_;
    const Snapshot& snapshot_;
    const OriginId definition_;
    SymbolView& view_;
    Drawing drawing_;
    std::map<ModuleId, std::size_t> distance_;
    std::map<ModuleId, std::uint32_t> statements_;
    std::set<Hop> hops_;
    std::map<ModuleId, int> boxOf_;
    std::array<int, kPathClassCount> users_{};
    int rest_ = -1;
    std::vector<std::size_t> columnOf_; // by box; from the definition on, right to left
    std::map<std::pair<int, int>, int> lineOf_;
};

} // namespace

void drawSymbol(Symbols& symbols, OriginId definition, SymbolView& view) {
    SymbolDrawer(symbols, definition, view).draw();
}

} // namespace espalier::graph
