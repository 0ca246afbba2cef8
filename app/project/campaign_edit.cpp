#include "app/project/campaign_edit.h"

#include "app/project/campaign_text.h"
#include "app/project/small_file.h"
#include "app/project/toml_outline.h"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>

namespace espalier::project {
namespace {

using Key = std::vector<std::string>;

// One [[campaign]]: its own lines, and those of tables below it.
struct Place {
    std::size_t header = 0;           // in the outline
    std::vector<std::size_t> values;  // of its own lines, in the outline
    std::vector<std::size_t> targets; // of [campaign.target]
    std::vector<std::size_t> items;   // all of it, the header included
};

class Editor {
public:
    Editor(std::string_view text, bool topLevel)
        : text_(text)
        , lineEnd_(text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n")
        , prefix_(topLevel ? Key{"campaign"} : Key{"tool", "espalier", "campaign"})
        , outline_(outlineOf(text)) {
        findPlaces();
    }

    [[nodiscard]] const std::vector<Place>& places() const { return places_; }

    void change(std::size_t which, const graph::Campaign& old, const graph::Campaign& wanted) {
        place_ = &places_[which];
        const auto string = [&](const char* key, const std::string& before, const std::string& after) {
            if (before != after)
                set({key}, after.empty() ? "" : tomlString(after));
        };
        string("name", old.name, wanted.name);
        string("title", old.title, wanted.title);
        string("issue", old.issue, wanted.issue);
        string("priority", old.priority, wanted.priority);
        list("canonical", stringTexts(old.canonical), stringTexts(wanted.canonical));
        list("deprecated", stringTexts(old.deprecated), stringTexts(wanted.deprecated));
        list("critical_path", stringTexts(old.criticalPath), stringTexts(wanted.criticalPath));
        string("baseline", old.baseline, wanted.baseline);
        if (old.target != wanted.target)
            changeTarget(old.target, wanted.target);
        list("phases", phaseTexts(old.phases), phaseTexts(wanted.phases));
    }

    // Behind the last campaign, or at the end.
    void append(const graph::Campaign& campaign) {
        std::string table = "[[";
        for (const std::string& part : prefix_)
            table += (table.size() > 2 ? "." : "") + part;
        std::string text = withLineEnds(table + "]]\n" + campaignText(campaign));
        std::size_t at = text_.size();
        if (!places_.empty())
            at = outline_[places_.back().items.back()].end;
        const bool open = at > 0 && text_[at - 1] != '\n';
        edits_.push_back({at, at, (open ? lineEnd_ : "") + (at > 0 ? lineEnd_ : "") + text});
    }

    void remove(std::size_t which) {
        for (const std::size_t item : places_[which].items) {
            std::size_t end = outline_[item].end;
            const std::size_t next = item + 1;
            const bool goesOn = next < outline_.size() &&
                                std::ranges::find(places_[which].items, next) != places_[which].items.end();
            if (goesOn)
                end = outline_[next].begin; // with the comments between
            edits_.push_back({outline_[item].begin, end, ""});
        }
        // One of the blank lines around it.
        Edit &first = edits_.front(), &last = edits_.back();
        const bool blankBefore = text_.substr(0, first.begin).ends_with(lineEnd_ + lineEnd_);
        if (blankBefore && last.end == text_.size())
            first.begin -= lineEnd_.size();
        else if ((blankBefore || first.begin == 0) && text_.substr(last.end).starts_with(lineEnd_))
            last.end += lineEnd_.size();
    }

    [[nodiscard]] std::string result() {
        std::ranges::stable_sort(edits_, {}, &Edit::begin);
        std::string out;
        std::size_t at = 0;
        for (const Edit& edit : edits_) {
            out += text_.substr(at, edit.begin - at);
            out += edit.text;
            at = edit.end;
        }
        return out + std::string(text_.substr(at));
    }

private:
    struct Edit {
        std::size_t begin = 0, end = 0;
        std::string text;
    };

    void findPlaces() {
        Place* inside = nullptr;
        bool own = false, target = false;
        for (std::size_t i = 0; i < outline_.size(); ++i) {
            const TomlItem& item = outline_[i];
            if (item.kind == TomlItem::Kind::TableOfArray && item.key == prefix_) {
                inside = &places_.emplace_back();
                inside->header = i;
                own = true;
                target = false;
            } else if (item.kind != TomlItem::Kind::Value) {
                const bool below = item.key.size() > prefix_.size() &&
                                   std::equal(prefix_.begin(), prefix_.end(), item.key.begin());
                inside = below && !places_.empty() ? &places_.back() : nullptr;
                own = false;
                target = below && item.key.size() == prefix_.size() + 1 && item.key.back() == "target";
            } else if (inside && own) {
                inside->values.push_back(i);
            } else if (inside && target) {
                inside->targets.push_back(i);
            }
            if (inside)
                inside->items.push_back(i);
        }
    }

    [[nodiscard]] const TomlItem* find(const Key& key) const {
        for (const std::size_t i : place_->values)
            if (outline_[i].key == key)
                return &outline_[i];
        if (key.size() == 2)
            for (const std::size_t i : place_->targets)
                if (key.front() == "target" && outline_[i].key == Key{key.back()})
                    return &outline_[i];
        return nullptr;
    }

    // A value in TOML; empty: without the key.
    void set(const Key& key, const std::string& value) {
        const TomlItem* item = find(key);
        if (item && value.empty())
            edits_.push_back({item->begin, item->end, ""});
        else if (item)
            edits_.push_back({item->valueBegin, item->valueEnd, value});
        else if (!value.empty())
            insert(key, value);
    }

    // Behind the last line of the table; a part of the target where the others of it stand.
    void insert(const Key& key, const std::string& value) {
        const bool inTable = key.size() == 2 && !place_->targets.empty();
        const std::size_t last = inTable                  ? place_->targets.back()
                                 : place_->values.empty() ? place_->header
                                                          : place_->values.back();
        const TomlItem& before = outline_[last];
        const std::size_t first = text_.find_first_not_of(" \t", before.begin);
        std::string line(text_.substr(before.begin, first - before.begin));
        line += (key.size() == 2 && !inTable ? key[0] + '.' : "") + key.back() + " = " + value;
        const bool open = before.end > 0 && text_[before.end - 1] != '\n';
        edits_.push_back({before.end, before.end, (open ? lineEnd_ : "") + line + (open ? "" : lineEnd_)});
    }

    void changeTarget(const graph::Campaign::Target& old, const graph::Campaign::Target& wanted) {
        const bool dotted = std::ranges::any_of(place_->values, [&](std::size_t i) {
            return outline_[i].key.size() == 2 && outline_[i].key[0] == "target";
        });
        if (!dotted && place_->targets.empty())
            return set({"target"}, targetText(wanted));
        const auto before = targetParts(old), after = targetParts(wanted);
        for (std::size_t i = 0; i < before.size(); ++i)
            if (before[i].second != after[i].second)
                set({"target", before[i].first}, after[i].second);
    }

    void list(const char* key, const std::vector<std::string>& old, const std::vector<std::string>& wanted) {
        if (old == wanted)
            return;
        const TomlItem* item = find({key});
        const auto elements = item ? elementsOf(text_, item->valueBegin) : std::vector<TomlElement>();
        if (!item || wanted.empty() || elements.size() != old.size() || elements.empty())
            return set({key}, wanted.empty() ? "" : listText(wanted));
        std::size_t same = 0, sameEnd = 0;
        while (same < std::min(old.size(), wanted.size()) && old[same] == wanted[same])
            ++same;
        while (sameEnd + same < std::min(old.size(), wanted.size()) &&
               old[old.size() - 1 - sameEnd] == wanted[wanted.size() - 1 - sameEnd])
            ++sameEnd;
        const std::size_t oldEnd = old.size() - sameEnd, wantedEnd = wanted.size() - sameEnd;
        std::size_t i = same;
        for (; i < std::min(oldEnd, wantedEnd); ++i)
            edits_.push_back({elements[i].begin, elements[i].end, wanted[i]});
        for (std::size_t gone = i; gone < oldEnd; ++gone)
            cut(elements[gone]);
        if (i < wantedEnd)
            add(elements, i,
                {wanted.begin() + static_cast<std::ptrdiff_t>(i),
                 wanted.begin() + static_cast<std::ptrdiff_t>(wantedEnd)});
    }

    [[nodiscard]] std::size_t lineBegin(std::size_t at) const {
        const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
        return before == std::string_view::npos ? 0 : before + 1;
    }
    [[nodiscard]] bool onlyBlanks(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin).find_first_not_of(" \t\r\n") == std::string_view::npos;
    }

