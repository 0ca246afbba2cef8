// Reads checked values out of JSON that may come from anywhere.
#pragma once

#include "graph/layout/layout.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace espalier::ui {

// One object. What is missing leaves the value as it is; the first thing that is wrong is kept as the error,
// with the names of the objects around it.
class JsonReader {
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
public:
    // `path`: how its place in the whole is called, empty at the top. `problem` outlives the readers.
    JsonReader(QJsonObject object, QString path, std::optional<QString>& problem)
        : object_(std::move(object))
        , path_(std::move(path))
        , problem_(problem) {}

    [[nodiscard]] JsonReader child(const char* name) const; // empty if missing
    [[nodiscard]] bool has(const char* name) const { return object_.contains(QLatin1String(name)); }

    void read(const char* name, bool& value) const;
    void read(const char* name, std::string& value) const;
    void read(const char* name, QString& value) const;
    void read(const char* name, double& value, double least, double most) const;
    void read(const char* name, int& value, int least, int most) const;
    void read(const char* name, std::size_t& value, int least, int most) const;
    void read(const char* name, graph::Point& value) const;
    void read(const char* name, std::set<std::string>& value) const;
    void read(const char* name, std::map<std::string, std::string>& value) const;
    void read(const char* name, std::map<std::string, graph::Point>& value) const;
    // One of `words`, as its position.
    template <class Enum>
    void read(const char* name, Enum& value, std::span<const char* const> words) const {
        value = static_cast<Enum>(choice(name, words, static_cast<int>(value)));
    }

private:
    [[nodiscard]] QJsonValue value(const char* name, QJsonValue::Type type, const QString& expected) const;
    [[nodiscard]] int choice(const char* name, std::span<const char* const> words, int usual) const;
    std::optional<graph::Point> point(const QString& name, const QJsonValue& value) const;
    void fail(const QString& name, const QString& expected) const;

    QJsonObject object_;
    QString path_;
    std::optional<QString>& problem_;
};

} // namespace espalier::ui
