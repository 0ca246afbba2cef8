#include "app/gui/session.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName("espalier");
    QCoreApplication::setOrganizationName("espalier");
    QCoreApplication::setApplicationVersion(ESPALIER_VERSION);
    QGuiApplication::setApplicationDisplayName("Espalier");
    QGuiApplication::setDesktopFileName("espalier");

    QCommandLineParser arguments;
    arguments.setApplicationDescription("Explores the module dependencies of a Python code base.");
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument("PATH", "Folder with Python code to open.", "[PATH]");
    const QCommandLineOption store("store", "The store's file; default: below your cache directory.", "FILE");
    arguments.addOption(store);
    arguments.process(application);

    espalier::ui::MainWindow window;
    espalier::gui::Session session(window, QDir(QCoreApplication::applicationDirPath()),
                                   arguments.value(store));
    window.show();
    if (!arguments.positionalArguments().isEmpty())
        session.open(arguments.positionalArguments().constFirst());
    return QApplication::exec();
}
