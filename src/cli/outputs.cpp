#include "cli/outputs.h"

#include "base/target.h"
#include "cli/tr.h"
#include "workspace/county_files.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace junheng::cli {

namespace {

std::unexpected<base::Error> refused(const char* code, const QString& message, const QString& file = {}) {
    return std::unexpected(base::Error{.code = QLatin1StringView(code), .message = message, .place = {.file = file}});
}

base::Outcome checkFolder(const QString& folder) {
    QFileInfo nearest(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    while (!nearest.exists() && !nearest.isSymLink() && !nearest.isRoot())
        nearest = QFileInfo(nearest.path());
    if (!nearest.isDir())
        return refused("file.not_a_folder",
                       tr("“%1”不是文件夹，不能在里面写文件；请换一个位置。").arg(nearest.filePath()), folder);
    const auto inside = base::findTarget(QDir(nearest.filePath()).filePath(QStringLiteral(".junheng.tmp")));
    if (inside)
        return {};
    base::Error error = inside.error();
    error.place.file = folder;
    return std::unexpected(error);
}

base::Outcome refuseExisting(const QStringList& files) {
    if (files.isEmpty())
        return {};
    if (files.size() == 1)
        return refused("output.exists", tr("文件已经存在，没有覆盖；如要替换，请加 --force，或换一个文件名。"),
                       files.first());
    return refused("output.exists", tr("%1 等 %2 个文件已经存在，没有覆盖；如要替换，请加 --force，或换文件名。")
                                        .arg(files.first())
                                        .arg(files.size()));
}

} // namespace

OptionSpec forceOption() {
    return {.name = QStringLiteral("force"), .value = {}, .help = tr("要写的文件已经存在时替换它；不写则拒绝")};
}

base::Outcome checkDistinct(const QStringList& targets, const QStringList& inputs) {
    QHash<QString, QString> taken;
    for (const QString& input : inputs)
        taken.insert(base::fileIdentity(input), {});
    taken.remove({});
    for (const QString& target : targets) {
        const QString identity = base::fileIdentity(target);
        if (identity.isEmpty())
            continue;
        if (const auto before = taken.constFind(identity); before != taken.cend() && !before->isEmpty())
            return refused("usage.same_file", tr("两种文件不能都写到“%1”；请换一个文件名。").arg(target));
        if (taken.contains(identity))
            return refused("usage.same_file",
                           tr("“%1”是要读取的县级文件，或属于它，不能又写到它上面；请换一个文件名。").arg(target));
        if (workspace::isCountyFile(target))
            return refused("usage.same_file", tr("“%1”是县级文件，不能用别的文件替换它；请换一个文件名。").arg(target));
        taken.insert(identity, target);
    }
    return {};
}

base::Outcome checkOutputs(const Outputs& outputs) {
    const QStringList folders = outputs.folder.isEmpty() ? QStringList() : QStringList{outputs.folder};
    if (const auto different = checkDistinct(outputs.files + folders, outputs.inputs); !different)
        return different;
    if (const auto folder = folders.isEmpty() ? base::Outcome() : checkFolder(outputs.folder); !folder)
        return folder;
    QStringList there;
    for (const QString& target : outputs.files) {
        const auto found = base::findTarget(target);
        const bool isProtected = !found && found.error().code == QStringLiteral("file.protected");
        if (!outputs.force && (isProtected || (found && found->exists)))
            there << target;
        else if (!found)
            return std::unexpected(found.error());
    }
    return refuseExisting(there);
}

} // namespace junheng::cli