    // With its comma; with its line, if it is alone there.
    void cut(const TomlElement& element) {
        std::size_t end = behindComma(text_, element.end);
        std::size_t begin = element.begin;
        const std::size_t lineEnd = std::min(text_.find('\n', end), text_.size() - 1);
        const std::size_t line = lineBegin(begin), after = text_.find_first_not_of(" \t\r", end);
        if (onlyBlanks(line, begin) && after != std::string_view::npos &&
            (text_[after] == '\n' || text_[after] == '#')) {
            begin = line;
            end = lineEnd + 1;
        } else if (after != std::string_view::npos && text_[after] != '\n' && text_[after] != '#') {
            end = after;
        }
        edits_.push_back({begin, end, ""});
    }

    // New elements behind the one before `index`, or before the first.
    void add(const std::vector<TomlElement>& elements, std::size_t index,
             const std::vector<std::string>& fresh) {
        const TomlElement& near = elements[index == 0 ? 0 : index - 1];
        const std::size_t line = lineBegin(near.begin);
        const std::size_t comma = behindComma(text_, near.end);
        const std::size_t after = std::min(text_.find_first_not_of(" \t\r", comma), text_.size());
        const bool endsLine = after < text_.size() && (text_[after] == '\n' || text_[after] == '#');
        const bool ownLine = onlyBlanks(line, near.begin) && endsLine;
        const std::string indent(ownLine ? text_.substr(line, near.begin - line) : "");
        std::string text;
        if (index == 0 || !ownLine) {
            for (const std::string& one : fresh)
                text += index == 0 ? one + ", " : ", " + one;
            const std::size_t at = index == 0 ? near.begin : near.end;
            edits_.push_back({at, at, text});
            return;
        }
        for (const std::string& one : fresh)
            text += indent + one + ',' + lineEnd_;
        if (comma == near.end)
            edits_.push_back({near.end, near.end, ","});
        const std::size_t end = std::min(text_.find('\n', comma), text_.size() - 1) + 1;
        edits_.push_back({end, end, text});
    }

