#include "app/cli/draw_process.h"

#include "app/cli/request.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

extern char** environ;

namespace espalier::cli {
namespace {

// Through links, so that a link to espalier somewhere in PATH will do. Empty if the system does not tell.
std::filesystem::path ownFolder() {
    std::error_code ignored;
#ifdef __APPLE__
    std::array<char, 4096> file{};
    std::uint32_t size = file.size();
    if (_NSGetExecutablePath(file.data(), &size) != 0)
        return {};
    return std::filesystem::canonical(file.data(), ignored).parent_path();
#else
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
#endif
}

// Stops early when the reader goes away: its exit code says why.
void writeAll(int descriptor, std::string_view bytes) {
    std::signal(SIGPIPE, SIG_IGN); // after the child has started: it keeps the default
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
}

// The child reads its stdin from `input` and shares our stdout and stderr, so that there is nothing to copy,
// and no two full pipes that wait for each other. Returns 0 or an error number.
int startReading(const std::array<int, 2>& input, std::array<const char*, 7> command, pid_t& child) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    for (const int end : input)
        if (end != STDIN_FILENO)
            posix_spawn_file_actions_addclose(&actions, end);
    const int error =
        posix_spawn(&child, command[0], &actions, nullptr, const_cast<char**>(command.data()), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

int printPicture(std::string_view svg, const std::string& format, double scale) {
    const std::string program = ownFolder() / "espalier-draw", factor = std::to_string(scale);
    const auto failed = [&](const std::string& why, const char* hint) {
        return fail({"the picture could not be made: " + why, program, hint});
    };
    std::array<int, 2> input{};
    if (pipe(input.data()) != 0)
        return failed(std::strerror(errno), "");
    pid_t child = 0;
    const int error = startReading(
        input, {program.c_str(), "render", "--format", format.c_str(), "--scale", factor.c_str(), nullptr},
        child);
    close(input[0]);
    if (error == 0)
        writeAll(input[1], svg);
    close(input[1]);
    if (error != 0)
        return failed(std::strerror(error), "install espalier and espalier-draw side by side");
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return failed(std::strerror(errno), "");
    if (WIFSIGNALED(status))
        return failed(std::string("it was ended by a signal: ") + strsignal(WTERMSIG(status)),
                      "SVG needs no other program; or show less and try again");
    return WEXITSTATUS(status) == 0 ? 0 : 2; // it has said why itself
}

} // namespace espalier::cli
