#include "indexer/store/schema.h"

namespace espalier::store {

facts::Status createTables(Connection& connection) {
    // Pages of 8 kB hold most records without overflow. The journal mode lasts in the file.
    const std::string sql = "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN;"
                            "PRAGMA application_id = " +
                            std::to_string(kApplicationId) +
                            ";"
                            "PRAGMA user_version = " +
                            std::to_string(kSchemaVersion) + ";" + R"(
        CREATE TABLE content(id INTEGER PRIMARY KEY, key BLOB NOT NULL, sum INTEGER NOT NULL,
                             imports BLOB NOT NULL);
        CREATE TABLE symbols(content INTEGER PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL);
        CREATE TABLE file(path BLOB PRIMARY KEY, kind INTEGER NOT NULL, content INTEGER, size INTEGER NOT NULL,
                          mtime INTEGER, ctime INTEGER, inode INTEGER, problems BLOB NOT NULL, sum INTEGER NOT NULL)
                          WITHOUT ROWID;
        CREATE TABLE state(id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL);
        COMMIT;)";
    if (!connection.execute(sql.c_str()))
        return connection.error();
    return facts::Done{};
}

facts::Error versionError(const std::string& path, std::int64_t found) {
    const std::string what = "the store has format " + std::to_string(found) + ", this program's is " +
                             std::to_string(kSchemaVersion);
    return {what, path,
            found > kSchemaVersion
                ? "it was made by a newer version: use that one, or another file with --store FILE"
                : "index again: it will be rebuilt"};
}

} // namespace espalier::store
