// SPDX-License-Identifier: Apache-2.0
#include "desktop/endsignals.h"
#include "desktop/firstpaint.h"
#include "desktop/unattended.h"
#include "operations/session.h"
#include "ui/artifact/services.h"
#include "ui/jobs/jobrunner.h"
#include "ui/jobs/keychain.h"
#include "ui/jobs/transferqueue.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/singleinstance.h"
#include "ui/text/translations.h"
#include "ui/widgets/settings.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/userprompts.h"

#include <csignal>
#include <memory>

#include <QApplication>
#include <QCommandLineParser>

namespace {

/// What the program is started with.
struct Arguments {
    QStringList paths;
    bool unattended = false;
    QString target;
    QString picture;
};

Arguments parseArguments(const QApplication &application)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("main", text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP(
        "main", "Packages AI models as ModelPack artifacts and moves them to and from OCI registries.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("path"),
                                 say(QT_TRANSLATE_NOOP("main", "A model folder or a *.modelcrate.json package.")),
                                 QStringLiteral("[path]"));
    const QCommandLineOption publish(
        QStringLiteral("publish-to"),
        say(QT_TRANSLATE_NOOP("main", "Publish the path through the window, print reference and digest, and end.")),
        QStringLiteral("location"));
    const QCommandLineOption picture(QStringLiteral("picture"),
                                     say(QT_TRANSLATE_NOOP("main", "With --publish-to: save a picture of the window.")),
                                     QStringLiteral("file"));
    parser.addOptions({publish, picture});
    parser.process(application);
    return {parser.positionalArguments(), parser.isSet(publish), parser.value(publish), parser.value(picture)};
}

} // namespace

int main(int argc, char **argv)
{
    using namespace modelcrate;
    // A peer that goes away is told by write(), not by a signal.
    std::signal(SIGPIPE, SIG_IGN);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("modelcrate"));
    QApplication::setOrganizationName(QStringLiteral("modelcrate"));
    QApplication::setApplicationVersion(QStringLiteral(MODELCRATE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.modelcrate.Modelcrate"));
    // Reads its file here, where no window waits for it: the first thing that is painted, and the first text that is
    // said, are in the theme and the language that stand in it. Nothing else on this thread touches the file.
    Settings settings;
    Translations translations;
    const auto followLanguage = [&] { translations.use(settings.language()); };
    followLanguage();
    QObject::connect(&settings, &Settings::changed, &application, followLanguage);
    const auto arguments = parseArguments(application);
    SingleInstance instance;
    if (!arguments.unattended && instance.start(arguments.paths) == SingleInstance::Role::HandedOver)
        return 0;

    Theme::instance().apply(settings.theme());
    setSizeUnits(settings.sizeUnits());
    Keychain keychain;
    Session session({.vault = &keychain});
    JobRunner jobs;
    TransferQueue transfers(session, jobs);
    transfers.setParallel(settings.parallelTransfers());
    transfers.setRateLimit(ByteCount(settings.rateLimit()));
    DialogPrompts prompts;
    Services services{session, jobs, transfers, settings, prompts};

    EndSignals endSignals;
    MainWindow window(services);
    QObject::connect(&endSignals, &EndSignals::received, &window, &MainWindow::endOrderly);
    std::unique_ptr<UnattendedRun> unattended;
    if (arguments.unattended) {
        unattended = std::make_unique<UnattendedRun>(window, services, arguments.target, arguments.picture);
        window.resize(1440, 900); // of the picture, whatever size the user left the window in
    } else {
        window.recover();
    }
    QObject::connect(&instance, &SingleInstance::opened, &window, [&window](const QStringList &paths) {
        bringToFront(window);
        for (const auto &path : paths)
            window.open(path);
    });
    FirstPaint::watch(window);
    window.show();
    for (const auto &path : arguments.paths)
        window.open(path);
    const int exitCode = QApplication::exec();
    return endSignals.exitCode().value_or(exitCode);
}
