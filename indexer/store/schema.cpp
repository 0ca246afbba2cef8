#include "indexer/store/schema.h"

#include <filesystem>

namespace espalier::store {

const Format kStoreFormat{0x4573706c, kSchemaVersion, R"(
        CREATE TABLE content(id INTEGER PRIMARY KEY, key BLOB NOT NULL, sum INTEGER NOT NULL,
                             imports BLOB NOT NULL);
        CREATE TABLE symbols(content INTEGER PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL);
        CREATE TABLE file(path BLOB PRIMARY KEY, kind INTEGER NOT NULL, content INTEGER, size INTEGER NOT NULL,
                          mtime INTEGER, ctime INTEGER, inode INTEGER, problems BLOB NOT NULL, sum INTEGER NOT NULL)
                          WITHOUT ROWID;
        CREATE TABLE state(id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL);)"};

facts::Status createTables(Connection& connection, const Format& format) {
    // Pages of 8 kB hold most records without overflow. The journal mode lasts in the file.
    const std::string sql = "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN;"
                            "PRAGMA application_id = " +
                            std::to_string(format.applicationId) +
                            ";PRAGMA user_version = " + std::to_string(format.version) + ";" + format.tables +
                            "COMMIT;";
    if (!connection.execute(sql.c_str()))
        return connection.error();
    return facts::Done{};
}

facts::Error versionError(const std::string& path, std::int64_t found, const Format& format) {
    const std::string what = "the store has format " + std::to_string(found) + ", this program's is " +
                             std::to_string(format.version);
    return {what, path,
            found > format.version
                ? "it was made by a newer version: use that one, or another file with --store FILE"
                : "index again: it will be rebuilt"};
}

facts::Result<Connection> openForReading(const std::string& path, const Format& format) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return facts::Error{"there is no store", path, "index the folder first"};
    if (!std::filesystem::is_regular_file(path, error)) // a pipe would never open
        return facts::Error{"not a store of Espalier", path, "give another file with --store FILE"};
    auto connection = Connection::open(path, Connection::Mode::Read);
    if (!connection)
        return connection;
    const std::int64_t version = connection->pragma("PRAGMA user_version");
    const std::int64_t application = connection->pragma("PRAGMA application_id");
    if (version < 0 || application < 0)
        return connection->error();
    if (application != format.applicationId)
        return facts::Error{"not a store of Espalier", path, "index the folder first"};
    if (version != format.version)
        return versionError(path, version, format);
    return connection;
}

} // namespace espalier::store
