#include "graph/render/render.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <cairo.h>
#include <cmath>
#include <librsvg/rsvg.h>
#include <memory>

namespace espalier::graph {
namespace {

using facts::Error;

constexpr double kMostPixels = 16000, kMostPoints = 14400;

struct Release {
    void operator()(RsvgHandle* p) const { g_object_unref(p); }
    void operator()(cairo_surface_t* p) const { cairo_surface_destroy(p); }
    void operator()(cairo_t* p) const { cairo_destroy(p); }
};
using Handle = std::unique_ptr<RsvgHandle, Release>;
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Context = std::unique_ptr<cairo_t, Release>;

Error taken(GError* error, const char* what) {
    std::string text = what;
    if (error != nullptr) {
        text += std::string(": ") + error->message;
        g_error_free(error);
    }
    return {text, "", ""};
}

struct Loaded {
    Handle handle;
    double width = 0, height = 0;
};

facts::Result<Loaded> load(std::string_view svg) {
    GError* error = nullptr;
    Loaded loaded;
    loaded.handle.reset(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (!loaded.handle)
        return taken(error, "the picture is no valid SVG");
    if (rsvg_handle_get_intrinsic_size_in_pixels(loaded.handle.get(), &loaded.width, &loaded.height) == 0 ||
        loaded.width < 1 || loaded.height < 1)
        return Error{"the SVG has no size", "", ""};
    return loaded;
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

facts::Status draw(const Loaded& loaded, cairo_t* context, double width, double height) {
    GError* error = nullptr;
    const RsvgRectangle area{0, 0, width, height};
    if (rsvg_handle_render_document(loaded.handle.get(), context, &area, &error) == 0)
        return taken(error, "the picture could not be drawn");
    return facts::Done{};
}

facts::Status checked(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        return Error{std::string("the picture could not be drawn: ") + cairo_status_to_string(status), "",
                     ""};
    return facts::Done{};
}

} // namespace

facts::Result<std::string> svgToPng(std::string_view svg, double scale) {
    auto loaded = load(svg);
    if (!loaded)
        return loaded.error();
    const double width = std::ceil(loaded->width * scale), height = std::ceil(loaded->height * scale);
    if (!(width >= 1 && height >= 1 && width <= kMostPixels && height <= kMostPixels))
        return Error{"the picture would have " + std::to_string(static_cast<long long>(width)) + " × " +
                         std::to_string(static_cast<long long>(height)) +
                         " pixels; at most 16000 a side are possible",
                     "", "choose a smaller scale, or SVG or PDF"};
    const Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
    const Context context(cairo_create(surface.get()));
    if (auto status = draw(*loaded, context.get(), width, height); !status)
        return status.error();
    std::string png;
    if (auto status = checked(cairo_surface_write_to_png_stream(surface.get(), append, &png)); !status)
        return status.error();
    return png;
}

facts::Result<std::string> svgToPdf(std::string_view svg) {
    auto loaded = load(svg);
    if (!loaded)
        return loaded.error();
    // A CSS pixel is three quarters of a point.
    const double shrink = std::min(0.75, kMostPoints / std::max(loaded->width, loaded->height));
    const double width = loaded->width * shrink, height = loaded->height * shrink;
    std::string pdf;
    {
        const Surface surface(cairo_pdf_surface_create_for_stream(append, &pdf, width, height));
        const Context context(cairo_create(surface.get()));
        if (auto status = draw(*loaded, context.get(), width, height); !status)
            return status.error();
        cairo_surface_finish(surface.get());
        if (auto status = checked(cairo_surface_status(surface.get())); !status)
            return status.error();
    }
    return pdf;
}

} // namespace espalier::graph
