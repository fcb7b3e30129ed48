// junheng-desk-bench [NAME...]: the benchmarks of the desk, all or by name, on the offscreen platform.
// With --start FILE it is the start that is measured.
#include "bench.h"

#include "standard/library.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/application_rules.h"
#include "ui/widgets/theme.h"
#include "workspace/imports.h"

#include <QApplication>
#include <QListWidget>
#include <QProcess>
#include <QStackedWidget>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace junheng::bench {

namespace {

constexpr int kSchools = 300;

bool writeCounty(const QString& file, const QString& book) {
    workspace::Workspace workspace;
    workspace::ImportPreview all;
    all.changes = makeFullCounty(kSchools);
    return workspace.create(file, {.code = u"990101"_s, .name = u"示例县"_s}, standard::defaultStandardId(), 2025) &&
           workspace.imports().commit(all) && workspace.reports().writeTemplate(book, true);
}

struct Desk {
    Desk() : window(workspace, {}) {
        window.resize(1366, 768);
        window.show();
    }
    workspace::Workspace workspace;
    ui::MainWindow window;
};

// The desk on a county file, drawn once.
int start(const QString& file) {
    Desk desk;
    desk.window.tasks().files.openPath(file);
    return desk.window.grab().isNull() || !desk.workspace.isOpen() ? 1 : 0;
}

void quietly(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(-1);
}

double secondsOf(const QString& program, const QStringList& arguments) {
    return fastestSeconds([&] { quietly(program, arguments); }, 0);
}

void benchStart(const QString& file, const QString& book, const QString& folder) {
    const double ours = secondsOf(QCoreApplication::applicationFilePath(), {u"--start"_s, file});
    const double theirs = secondsOf(u"soffice"_s, {u"--headless"_s, u"--norestore"_s,
                                                   u"-env:UserInstallation=file://"_s + folder + u"/profile"_s,
                                                   u"--convert-to"_s, u"csv"_s, u"--outdir"_s, folder, book});
    printRatio("start on a county / LibreOffice loading its workbook", ours, theirs, 0.2);
}

// A figure typed until the verdict and the page are new, against painting the page as it is.
void benchEdit(const QString& file) {
    Desk desk;
    desk.window.tasks().files.openPath(file);
    auto* navigation = desk.window.findChild<QListWidget*>(u"navigation"_s);
    auto* pages = desk.window.findChild<QStackedWidget*>();
    const model::CellKey cell{
        .subject = {.level = model::Level::Section, .school = u"9900000001"_s, .part = u"primary"_s},
        .item = &model::ItemDictionary::builtIn().at(u"pupils")};
    for (int row = 0; row < navigation->count(); ++row) {
        navigation->setCurrentRow(row);
        QCoreApplication::processEvents();
        const double repaint = fastestSeconds([&] { pages->currentWidget()->grab(); });
        int pupils = 500;
        const double edit = fastestSeconds([&] {
            pupils = pupils == 500 ? 501 : 500;
            if (!desk.workspace.edit({{.cell = cell, .text = QString::number(pupils)}}))
                std::abort();
            QCoreApplication::processEvents();
        });
        const QByteArray what = "an edit on " + navigation->item(row)->text().toUtf8() + " / painting the page";
        printRatio(what.constData(), edit, repaint, 2);
    }
}

int benchDesk(const QStringList& wanted) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"county.junheng"_s);
    const QString book = folder.filePath(u"county.xlsx"_s);
    if (!writeCounty(file, book)) {
        std::puts("the county could not be made");
        return 1;
    }
    if (wanted.isEmpty() || wanted.contains(u"start"))
        benchStart(file, book, folder.path());
    if (wanted.isEmpty() || wanted.contains(u"edit"))
        benchEdit(file);
    if (wanted.isEmpty() || wanted.contains(u"grid"))
        benchGrid();
    if (wanted.isEmpty() || wanted.contains(u"dossiers"))
        benchDossiers();
    return 0;
}

} // namespace

} // namespace junheng::bench

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Junheng"_s);
    QApplication::setApplicationName(u"JunhengBench"_s);
    junheng::ui::applyTheme(application);
    junheng::ui::applyRules(application);
    const QStringList arguments = QCoreApplication::arguments();
    return arguments.value(1) == u"--start" ? junheng::bench::start(arguments.value(2))
                                            : junheng::bench::benchDesk(arguments.mid(1));
}
