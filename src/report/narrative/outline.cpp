#include "report/narrative/outline.h"

#include "report/cells.h"
#include "report/tr.h"

#include <QFile>
#include <QSet>

#include <utility>

namespace junheng::report {

namespace {

struct Directive {
    QString word;
    LineKind kind;
    QStringList arguments; ///< those allowed; empty: none is expected, except for free text
};

const std::vector<Directive>& directives() {
    static const std::vector<Directive> kDirectives{
        {tr("逐项"), LineKind::Itemised, {tr("政府保障"), tr("教育质量"), tr("资格审核"), tr("一票否决")}},
        {tr("理由"), LineKind::Reasons, {}},
        {tr("表"), LineKind::Table, {tr("资源配置"), tr("校际均衡")}},
        {tr("图"), LineKind::Plot, {tr("资源配置"), tr("差异系数"), tr("差异系数构成")}},
        {tr("撰写"), LineKind::FreeText, {}},
        {tr("申报表"), LineKind::FormTables, {}}};
    return kDirectives;
}

// "[若 名称=值] …" is taken off the front.
base::Outcome takeCondition(const Outline& outline, QString& text, OutlineLine& line) {
    const QString opening = tr("[若 ");
    if (!text.startsWith(opening))
        return {};
    const qsizetype end = text.indexOf(QChar(u']'));
    const QString condition = end < 0 ? QString() : text.mid(opening.size(), end - opening.size()).trimmed();
    const qsizetype equal = condition.indexOf(QChar(u'='));
    const qsizetype unequal = condition.indexOf(QChar(u'≠'));
    const qsizetype sign = equal >= 0 ? equal : unequal;
    if (sign <= 0)
        return std::unexpected(
            outlineError(outline, line.number, tr("条件应写成“[若 名称=值]”或“[若 名称≠值]”，后面接正文。")));
    line.condition = OutlineLine::Condition{
        .figure = condition.left(sign).trimmed(), .value = condition.mid(sign + 1).trimmed(), .equal = equal >= 0};
    text = text.mid(end + 1).trimmed();
    return {};
}

base::Outcome readDirective(const Outline& outline, const QString& text, OutlineLine& line) {
    if (!text.endsWith(QChar(u']')))
        return std::unexpected(outlineError(outline, line.number, tr("“[”没有对应的“]”，方括号应独占一行。")));
    const QString inside = text.mid(1, text.size() - 2).trimmed();
    const QString word = inside.section(QChar(u' '), 0, 0);
    const QString argument = inside.section(QChar(u' '), 1).trimmed();
    QStringList known;
    for (const Directive& directive : directives()) {
        known << directive.word;
        if (directive.word != word)
            continue;
        line.kind = directive.kind;
        line.text = argument;
        if (directive.kind == LineKind::FreeText) {
            line.text = argument.section(QChar(u'：'), 0, 0).trimmed();
            line.hint = argument.section(QChar(u'：'), 1).trimmed();
            if (line.text.isEmpty())
                return std::unexpected(
                    outlineError(outline, line.number, tr("撰写的内容要有名称，如“[撰写 主要做法：请写明……]”。")));
        } else if (directive.arguments.isEmpty() ? !argument.isEmpty() : !directive.arguments.contains(argument)) {
            return std::unexpected(outlineError(
                outline, line.number,
                directive.arguments.isEmpty()
                    ? tr("“%1”后面不应有内容。").arg(word)
                    : tr("“%1”后面应是%2，写的是“%3”。").arg(word, directive.arguments.join(tr("、")), argument)));
        }
        return {};
    }
    return std::unexpected(
        outlineError(outline, line.number, tr("没有“%1”这种内容，可用的有%2。").arg(word, known.join(tr("、")))));
}

base::Outcome readLine(const Outline& outline, QString text, OutlineLine& line) {
    if (const auto taken = takeCondition(outline, text, line); !taken)
        return taken;
    if (text.startsWith(QChar(u'[')))
        return readDirective(outline, text, line);
    struct Mark {
        QString sign;
        LineKind kind;
        int level;
    };
    static const std::vector<Mark> kMarks{
        {QStringLiteral("= "), LineKind::Title, 0},    {QStringLiteral("# "), LineKind::Heading, 1},
        {QStringLiteral("## "), LineKind::Heading, 2}, {QStringLiteral("### "), LineKind::Heading, 3},
        {QStringLiteral("^ "), LineKind::Centred, 0},  {QStringLiteral("> "), LineKind::Closing, 0}};
    line.text = text;
    for (const Mark& mark : kMarks) {
        if (text.startsWith(mark.sign)) {
            line.kind = mark.kind;
            line.level = mark.level;
            line.text = text.mid(mark.sign.size()).trimmed();
        }
    }
    if (line.text.count(QChar(u'{')) != line.text.count(QChar(u'}')))
        return std::unexpected(outlineError(outline, line.number, tr("“{”与“}”没有成对，数据应写成“{名称}”。")));
    return {};
}

} // namespace

base::Error outlineError(const Outline& outline, int line, const QString& sentence) {
    return {.code = QStringLiteral("report.template"),
            .message = tr("报告模板第%1行：%2").arg(line).arg(sentence),
            .place = {.file = outline.file}};
}

base::Result<Outline> parseOutline(const QString& text, const QString& file) {
    Outline outline{.file = file, .lines = {}};
    QSet<QString> freeTexts;
    bool titled = false;
    int number = 0;
    for (const QString& written : text.split(QChar(u'\n'))) {
        ++number;
        const QString content = written.trimmed();
        if (content.isEmpty() || content.startsWith(QStringLiteral("//")))
            continue;
        OutlineLine line{.number = number};
        if (const auto read = readLine(outline, content, line); !read)
            return std::unexpected(read.error());
        titled = titled || line.kind == LineKind::Title;
        if (line.kind == LineKind::FreeText && freeTexts.contains(line.text))
            return std::unexpected(
                outlineError(outline, number, tr("“%1”撰写了两次，名称应各不相同。").arg(line.text)));
        if (line.kind == LineKind::FreeText)
            freeTexts.insert(line.text);
        outline.lines.push_back(std::move(line));
    }
    if (!titled)
        return std::unexpected(outlineError(outline, 1, tr("没有标题，标题写成“= 标题”。")));
    return outline;
}

base::Result<Outline> selfEvaluationOutline() {
    return parseOutline(selfEvaluationTemplate(), tr("自评报告模板"));
}

QString selfEvaluationTemplate() {
    QFile file(QStringLiteral(":/junheng/reports/self-evaluation.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the template of the self-evaluation report is not compiled in");
    return QString::fromUtf8(file.readAll());
}

} // namespace junheng::report
