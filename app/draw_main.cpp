#include "app/draw/children.h"

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    CLI::App app("Draws for espalier and espalier-gui, as their child process.", "espalier-draw");
    app.set_version_flag("--version", "espalier-draw " ESPALIER_VERSION);
    app.require_subcommand(1);
    const CLI::App* layout = app.add_subcommand("layout", "Lay out what stdin asks for, one JSON job a line");
    CLI::App* render = app.add_subcommand("render", "SVG on stdin to a picture on stdout");
    std::string format = "png";
    double scale = 1;
    render->add_option("--format", format, "png or pdf")->check(CLI::IsMember({"png", "pdf"}));
    render->add_option("--scale", scale, "Of a PNG: 2 means twice the pixels")->check(CLI::Range(0.1, 10.0));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return layout->parsed() ? espalier::draw::layoutChild() : espalier::draw::renderChild(format, scale);
}