    [[nodiscard]] std::string withLineEnds(const std::string& text) const {
        std::string out;
        for (const char c : text)
            out += c == '\n' ? lineEnd_ : std::string(1, c);
        return out;
    }

    std::string_view text_;
    std::string lineEnd_;
    Key prefix_;
    std::vector<TomlItem> outline_;
    std::vector<Place> places_;
    const Place* place_ = nullptr;
    std::vector<Edit> edits_;
};

facts::Result<toml::table> parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return facts::Error{"no valid TOML: " + std::string(error.description()),
                            {},
                            "line " + std::to_string(error.source().begin.line) + "; nothing was changed"};
    }
}

// Takes the campaigns out of a parsed text: what must not change.
toml::table restOf(toml::table table, bool topLevel) {
    if (toml::table* section = topLevel ? &table : table.at_path("tool.espalier").as_table())
        section->erase("campaign");
    if (!topLevel && table.at_path("tool.espalier").as_table() &&
        table.at_path("tool.espalier").as_table()->empty())
        table.at_path("tool").as_table()->erase("espalier");
    if (!topLevel && table.at_path("tool").as_table() && table.at_path("tool").as_table()->empty())
        table.erase("tool");
    return table;
}

const facts::Error kByPeople{"it is written in a way that is left to people", {}, "nothing was changed"};

// The new text if it says what is wanted, and nothing else has changed.
facts::Result<std::string> checked(std::string_view before, std::string after, bool topLevel,
                                   const std::vector<graph::Campaign>& wanted) {
    const auto old = parsed(before), now = parsed(after);
    if (!old || !now)
        return !old ? old.error() : kByPeople;
    const LoadedConfig was = parseConfig(before, "", topLevel), is = parseConfig(after, "", topLevel);
    for (const facts::ProjectProblem& one : is.problems)
        if (std::ranges::none_of(was.problems, [&](const facts::ProjectProblem& other) {
                return other.problem.message == one.problem.message;
            }))
            return facts::Error{one.problem.message, {}, "nothing was changed"};
    if (is.config.campaigns != wanted || restOf(*old, topLevel) != restOf(*now, topLevel))
        return kByPeople;
    return after;
}

