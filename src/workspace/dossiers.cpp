#include "workspace/dossiers.h"

#include "document/render/docx_renderer.h"
#include "document/render/pdf_book.h"
#include "document/render/pdf_renderer.h"
#include "model/school_year.h"
#include "report/dossier/dossier.h"
#include "workspace/tr.h"

#include <QDir>

#include <algorithm>

namespace junheng::workspace {

namespace {

base::Error noFolder(const QString& path) {
    return {.code = QStringLiteral("file.write"),
            .message = tr("无法建立文件夹；请检查路径和权限，或换一个位置。"),
            .place = {.file = path}};
}

} // namespace

struct DossierRun::Private {
    Private(DossierData from, DossierOrder wanted, document::FigurePainter painter)
        : data(std::move(from)), order(std::move(wanted)), figures(std::move(painter)),
          maker({.year = data.year,
                 .standard = data.standard,
                 .assessment = data.assessment,
                 .priorYears = data.priorYears,
                 .findings = data.findings},
                *data.earlier, {.date = order.date, .programVersion = QStringLiteral(JUNHENG_VERSION)}) {
        const model::LevelTable& schools = data.year.schools();
        for (int row = 0; order.schools.isEmpty() && row < schools.rowCount(); ++row)
            codes << schools.key(row).school;
        if (codes.isEmpty())
            codes = order.schools;
        codes.removeDuplicates();
    }

    [[nodiscard]] QString title() const {
        const QString whose = codes.size() == 1 ? data.year.schoolName(codes.front()) : data.year.county().name;
        return tr("%1一校一册（%2）").arg(whose, model::schoolYearName(data.year.year()));
    }

    [[nodiscard]] QString fileOf(const QString& code) const {
        if (order.files == DossierFiles::OnePdf)
            return order.target;
        const bool isWord = order.files == DossierFiles::WordEach;
        return QDir(order.target)
            .filePath(dossierFileName(code, data.year.schoolName(code),
                                      isWord ? QStringLiteral("docx") : QStringLiteral("pdf")));
    }

    void findMissing(const document::Report& report) {
        for (const document::MissingCharacter& character : document::missingCharacters(report)) {
            if (std::ranges::find(missing, character.code, &document::MissingCharacter::code) == missing.end())
                missing.push_back(character);
        }
    }

    base::Outcome add(const document::Report& report, const QString& code) {
        if (order.files != DossierFiles::WordEach)
            findMissing(report);
        if (order.files == DossierFiles::OnePdf) {
            if (!book)
                book = std::make_unique<document::PdfBook>(title(), report.author, report.date);
            return book->add(report, figures);
        }
        if (!QDir().mkpath(order.target))
            return std::unexpected(noFolder(order.target));
        const QString path = fileOf(code);
        const bool isWord = order.files == DossierFiles::WordEach;
        const base::Outcome outcome =
            isWord ? document::renderDocx(report, figures, path) : document::renderPdf(report, figures, path);
        if (outcome)
            written << path;
        return outcome;
    }

    DossierData data;
    DossierOrder order;
    document::FigurePainter figures;
    report::DossierMaker maker;
    QStringList codes;
    qsizetype made = 0;
    QStringList written;
    std::vector<document::MissingCharacter> missing;
    std::unique_ptr<document::PdfBook> book;
};

DossierRun::DossierRun(DossierData data, DossierOrder order, document::FigurePainter figures)
    : d(std::make_unique<Private>(std::move(data), std::move(order), std::move(figures))) {}

DossierRun::~DossierRun() = default;

QStringList DossierRun::targets() const {
    QStringList files;
    for (const QString& code : d->codes)
        files << d->fileOf(code);
    files.removeDuplicates();
    return files;
}

int DossierRun::total() const {
    return static_cast<int>(d->codes.size());
}

int DossierRun::done() const {
    return static_cast<int>(d->made);
}

const QStringList& DossierRun::written() const {
    return d->written;
}

const std::vector<document::MissingCharacter>& DossierRun::missingCharacters() const {
    return d->missing;
}

base::Result<bool> DossierRun::step() {
    if (d->made < d->codes.size()) {
        const QString& code = d->codes[d->made];
        if (auto added = d->add(d->maker.dossier(code), code); !added) {
            if (!d->written.isEmpty()) {
                added.error().message.chop(1); // the stop
                added.error().message +=
                    tr("；此前 %1 册中已写出 %2 册，都是完整的。").arg(d->codes.size()).arg(d->written.size());
            }
            return std::unexpected(added.error());
        }
        ++d->made;
        return true;
    }
    if (!d->book)
        return false;
    if (const auto ended = d->book->write(d->order.target); !ended)
        return std::unexpected(ended.error());
    d->book.reset();
    d->written << d->order.target;
    return false;
}

base::Error DossierRun::stopped() const {
    const QString sentence = d->written.isEmpty() ? tr("已停止生成一校一册，没有写出文件。")
                                                  : tr("已停止生成一校一册：%1 册中写出了 %2 册，写出的都是完整的。")
                                                        .arg(d->codes.size())
                                                        .arg(d->written.size());
    return {.code = QStringLiteral("job.cancelled"), .message = sentence};
}

base::Outcome runDossiers(DossierRun& run, const base::Job& job) {
    for (;;) {
        if (job.cancelled())
            return std::unexpected(run.stopped());
        const auto more = run.step();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
        job.report(run.done(), run.total());
    }
}

QString dossierFileName(const QString& code, const QString& name, const QString& suffix) {
    constexpr qsizetype kLongest = 60; // with three bytes each and all the rest below the 255 of a file system
    static const QString kForbidden = QStringLiteral("\\/:*?\"<>|");
    QString plain;
    for (const QChar character : name.simplified()) {
        const bool allowed = character.isPrint() && !kForbidden.contains(character);
        plain += allowed || character.isSurrogate() ? character : QChar(u'_');
    }
    plain.truncate(kLongest);
    if (plain.endsWith(QChar(u' ')) || (!plain.isEmpty() && plain.back().isHighSurrogate()))
        plain.chop(1);
    return QStringLiteral("%1 %2.%3").arg(code, plain, suffix);
}

} // namespace junheng::workspace
