#include "indexer/source/file_kind.h"

#include <cstdint>

namespace espalier::source {

using facts::FileKind;

std::optional<FileKind> fileKind(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0)
        return std::nullopt;
    const std::string_view suffix = name.substr(dot + 1);
    if (suffix == "py")
        return FileKind::Python;
    if (suffix == "pyi")
        return FileKind::Stub;
    if (suffix == "ipynb")
        return FileKind::Notebook;
    if (suffix == "so" || suffix == "pyd" || suffix == "pyx" || suffix == "pxd")
        return FileKind::Extension;
    if (name == "pyproject.toml" || name == "setup.cfg")
        return FileKind::Marker;
    return std::nullopt;
}

bool isValidUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80       ? 1
                                   : lead >> 5 == 6  ? 2
                                   : lead >> 4 == 14 ? 3
                                   : lead >> 3 == 30 ? 4
                                                     : 0;
        if (length == 0 || i + length > text.size())
            return false;
        std::uint32_t code = length == 1 ? lead : lead & (0x7fU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto c = static_cast<unsigned char>(text[i + k]);
            if (c >> 6 != 2)
                return false;
            code = code << 6 | (c & 63U);
        }
        constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code < kLeast[length] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
            return false;
        i += length;
    }
    return true;
}

} // namespace espalier::source
