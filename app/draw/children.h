// The work of the program espalier-draw: what needs Graphviz, librsvg or cairo. It is a program of its own
// because these load fifty shared libraries, which would make up most of the start of every other command,
// and because Graphviz may crash, hang or exit().
#pragma once

#include <string>

namespace espalier::draw {

// Lays out what it reads, until its stdin ends: see app/project/layout_protocol.h. Returns the exit code.
// A job has 20 s of processor time, the process 2 GiB of memory; on Linux it dies with its parent.
int layoutChild();

// SVG on stdin to a picture on stdout; `format` is "png" or "pdf", `scale` counts for PNG. Returns the exit
// code: 0, or 2 with the reason on stderr.
int renderChild(const std::string& format, double scale);

} // namespace espalier::draw
