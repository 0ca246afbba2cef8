#include "indexer/store/store_file.h"

#include <array>
#include <filesystem>
#include <fstream>

namespace espalier::store {
namespace {

namespace fs = std::filesystem;

// Whether the file is a store of ours, judged without SQLite, which may refuse a damaged one. An empty file
// is fine.
bool isOurs(const std::string& path, const Format& format) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return true;
    if (!fs::is_regular_file(status)) // a pipe would never open, and a device must not be deleted
        return false;
    if (fs::file_size(path, error) == 0 || hasLockFile(path))
        return true;
    std::array<char, 72> head{};
    std::ifstream in(path, std::ios::binary);
    in.read(head.data(), head.size());
    std::int64_t id = 0; // big-endian, at byte 68 of SQLite's file header
    for (std::size_t i = 68; i < head.size(); ++i)
        id = id << 8 | static_cast<unsigned char>(head[i]);
    return std::string_view(head.data(), 15) == "SQLite format 3" && id == format.applicationId;
}

facts::Status deleteFiles(const std::string& path) {
    for (const char* suffix : {"-wal", "-shm", ""}) {
        std::error_code error;
        fs::remove(path + suffix, error);
        if (error)
            return facts::Error{"cannot delete the old store: " + error.message(), path + suffix,
                                "delete it by hand, or choose another place with --store FILE"};
    }
    return facts::Done{};
}

} // namespace

facts::Result<StoreFile> StoreFile::open(const std::string& path, const Format& format,
                                         std::int64_t maxPages) {
    std::error_code error;
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::create_directories(folder, error) && error)
        return facts::Error{"cannot make the store's folder: " + error.message(), folder.string(),
                            "choose another place with --store FILE"};
    if (!isOurs(path, format))
        return facts::Error{"not a store of Espalier; it is left alone", path,
                            "give another file with --store FILE"};
    auto lock = Lock::acquire(path);
    if (!lock)
        return lock.error();
    StoreFile file(path, format, std::move(*lock), maxPages);
    if (auto status = file.connect(); !status)
        return status.error();
    return file;
}

facts::Status StoreFile::connect() {
    auto connection = Connection::open(path_, Connection::Mode::Write);
    if (!connection)
        return connection.error();
    connection_ = std::move(*connection);
    const std::int64_t version = connection_->pragma("PRAGMA user_version");
    if (version > format_.version)
        return versionError(path_, version, format_);
    const std::int64_t tables = version < 0 ? -1 : connection_->pragma("SELECT count(*) FROM sqlite_master");
    if (tables < 0 && !connection_->damaged())
        return connection_->error();
    if (tables < 0 || (tables > 0 && version != format_.version))
        return rebuild();
    if (maxPages_ > 0)
        connection_->pragma(("PRAGMA max_page_count = " + std::to_string(maxPages_)).c_str());
    if (tables == 0)
        if (auto status = createTables(*connection_, format_); !status)
            return status;
    // Nothing waits for the disk, which takes 1 to 30 ms each time. A failure of the power can damage the
    // store then, that of a process cannot; damage is noticed, and facts can be found again.
    if (!connection_->execute("PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 4000;"))
        return connection_->damaged() ? rebuild() : facts::Status(connection_->error());
    return facts::Done{};
}

facts::Status StoreFile::rebuild() {
    connection_.reset();
    if (auto status = deleteFiles(path_); !status)
        return status;
    return connect();
}

facts::Status StoreFile::outcome(bool ok) {
    if (ok)
        return facts::Done{};
    damaged_ = damaged_ || connection_->damaged();
    return connection_->error();
}

StoreFile::~StoreFile() {
    connection_.reset();
    if (damaged_)
        (void)deleteFiles(path_);
}

} // namespace espalier::store
