#include "ui/dialogs/save_dialog.h"

#include "base/target.h"
#include "ui/dialogs/go_on_box.h"
#include "ui/widgets/tr.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void warn(QWidget* parent, const QString& title, const QString& text) {
    QMessageBox box(QMessageBox::Warning, title, text, QMessageBox::NoButton, parent);
    box.setTextFormat(Qt::PlainText);
    box.addButton(tr("确定"), QMessageBox::AcceptRole);
    box.exec();
}

bool mayWrite(QWidget* parent, const QString& path, const FileQuestion& question) {
    if (!question.mayReplace)
        return true;
    const auto target = base::findTarget(path);
    if (!target) {
        base::Error error = target.error();
        error.place.file = QDir::toNativeSeparators(path);
        warn(parent, question.title, error.toString());
        return false;
    }
    return !target->exists ||
           askToGoOn(parent,
                     {.title = question.title,
                      .text = tr("“%1”已经存在。要替换它吗？原来的内容不能找回。").arg(QDir::toNativeSeparators(path)),
                      .goOn = tr("替换(&R)")});
}

} // namespace

QString withEnding(const QString& path, const FileQuestion& question) {
    static const QStringList kDocuments{u"xlsx"_s, u"xls"_s, u"et"_s,  u"ods"_s, u"csv"_s, u"pdf"_s,
                                        u"docx"_s, u"doc"_s, u"wps"_s, u"zip"_s, u"txt"_s, u"junheng"_s};
    const QString ending = QFileInfo(question.suggestion).suffix();
    QString name = path;
    while (name.endsWith(u'.'))
        name.chop(1);
    const QString typed = QFileInfo(name).suffix();
    if (ending.isEmpty() || typed.compare(ending, Qt::CaseInsensitive) == 0)
        return name;
    const bool takesAny = question.filter.contains(u"(*)"_s);
    if (takesAny && !typed.isEmpty())
        return name;
    if (kDocuments.contains(typed, Qt::CaseInsensitive))
        name.chop(typed.size() + 1);
    return name + u'.' + ending;
}

QString askSaveFile(QWidget* parent, const FileQuestion& question) {
    QFileDialog dialog(parent, question.title, QString(), question.filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    // Asked here instead: of the name with its ending, which the dialog does not know.
    dialog.setOption(QFileDialog::DontConfirmOverwrite);
    dialog.setDirectory(QFileInfo(question.suggestion).path());
    dialog.selectFile(QFileInfo(question.suggestion).fileName());
    while (dialog.exec() == QDialog::Accepted) {
        const QString path = withEnding(dialog.selectedFiles().value(0), question);
        if (mayWrite(parent, path, question))
            return path;
        dialog.setDirectory(QFileInfo(path).path());
        dialog.selectFile(QFileInfo(path).fileName());
    }
    return {};
}

} // namespace junheng::ui
