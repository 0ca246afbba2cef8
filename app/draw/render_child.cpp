#include "app/draw/children.h"
#include "graph/render/render.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <iterator>

namespace espalier::draw {
namespace {

int fail(const facts::Error& error) {
    std::fprintf(stderr, "espalier: %s\n", error.text().c_str());
    return 2;
}

} // namespace

int renderChild(const std::string& format, double scale) {
    const std::string svg{std::istreambuf_iterator<char>(std::cin), {}};
    const auto picture = format == "pdf" ? graph::svgToPdf(svg) : graph::svgToPng(svg, scale);
    if (!picture)
        return fail(picture.error());
    const bool written = std::fwrite(picture->data(), 1, picture->size(), stdout) == picture->size();
    if (!written || std::fflush(stdout) != 0)
        return fail({std::string("the picture could not be written: ") + std::strerror(errno), "", ""});
    return 0;
}

} // namespace espalier::draw
