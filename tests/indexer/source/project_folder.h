// A temporary folder with a project in it, for tests.
#pragma once

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <string>

namespace espalier::tests {

class ProjectFolder {
public:
    ProjectFolder() { QDir(dir_.path()).mkdir("project"); }

    ~ProjectFolder() { std::filesystem::remove_all(dir_.path().toStdString()); } // Qt stumbles over odd names
    ProjectFolder(const ProjectFolder&) = delete;
    ProjectFolder& operator=(const ProjectFolder&) = delete;

    // The project; beside it there is room for a store and for what links lead to.
    [[nodiscard]] std::string root() const { return dir_.filePath("project").toStdString(); }
    [[nodiscard]] std::string beside(const char* name) const { return dir_.filePath(name).toStdString(); }
    [[nodiscard]] std::string path(const std::string& relative) const { return root() + "/" + relative; }

    void write(const std::string& relative, const std::string& text = "x = 1\n") const {
        std::filesystem::create_directories(std::filesystem::path(path(relative)).parent_path());
        std::ofstream(path(relative), std::ios::binary) << text;
    }
    void remove(const std::string& relative) const {
        QVERIFY(QFile::remove(QFile::decodeName(path(relative).c_str())));
    }

    // Runs git in the project with settings of its own; "" if it fails.
    QString git(const QStringList& arguments) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.insert("GIT_CONFIG_SYSTEM", "/dev/null");
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(QString::fromStdString(root()));
        process.start("git", QStringList{"-c", "user.name=T", "-c", "user.email=t@example.org"} + arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qWarning() << arguments << process.readAllStandardError();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

private:
    QTemporaryDir dir_;
};

} // namespace espalier::tests
