#include "ui/dialogs/new_county_dialog.h"

#include "model/school_year.h"
#include "model/typed_text.h"
#include "standard/library.h"
#include "ui/widgets/last_folder.h"
#include "ui_new_county_dialog.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QRegularExpression>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFirstYear = 2013;
constexpr int kYearsAhead = 2;

// That today belongs to: it begins in September.
int currentSchoolYear() {
    constexpr int kMonthsBeforeSeptember = 8;
    return QDate::currentDate().addMonths(-kMonthsBeforeSeptember).year();
}

void showProblem(QLabel& label, const QString& problem) {
    label.setText(problem.isEmpty() ? u"✓"_s : problem);
}

} // namespace

NewCountyDialog::NewCountyDialog(AskSaveFile askSaveFile, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewCountyDialog>()), m_askSaveFile(std::move(askSaveFile)) {
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("新建"));
    setUpChoices();
    connect(m_ui->name, &QLineEdit::textChanged, this, [this] {
        suggestPath();
        validate();
    });
    connect(m_ui->code, &QLineEdit::textChanged, this, &NewCountyDialog::validate);
    connect(m_ui->path, &QLineEdit::textEdited, this, [this] { m_pathChosen = true; });
    connect(m_ui->path, &QLineEdit::textChanged, this, &NewCountyDialog::validate);
    connect(m_ui->browse, &QPushButton::clicked, this, &NewCountyDialog::choosePath);
    suggestPath();
    validate();
}

NewCountyDialog::~NewCountyDialog() = default;

void NewCountyDialog::setUpChoices() {
    for (int year = currentSchoolYear() + kYearsAhead; year >= kFirstYear; --year)
        m_ui->year->addItem(model::schoolYearName(year), year);
    m_ui->year->setCurrentIndex(m_ui->year->findData(currentSchoolYear()));
    for (const QString& id : standard::standardIds()) {
        const auto loaded = standard::loadStandard(id);
        // The older system serves the eligibility only.
        if (loaded && loaded->resource.empty())
            continue;
        m_ui->standard->addItem(loaded ? loaded->title : id, id);
        m_ui->standard->setItemData(m_ui->standard->count() - 1, loaded ? loaded->title : loaded.error().message,
                                    Qt::ToolTipRole);
    }
    m_ui->standard->setCurrentIndex(m_ui->standard->findData(standard::defaultStandardId()));
}

NewCounty NewCountyDialog::answer() const {
    return {.county = {.code = m_ui->code->text().trimmed(), .name = m_ui->name->text().trimmed()},
            .standardId = m_ui->standard->currentData().toString(),
            .year = m_ui->year->currentData().toInt(),
            .path = QDir::fromNativeSeparators(m_ui->path->text().trimmed())};
}

void NewCountyDialog::choosePath() {
    const QString path = m_askSaveFile(this, {.title = tr("县级文件保存在哪里"),
                                              .suggestion = answer().path,
                                              .filter = tr("均衡县级文件 (*.junheng)"),
                                              .mayReplace = false});
    if (path.isEmpty())
        return;
    m_pathChosen = true;
    m_ui->path->setText(QDir::toNativeSeparators(path));
}

void NewCountyDialog::suggestPath() {
    if (m_pathChosen)
        return;
    static const QRegularExpression kForbidden(u"[\\\\/:*?\"<>|]"_s);
    QString name = m_ui->name->text().trimmed().remove(kForbidden);
    if (name.isEmpty())
        name = tr("县级文件");
    m_ui->path->setText(QDir::toNativeSeparators(QDir(startFolder()).filePath(name + u".junheng"_s)));
}

QString NewCountyDialog::nameProblem() const {
    return m_ui->name->text().trimmed().isEmpty() ? tr("请填写县（市、区）的全称。") : QString();
}

QString NewCountyDialog::codeProblem() const {
    const QString code = m_ui->code->text().trimmed();
    if (code.isEmpty())
        return tr("请填写六位行政区划代码，如 990101。");
    return model::countyCodeFault(code);
}

QString NewCountyDialog::pathProblem() const {
    const QFileInfo file(answer().path);
    if (answer().path.isEmpty())
        return tr("请选择文件保存在哪里。");
    if (!file.isAbsolute() || file.fileName().isEmpty())
        return tr("请写出完整路径，或用“浏览”选择。");
    if (file.exists())
        return tr("这个文件已经存在。请换一个文件名，或取消后用“打开”。");
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir())
        return tr("文件夹“%1”不存在。请另选一个。").arg(QDir::toNativeSeparators(folder.filePath()));
    return folder.isWritable() ? QString() : tr("没有在这个文件夹里写文件的权限。请另选一个。");
}

void NewCountyDialog::validate() {
    const QString name = nameProblem();
    const QString code = codeProblem();
    const QString path = pathProblem();
    showProblem(*m_ui->nameProblem, name);
    showProblem(*m_ui->codeProblem, code);
    showProblem(*m_ui->pathProblem, path);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(name.isEmpty() && code.isEmpty() && path.isEmpty());
}

} // namespace junheng::ui
