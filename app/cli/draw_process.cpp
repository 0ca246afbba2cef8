#include "app/cli/draw_process.h"

#include "app/cli/own_program.h"
#include "app/cli/request.h"

namespace espalier::cli {

int printPicture(std::string_view svg, const std::string& format, double scale) {
    const auto drawn = runOwnProgram(
        "espalier-draw", {"render", "--format", format, "--scale", std::to_string(scale)}, svg, false);
    if (!drawn) {
        const facts::Error& error = drawn.error();
        return fail(
            {"the picture could not be made: " + error.what, error.where,
             error.hint.empty() ? "SVG needs no other program; or show less and try again" : error.hint});
    }
    return drawn->code == 0 ? 0 : 2; // it has said why itself
}

} // namespace espalier::cli
