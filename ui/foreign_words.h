// What comes from below the window in English, the message of a problem or an error, in the reader's
// language.
#pragma once

#include <QString>

#include <string_view>

namespace espalier::ui {

// `message` in the language of the interface; as it is where that is not known, or is English. A few
// microseconds.
[[nodiscard]] QString foreignWords(std::string_view message);

} // namespace espalier::ui
