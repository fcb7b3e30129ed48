// junheng: the desk.
#include "ui/dialogs/screen_questions.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/application_rules.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Junheng"_s);
    QApplication::setApplicationName(u"Junheng"_s);
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(JUNHENG_VERSION));
    junheng::ui::applyTheme(application);
    junheng::ui::applyRules(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "均衡：县域义务教育优质均衡发展自评工作站"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(u"sample"_s, QCoreApplication::translate("main", "打开示例县（第一次会先生成）"));
    parser.addOption(sample);
    parser.addPositionalArgument(u"FILE"_s, QCoreApplication::translate("main", "要打开的县级文件 (*.junheng)"),
                                 u"[FILE]"_s);
    parser.process(application);

    junheng::workspace::Workspace workspace;
    junheng::ui::MainWindow window(workspace, junheng::ui::screenQuestions());
    window.show();
    const QString file = parser.positionalArguments().value(0);
    // After the window is on the screen, so that an error finds its message bar there.
    QTimer::singleShot(0, &window, [&] {
        if (!file.isEmpty())
            window.tasks().files.openPath(file);
        else if (parser.isSet(sample))
            window.tasks().files.openSample();
    });
    return QApplication::exec();
}
