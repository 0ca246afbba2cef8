#include "ui/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace espalier::ui {

namespace {

class PathReader {
public:
    explicit PathReader(const QString& text) {
        static const QRegularExpression token(QStringLiteral("[A-Za-z]|-?[0-9]*\\.?[0-9]+"));
        for (auto it = token.globalMatch(text); it.hasNext();)
            tokens_ << it.next().captured();
    }
    QPainterPath read() {
        QPainterPath path;
        while (at_ < tokens_.size()) {
            if (tokens_[at_][0].isLetter())
                command_ = tokens_[at_++][0];
            step(path);
        }
        return path;
    }

private:
    double next() { return at_ < tokens_.size() ? tokens_[at_++].toDouble() : 0; }
    QPointF point() {
        const double x = next();
        return {x, next()};
    }
    void step(QPainterPath& path) {
        const QPointF here = path.currentPosition();
        if (command_ == u'M') {
            path.moveTo(point());
            command_ = u'L'; // further pairs are lines, as SVG has it
        } else if (command_ == u'L') {
            path.lineTo(point());
        } else if (command_ == u'H') {
            path.lineTo(next(), here.y());
        } else if (command_ == u'V') {
            path.lineTo(here.x(), next());
        } else if (command_ == u'C') {
            const QPointF a = point(), b = point();
            path.cubicTo(a, b, point());
        } else if (command_ == u'Z') {
            path.closeSubpath();
        } else {
            ++at_; // not part of the subset
        }
    }

    QStringList tokens_;
    qsizetype at_ = 0;
    QChar command_ = u'L';
};

void addElement(QPainterPath& path, QStringView name, const QXmlStreamAttributes& attributes) {
    const auto value = [&](const char* key) { return attributes.value(QLatin1String(key)).toDouble(); };
    if (name == u"path") {
        path.addPath(PathReader(attributes.value(QLatin1String("d")).toString()).read());
    } else if (name == u"polyline") {
        path.addPath(PathReader(u'M' + attributes.value(QLatin1String("points")).toString()).read());
    } else if (name == u"line") {
        path.moveTo(value("x1"), value("y1"));
        path.lineTo(value("x2"), value("y2"));
    } else if (name == u"rect") {
        path.addRoundedRect(QRectF(value("x"), value("y"), value("width"), value("height")), value("rx"),
                            value("rx"));
    } else if (name == u"circle") {
        path.addEllipse(QPointF(value("cx"), value("cy")), value("r"), value("r"));
    }
}

QPainterPath readIcon(const QString& name) {
    QPainterPath path;
    QFile file(QStringLiteral(":/espalier/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return path;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement)
            addElement(path, xml.name(), xml.attributes());
    return path;
}

class LineIcon : public QIconEngine {
public:
    explicit LineIcon(QPainterPath path)
        : path_(std::move(path)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        const double scale = std::min(rect.width(), rect.height()) / 24.0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.center() + QPointF(0.5, 0.5));
        painter->scale(scale, scale);
        painter->translate(-12, -12);
        painter->strokePath(
            path_, QPen(palette.color(group, role), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new LineIcon(path_); }

private:
    QPainterPath path_;
};

} // namespace

QIcon icon(const QString& name) {
    return QIcon(new LineIcon(readIcon(name)));
}

} // namespace espalier::ui
