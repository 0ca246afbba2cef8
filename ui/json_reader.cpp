#include "ui/json_reader.h"

#include "ui/text.h"

#include <QJsonArray>

#include <cmath>

namespace espalier::ui {

namespace {

constexpr double kFarthest = 1e6; // pixels; no picture is that large

} // namespace

void JsonReader::fail(const QString& name, const QString& expected) const {
    if (problem_)
        return;
    const QString full = path_.isEmpty() ? name : path_ + u'.' + name;
    problem_ = tr("“%1” must be %2").arg(full, expected);
}

QJsonValue JsonReader::value(const char* name, QJsonValue::Type type, const QString& expected) const {
    const QJsonValue found = object_.value(QLatin1String(name));
    if (found.isUndefined() || found.type() == type)
        return found;
    fail(QLatin1String(name), expected);
    return QJsonValue(QJsonValue::Undefined);
}

JsonReader JsonReader::child(const char* name) const {
    const QString path = path_.isEmpty() ? QString(QLatin1String(name)) : path_ + u'.' + QLatin1String(name);
    return {value(name, QJsonValue::Object, tr("an object")).toObject(), path, problem_};
}

void JsonReader::read(const char* name, bool& out) const {
    out = value(name, QJsonValue::Bool, tr("true or false")).toBool(out);
}

void JsonReader::read(const char* name, QString& out) const {
    out = value(name, QJsonValue::String, tr("a text")).toString(out);
}

void JsonReader::read(const char* name, std::string& out) const {
    QString text = toQt(out);
    read(name, text);
    out = toUtf8(text);
}

void JsonReader::read(const char* name, double& out, double least, double most) const {
    const QString expected = tr("a number from %1 to %2").arg(least).arg(most);
    const QJsonValue found = value(name, QJsonValue::Double, expected);
    if (found.isUndefined())
        return;
    const double number = found.toDouble();
    if (!(number >= least && number <= most))
        return fail(QLatin1String(name), expected);
    out = number;
}

void JsonReader::read(const char* name, int& out, int least, int most) const {
    double number = out;
    read(name, number, least, most);
    out = static_cast<int>(number);
}

void JsonReader::read(const char* name, std::size_t& out, int least, int most) const {
    auto number = static_cast<int>(out);
    read(name, number, least, most);
    out = static_cast<std::size_t>(number);
}

std::optional<graph::Point> JsonReader::point(const QString& name, const QJsonValue& value) const {
    const QJsonArray pair = value.toArray();
    const double x = pair.at(0).toDouble(NAN), y = pair.at(1).toDouble(NAN);
    if (pair.size() == 2 && std::abs(x) <= kFarthest && std::abs(y) <= kFarthest)
        return graph::Point{x, y};
    fail(name, tr("two numbers"));
    return std::nullopt;
}

void JsonReader::read(const char* name, graph::Point& out) const {
    if (has(name))
        out = point(QLatin1String(name), object_.value(QLatin1String(name))).value_or(out);
}

void JsonReader::read(const char* name, std::set<std::string>& out) const {
    const QString expected = tr("a list of names");
    const QJsonArray list = value(name, QJsonValue::Array, expected).toArray();
    for (const QJsonValue& item : list) {
        if (!item.isString())
            return fail(QLatin1String(name), expected);
        out.insert(toUtf8(item.toString()));
    }
}

void JsonReader::read(const char* name, std::map<std::string, std::string>& out) const {
    const QString expected = tr("an object of texts");
    const QJsonObject object = value(name, QJsonValue::Object, expected).toObject();
    for (auto i = object.begin(); i != object.end(); ++i) {
        if (!i.value().isString())
            return fail(QLatin1String(name), expected);
        out[toUtf8(i.key())] = toUtf8(i.value().toString());
    }
}

void JsonReader::read(const char* name, std::map<std::string, graph::Point>& out) const {
    const QJsonObject object = value(name, QJsonValue::Object, tr("an object of points")).toObject();
    for (auto i = object.begin(); i != object.end(); ++i)
        if (const auto at = point(QStringLiteral("%1.%2").arg(QLatin1String(name), i.key()), i.value()))
            out[toUtf8(i.key())] = *at;
}

int JsonReader::choice(const char* name, std::span<const char* const> words, int usual) const {
    if (!has(name))
        return usual;
    QStringList offered;
    const QString word = object_.value(QLatin1String(name)).toString();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1String(words[i]))
            return static_cast<int>(i);
        offered << QLatin1String(words[i]);
    }
    fail(QLatin1String(name), tr("one of %1").arg(offered.join(QStringLiteral(", "))));
    return usual;
}

} // namespace espalier::ui
