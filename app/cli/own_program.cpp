#include "app/cli/own_program.h"

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

std::string readAll(int descriptor) {
    std::string out;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count == 0 || (count < 0 && errno != EINTR))
            return out;
        out.append(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
}

using Pipe = std::array<int, 2>; // end to read from, end to write to

void closeAll(const Pipe& pipe) {
    for (const int end : pipe)
        if (end >= 0)
            close(end);
}

// The child reads its stdin from `input`, and writes its stdout to `output` if that is a pipe. Returns 0 or
// an error number.
int start(const Pipe& input, const Pipe& output, std::vector<std::string>& command, pid_t& child) {
    std::vector<char*> words;
    for (std::string& word : command)
        words.push_back(word.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    if (output[1] >= 0)
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    for (const Pipe& pipe : {input, output})
        for (const int end : pipe)
            if (end > STDERR_FILENO)
                posix_spawn_file_actions_addclose(&actions, end);
    const int error = posix_spawn(&child, words[0], &actions, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

facts::Result<ChildAnswer> runOwnProgram(const std::string& name, std::vector<std::string> arguments,
                                         std::string_view input, bool takeOutput) {
    const std::string program = ownFolder() / name;
    arguments.insert(arguments.begin(), program);
    Pipe in{-1, -1}, out{-1, -1};
    if (pipe(in.data()) != 0 || (takeOutput && pipe(out.data()) != 0)) {
        closeAll(in);
        return facts::Error{std::strerror(errno), program, {}};
    }
    pid_t child = 0;
    if (const int error = start(in, out, arguments, child); error != 0) {
        closeAll(in);
        closeAll(out);
        return facts::Error{std::strerror(error), program, "install espalier and " + name + " side by side"};
    }
    close(in[0]);
    if (takeOutput)
        close(out[1]);
    writeAll(in[1], input);
    close(in[1]);
    ChildAnswer answer;
    if (takeOutput) {
        answer.out = readAll(out[0]);
        close(out[0]);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return facts::Error{std::strerror(errno), program, {}};
    if (WIFSIGNALED(status))
        return facts::Error{
            std::string("it was ended by a signal: ") + strsignal(WTERMSIG(status)), program, {}};
    answer.code = WEXITSTATUS(status);
    return answer;
}

} // namespace espalier::cli
