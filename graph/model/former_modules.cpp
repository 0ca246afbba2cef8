#include "graph/model/former_modules.h"

namespace espalier::graph {
namespace {

// Without its suffix; empty for what no import statement can name.
std::string_view moduleName(std::string_view file) {
    const std::size_t dot = file.find('.');
    const std::string_view suffix = dot == std::string_view::npos ? "" : file.substr(dot);
    const bool isExtension = suffix.ends_with(".so") || suffix.ends_with(".pyd") || suffix == ".pyx";
    return suffix == ".py" || isExtension ? file.substr(0, dot) : "";
}

} // namespace

void FormerModules::add(std::string_view path, std::uint32_t removal, std::vector<std::string>* fresh) {
    const std::size_t slash = path.rfind('/');
    const std::string_view file = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::string_view name = moduleName(file);
    if (name.empty())
        return;
    if (name != "__init__")
        addStem(path.substr(0, path.size() - file.size() + name.size()), removal, fresh);
    // What a known folder lies in is known, and was not taken away before it.
    bool isNew = true;
    for (std::size_t end = slash; isNew && end != std::string_view::npos && end > 0;
         end = path.rfind('/', end - 1))
        isNew = addStem(path.substr(0, end), removal, fresh);
}

bool FormerModules::addStem(std::string_view stem, std::uint32_t removal, std::vector<std::string>* fresh) {
    const auto [entry, added] = stems_.try_emplace(std::string(stem), removal);
    if (added && fresh)
        fresh->push_back(entry->first);
    const bool isLater =
        !added && removal != kUnknown && (entry->second == kUnknown || entry->second < removal);
    if (isLater)
        entry->second = removal;
    return added || isLater;
}

const RemovedIn* FormerModules::removalOf(const std::string& stem) const {
    const auto found = stems_.find(stem);
    return found == stems_.end() || found->second >= removals_.size() ? nullptr : &removals_[found->second];
}

} // namespace espalier::graph
