#include "ui/tasks/sample_county.h"

#include "base/job.h"
#include "standard/library.h"
#include "ui/widgets/tr.h"
#include "workspace/import_plan.h"
#include "workspace/imports.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSampleYear = 2025;

// The user's own folder of the program, or the folder for temporary files where that cannot be made.
QDir sampleFolder() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return folder.mkpath(u"."_s) ? folder : QDir::temp();
}

base::Error cannotWrite(const QString& path) {
    return {.code = u"file.write"_s,
            .message = tr("不能写示例县的文件。请检查磁盘空间和文件夹权限。"),
            .place = {.file = QDir::toNativeSeparators(path)}};
}

base::Outcome fill(workspace::Workspace& workspace) {
    // The reader wants a file on disk.
    const QTemporaryDir folder;
    const QString book = folder.filePath(tr("示例县数据表.xlsx"));
    if (!QFile::copy(u":/junheng/samples/demo-county.xlsx"_s, book))
        return std::unexpected(cannotWrite(book));
    const auto preview = workspace::planImport({book}, workspace.data(), workspace.standard(), false, base::Job{});
    if (!preview)
        return std::unexpected(preview.error());
    return workspace.imports().commit(*preview);
}

// Under another name until it is whole, so that an interrupted start leaves no empty sample behind.
base::Outcome makeSample(const QString& path) {
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished);
    workspace::Workspace maker;
    const model::County county{.code = u"990101"_s, .name = tr("示例县")};
    base::Outcome made = maker.create(unfinished, county, standard::defaultStandardId(), kSampleYear);
    if (made)
        made = fill(maker);
    maker.close();
    if (made && !QFile::rename(unfinished, path))
        made = std::unexpected(cannotWrite(path));
    if (!made)
        QFile::remove(unfinished);
    return made;
}

} // namespace

base::Outcome openSampleCounty(workspace::Workspace& workspace) {
    const QString path = sampleFolder().filePath(tr("示例县.junheng"));
    if (workspace.isOpen() && workspace.path() == path)
        return {};
    if (!QFile::exists(path)) {
        if (const auto made = makeSample(path); !made)
            return made;
    }
    return workspace.open(path);
}

} // namespace junheng::ui
