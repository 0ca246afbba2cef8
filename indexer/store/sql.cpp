#include "indexer/store/sql.h"

#include <sqlite3.h>

#include <filesystem>

namespace espalier::store {
namespace {

constexpr int kBusyMs = 5'000;

// "%", "?" and "#" have a meaning in SQLite's file URIs.
std::string uri(const std::string& path, std::string_view parameters) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', kHex[byte >> 4], kHex[byte & 15]};
        } else {
            out += c;
        }
    }
    return out.append(parameters);
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}
void Connection::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view blob) {
    sqlite3_bind_blob64(statement_.get(), parameter, blob.data() ? blob.data() : "", blob.size(),
                        SQLITE_STATIC);
    return *this;
}

Statement& Statement::bindNull(int parameter) {
    sqlite3_bind_null(statement_.get(), parameter);
    return *this;
}

Statement::Step Statement::step() {
    switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        return Step::Failed;
    }
}

bool Statement::run() {
    const bool ok = step() == Step::Done;
    reset();
    return ok;
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size))
                : std::string_view();
}

facts::Result<Connection> Connection::open(const std::string& path, Mode mode) {
    Connection connection;
    connection.path_ = path;
    const auto tryOpen = [&](const std::string& name, int flags) {
        sqlite3* raw = nullptr;
        const int code =
            sqlite3_open_v2(name.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
        connection.database_.reset(raw);
        sqlite3_extended_result_codes(raw, 1);
        sqlite3_busy_timeout(raw, kBusyMs);
        return code == SQLITE_OK;
    };
    if (mode == Mode::Write) {
        if (!tryOpen(uri(path, ""), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE))
            return connection.error();
        return connection;
    }
    // In WAL mode even a reader writes: the -shm file, and at its end it clears the log away if it is the
    // last one, which a read-only connection would leave lying about. Where the folder does not allow that
    // and no log is left, the file cannot be changing and may be read as it is.
    for (const int flags : {SQLITE_OPEN_READWRITE, SQLITE_OPEN_READONLY})
        if (tryOpen(uri(path, ""), flags) &&
            connection.execute("PRAGMA query_only = 1; PRAGMA synchronous = OFF") &&
            connection.pragma("PRAGMA schema_version") >= 0)
            return connection;
    const int code = sqlite3_extended_errcode(connection.database_.get()) & 0xff;
    std::error_code ignored;
    if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) ||
        std::filesystem::exists(path + "-wal", ignored) ||
        !tryOpen(uri(path, "?immutable=1"), SQLITE_OPEN_READONLY) ||
        connection.pragma("PRAGMA schema_version") < 0)
        return connection.error();
    return connection;
}

Statement Connection::prepare(std::string_view sql) {
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
    Statement statement;
    statement.statement_.reset(raw);
    return statement;
}

bool Connection::execute(const char* sql) {
    return sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::int64_t Connection::pragma(const char* sql) {
    Statement statement = prepare(sql);
    return statement.step() == Statement::Step::Row ? statement.integer(0) : -1;
}

bool Connection::damaged() const {
    const int code = sqlite3_extended_errcode(database_.get());
    // A file cut short gives SQLITE_IOERR_SHORT_READ here and there; SQLITE_ERROR: a table is missing.
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB ||
           (code & 0xff) == SQLITE_ERROR || code == SQLITE_IOERR_SHORT_READ;
}

facts::Error Connection::error() const {
    if (damaged())
        return damagedError(path_);
    const int code = sqlite3_extended_errcode(database_.get());
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {"the disk is full", path_, "make room, or choose another place with --store FILE"};
    case SQLITE_READONLY:
        return {"the store is on a read-only file system or may not be written", path_,
                "choose another place with --store FILE"};
    case SQLITE_CANTOPEN:
        return {"cannot open the store", path_,
                "check the folder's permissions, or choose another place with --store FILE"};
    case SQLITE_BUSY:
        return {"the store is in use by another program", path_, "try again later"};
    default:
        return {std::string("the store failed: ") + sqlite3_errmsg(database_.get()), path_, ""};
    }
}

facts::Error damagedError(const std::string& path) {
    return {"the store is damaged", path, "index again: it will be rebuilt, nothing is lost"};
}

} // namespace espalier::store
