// PNG and PDF for the command line, made by the child process `espalier-draw render`.
#pragma once

#include <string>
#include <string_view>

namespace espalier::cli {

// Prints the SVG as a picture to stdout; `format` is "png" or "pdf", `scale` counts for PNG. espalier-draw is
// taken from the folder of this program's own file, never from PATH. Returns the exit code: 0, or 2 with the
// reason on stderr. From here on a reader that goes away no longer ends this process (SIGPIPE).
int printPicture(std::string_view svg, const std::string& format, double scale);

} // namespace espalier::cli
