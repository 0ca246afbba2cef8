#include "app/gui/session.h"
#include "ui/settings.h"
#include "ui/translation.h"
#include "ui/window/plain_words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace {

struct Program { // the context of these texts for translators
    Q_DECLARE_TR_FUNCTIONS(Program)
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName("espalier");
    QCoreApplication::setOrganizationName("espalier");
    QCoreApplication::setApplicationVersion(ESPALIER_VERSION);
    QGuiApplication::setApplicationDisplayName("Espalier");
    QGuiApplication::setDesktopFileName("espalier");

    espalier::ui::installTranslation(espalier::ui::settings::language());

    QCommandLineParser arguments;
    arguments.setApplicationDescription(
        Program::tr("Explores the module dependencies of a Python code base."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument("PATH", Program::tr("Folder with Python code to open."), "[PATH]");
    arguments.addPositionalArgument("VIEW", Program::tr("File or link (espalier://…) of a view to show."),
                                    "[VIEW]");
    const QCommandLineOption store(
        "store", Program::tr("The store's file; default: below your cache directory."), "FILE");
    arguments.addOption(store);
    arguments.process(application);

    espalier::ui::PlainWords plainWords;
    application.installEventFilter(&plainWords);
    espalier::ui::MainWindow window;
    espalier::gui::Session session(window, QDir(QCoreApplication::applicationDirPath()),
                                   arguments.value(store));
    window.show();
    for (const QString& given : arguments.positionalArguments()) {
        const QUrl url(given); // as file managers hand it over
        const QString argument = url.isLocalFile() ? url.toLocalFile() : given;
        if (espalier::ui::isViewLink(argument) || QFileInfo(argument).isFile())
            session.openView(argument);
        else
            session.open(argument);
    }
    return QApplication::exec();
}
