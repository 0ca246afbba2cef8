// The command line: `espalier COMMAND OPERANDS [PATH]`. Data goes to stdout, messages to stderr.
#pragma once

namespace espalier::cli {

// Exit codes: 0 the question was answered, 1 a check failed, 2 an error, 130 interrupted.
int run(int argc, char** argv);

} // namespace espalier::cli
