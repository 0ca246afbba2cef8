#include "app/project/small_file.h"

#include <fstream>
#include <iterator>

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

} // namespace espalier::project
