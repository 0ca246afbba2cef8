#include "app/gui/memory_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace espalier::gui {
namespace {

struct MemoryFile {
    Q_DECLARE_TR_FUNCTIONS(MemoryFile)
};

constexpr int kHashChars = 16;
constexpr int kMostAside = 100;

facts::Error problemWith(const QFileDevice& file, const QString& what, const QString& hint) {
    return {(what + ": " + file.errorString()).toStdString(), file.fileName().toStdString(),
            hint.toStdString()};
}

// Where the file now is; empty if it could not be moved.
QString moveAside(const QString& path) {
    for (int i = 1; i <= kMostAside; ++i) {
        const QString aside = path + (i == 1 ? QString(".broken") : QString(".broken%1").arg(i));
        if (!QFile::exists(aside))
            return QFile::rename(path, aside) ? aside : QString();
    }
    return {};
}

} // namespace

QString memoryPath(const QString& root) {
    const QByteArray hash = QCryptographicHash::hash(root.toUtf8(), QCryptographicHash::Sha1).toHex();
    const QString name = QFileInfo(root).fileName() + "-" + QString::fromLatin1(hash.left(kHashChars));
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath("projects/" + name + ".json");
}

MemoryRead readMemory(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{},
                problemWith(file, MemoryFile::tr("What was kept for this project can't be read"),
                            MemoryFile::tr("Nothing will be kept until this is mended")),
                false};
    auto memory = ui::memoryFromFile(file.readAll(), path);
    if (memory)
        return {std::move(*memory), {}, true};
    file.close();
    facts::Error problem = memory.error();
    const QString aside = moveAside(path);
    problem.hint = (aside.isEmpty() ? MemoryFile::tr("Nothing will be kept until the file is moved away")
                                    : MemoryFile::tr("The file was put aside as %1").arg(aside))
                       .toStdString();
    return {{}, std::move(problem), !aside.isEmpty()};
}

facts::Status writeMemory(const QString& path, const ui::ProjectMemory& before, const ui::ProjectMemory& now,
                          const QString& root) {
    QDir().mkpath(QFileInfo(path).path());
    QLockFile lock(path + ".lock");
    (void)lock.tryLock(kLockMs); // where it can't be had, writing alone is better than losing it all
    const bool there = QFile::exists(path);
    MemoryRead kept = readMemory(path);
    if (!kept.mayWrite)
        return *kept.problem;
    QSaveFile file(path);
    const bool goesOn = there && !kept.problem;
    const QByteArray content =
        ui::toFile(goesOn ? ui::withChanges(std::move(kept.memory), before, now) : now, root);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return problemWith(file, MemoryFile::tr("What you did in this project could not be kept"),
                           MemoryFile::tr("Make room, or make the folder writable"));
    return facts::Done{};
}

facts::Result<ui::SavedView> readView(const QString& fileOrLink) {
    if (ui::isViewLink(fileOrLink))
        return ui::viewFromLink(fileOrLink);
    QFile file(fileOrLink);
    if (!file.open(QIODevice::ReadOnly))
        return problemWith(file, MemoryFile::tr("This view can't be read"), {});
    return ui::viewFromFile(file.read(ui::kMostViewBytes + 1), fileOrLink);
}

} // namespace espalier::gui
