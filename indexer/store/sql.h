// SQLite's C API behind two small owners. The only place in the program, with the rest of this folder, that
// knows it. One connection belongs to one thread.
#pragma once

#include "indexer/facts/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace espalier::store {

class Connection;

// A prepared statement. Parameters and columns count from 1 and 0, as in SQLite. Bound text is copied by
// step()'s end at the latest, so a view has to live until then.
class Statement {
public:
    Statement() = default;
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view blob);
    Statement& bindNull(int parameter);

    enum class Step : std::uint8_t { Row, Done, Failed };
    [[nodiscard]] Step step();
    // Steps a statement that gives no rows, and resets it for the next use.
    [[nodiscard]] bool run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::string_view blob(int column) const; // until the next step

private:
    friend class Connection;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Connection {
public:
    enum class Mode : std::uint8_t { Read, Write };
    [[nodiscard]] static facts::Result<Connection> open(const std::string& path, Mode mode);

    // An empty statement after a failure; its steps fail.
    [[nodiscard]] Statement prepare(std::string_view sql);
    [[nodiscard]] bool execute(const char* sql);
    std::int64_t pragma(const char* sql); // the first column of the first row; -1 on failure

    // The last failure in words for a person: what, this store's path, what to do.
    [[nodiscard]] facts::Error error() const;
    // Whether the last failure says that the file's content is unusable, rather than that it may not be
    // written.
    [[nodiscard]] bool damaged() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
    std::string path_;
};

// A store whose content is not as it was written.
[[nodiscard]] facts::Error damagedError(const std::string& path);

} // namespace espalier::store
