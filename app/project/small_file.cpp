#include "app/project/small_file.h"

#include <fstream>
#include <iterator>
#include <unistd.h>

namespace espalier::project {

facts::Result<std::string> readSmallFile(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, error)))
        return facts::Error{"not a regular file", path.filename().string(), {}};
    if (std::filesystem::file_size(path, error) > kMaxSmallBytes || error)
        return facts::Error{"larger than 1 MB", path.filename().string(), {}};
    std::ifstream in(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof())
        return facts::Error{"unreadable", path.filename().string(), {}};
    return text;
}

facts::Status writeSmallFile(const std::filesystem::path& path, const std::string* before,
                             std::string_view text) {
    const facts::Error changed{"has changed meanwhile", path.string(), "nothing was written"};
    std::error_code error;
    const auto status = std::filesystem::symlink_status(path, error);
    if (std::filesystem::exists(status) != (before != nullptr))
        return changed;
    if (before) {
        const auto now = readSmallFile(path);
        if (!now)
            return now.error();
        if (*now != *before)
            return changed;
    }
    std::filesystem::path fresh = path;
    fresh += "." + std::to_string(getpid()) + ".tmp";
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    error.clear();
    if (out && before)
        std::filesystem::permissions(fresh, status.permissions(), error);
    if (out && !error)
        std::filesystem::rename(fresh, path, error);
    if (out && !error)
        return facts::Done{};
    std::filesystem::remove(fresh, error);
    return facts::Error{"cannot be written", path.string(), "nothing was written"};
}

} // namespace espalier::project