// What there is to edit, with the campaigns as they are read and where each of them stands.
struct Opened {
    std::vector<graph::Campaign> campaigns;
    Editor editor;
};
facts::Result<Opened> opened(std::string_view text, bool topLevel) {
    const auto table = parsed(text);
    if (!table)
        return table.error();
    Opened out{parseConfig(text, "", topLevel).config.campaigns, Editor(text, topLevel)};
    const toml::node_view<const toml::node> node =
        table->at_path(topLevel ? "campaign" : "tool.espalier.campaign");
    const toml::array* array = node.as_array();
    if ((node && !array) || (array ? array->size() : 0) != out.editor.places().size())
        return facts::Error{"campaigns that are written as an inline list are left to people",
                            {},
                            "line " + std::to_string(node.node()->source().begin.line) +
                                "; nothing was changed"};
    return out;
}

// Which of the tables is the campaign of that name; their number: none. Others may be ignored ones.
std::size_t indexOf(std::string_view text, bool topLevel, const std::string& name) {
    const auto table = parsed(text);
    const toml::array* array =
        table ? table->at_path(topLevel ? "campaign" : "tool.espalier.campaign").as_array() : nullptr;
    std::size_t i = 0;
    for (; array && i < array->size(); ++i)
        if (const toml::table* one = (*array)[i].as_table();
            one && (*one)["name"].value<std::string>() == name)
            break;
    return i;
}

} // namespace

facts::Result<CampaignFile> campaignFile(const std::string& root, const std::string& file) {
    std::error_code error;
    const std::filesystem::path folder(root);
    const auto there = [&](const std::filesystem::path& path) {
        return std::filesystem::exists(std::filesystem::symlink_status(path, error));
    };
    CampaignFile out{file.empty() ? (folder / "espalier.toml").string() : file, true, {}};
    if (file.empty() && !there(out.path) && there(folder / "pyproject.toml"))
        out = {(folder / "pyproject.toml").string(), false, {}};
    if (!there(out.path))
        return out;
    auto text = readSmallFile(out.path);
    if (!text)
        return text.error();
    out.text = std::move(*text);
    return out;
}

facts::Result<std::string> withCampaign(std::string_view text, bool topLevel, const graph::Campaign& campaign,
                                        const std::string& old) {
    auto open = opened(text, topLevel);
    if (!open)
        return open.error();
    std::vector<graph::Campaign>& campaigns = open->campaigns;
    const auto named = [&](const std::string& name) {
        return std::ranges::find(campaigns, name, &graph::Campaign::name);
    };
    if (campaign.name != old && named(campaign.name) != campaigns.end())
        return facts::Error{"there is a campaign '" + campaign.name + "' already", {}, {}};
    if (old.empty()) {
        open->editor.append(campaign);
        campaigns.push_back(campaign);
    } else {
        const auto found = named(old);
        if (found == campaigns.end())
            return facts::Error{"there is no campaign '" + old + "'", {}, {}};
        open->editor.change(indexOf(text, topLevel, old), *found, campaign);
        *found = campaign;
    }
    return checked(text, open->editor.result(), topLevel, campaigns);
}

facts::Result<std::string> withoutCampaign(std::string_view text, bool topLevel, const std::string& name) {
    auto open = opened(text, topLevel);
    if (!open)
        return open.error();
    const auto found = std::ranges::find(open->campaigns, name, &graph::Campaign::name);
    if (found == open->campaigns.end())
        return facts::Error{"there is no campaign '" + name + "'", {}, {}};
    open->editor.remove(indexOf(text, topLevel, name));
    open->campaigns.erase(found);
    return checked(text, open->editor.result(), topLevel, open->campaigns);
}

facts::Status saveCampaigns(const CampaignFile& file, const std::string& text) {
    return writeSmallFile(file.path, file.text ? &*file.text : nullptr, text);
}

} // namespace espalier::project
