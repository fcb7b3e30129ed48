// 基本情况: the figures of table Ⅰ, by school and summed.

#include "model/items.h"
#include "report/cells.h"
#include "report/official/county_basics.h"
#include "workings/parts/part_sheet.h"
#include "workings/parts/rule_sheets.h"
#include "workings/tr.h"

namespace junheng::workings {

using report::BasicKind;
using report::BasicSpec;
using report::basicSpecs;
using report::countyBasics;
using report::kLargerPoint;
using report::mustHaveStage;
using report::Sources;

using document::leftCell;
using document::Table;
using document::textCell;

namespace {

using model::SchoolType;
using model::Stage;

constexpr int kTypeColumn = 2;
constexpr int kPointColumn = 3;
constexpr int kBasicsColumn = 3;

Live typeWord(SchoolType type) {
    return Live::text(model::itemOf(items::school_type).choices.at(static_cast<qsizetype>(type)));
}

/// One row a school: its type, whether it is a larger point, and what it adds to each sum.
class SchoolLines {
public:
    explicit SchoolLines(const RawFigures& raw)
        : m_raw(raw), m_sheet(tr("基本情况-逐校"), tr("基本情况（逐校）"),
                              tr("教学班、学生、教职工不含特殊教育学校；应有的学段没有填报为“待填报”，没有的学段、没有"
                                 "学生的学段为0")) {
        m_sheet.addColumn(tr("序号"), 6);
        m_sheet.addColumn(tr("学校名称"), 26);
        m_sheet.addColumn(tr("办学类型"), 18);
        m_sheet.addColumn(tr("50人及以上教学点"), 12);
        for (const BasicSpec& spec : basicSpecs()) {
            if (spec.kind == BasicKind::Sections)
                m_columns.push_back(m_sheet.addColumn(model::stageName(spec.stage) + spec.item->heading(), 11));
        }
        for (int school = 0; school < raw.year().schools().rowCount(); ++school)
            addSchool(school);
    }

    [[nodiscard]] Live count(SchoolType type) const {
        const LiveRange types = m_sheet.column(kTypeColumn);
        return live::choose(anyMissing(types), words().missing, live::countWord(types, typeWord(type)));
    }

    [[nodiscard]] Live largerPoints() const {
        const LiveRange answers = m_sheet.column(kPointColumn);
        return live::choose(anyMissing(answers), words().missing, live::countWord(answers, yesWord()));
    }

    /// Of the columns of BasicKind::Sections, in their order.
    [[nodiscard]] Live sum(std::size_t column) const {
        const LiveRange figures = m_sheet.column(m_columns[column]);
        return live::choose(anyMissing(figures), words().missing, live::sum(figures));
    }

    [[nodiscard]] bool hasSchools() const { return m_sheet.rowCount() > 0; }
    Table finish() { return m_sheet.finish(kTypeColumn, kTypeColumn); }

private:
    static Live anyMissing(const LiveRange& cells) {
        return live::above(live::countWord(cells, words().missing), Live::number(0.0));
    }

    void addSchool(int school) {
        const model::SchoolRows& rows = m_raw.year().schoolRows()[static_cast<std::size_t>(school)];
        m_sheet.addRow(rowHead(school + 1, m_raw.year().schoolName(m_raw.year().schools().key(school).school)));
        const Live entered = m_raw.school(school, items::school_type);
        const Live type =
            m_sheet.put(school, kTypeColumn, live::choose(live::isBlank(entered), Live(words().missing), entered));
        m_sheet.put(school, kPointColumn,
                    live::choose(live::equal(type, words().missing), words().missing,
                                 live::choose(live::equal(type, typeWord(SchoolType::TeachingPoint)),
                                              isLargerPoint(rows.sectionOf(Stage::Primary)), words().dash)));
        std::size_t column = 0;
        for (const BasicSpec& spec : basicSpecs()) {
            if (spec.kind == BasicKind::Sections)
                m_sheet.put(school, m_columns[column++],
                            live::choose(live::equal(type, typeWord(SchoolType::Special)), Live::number(0.0),
                                         figureOf(spec, rows.sectionOf(spec.stage), type)));
        }
    }

    [[nodiscard]] Live isLargerPoint(int row) const {
        if (row < 0)
            return words().missing;
        const Live pupils = m_raw.section(row, items::pupils);
        const Live least = Live::number(static_cast<double>(kLargerPoint));
        return live::choose(live::isBlank(pupils), words().missing,
                            live::choose(live::atMost(least, live::figureOf(pupils)), Live(yesWord()), Live(noWord())));
    }

    [[nodiscard]] Live figureOf(const BasicSpec& spec, int row, const Live& type) const {
        if (row < 0) {
            std::vector<Live> lacking;
            for (const SchoolType one : kTypesOfStages) {
                if (mustHaveStage(one, spec.stage))
                    lacking.push_back(live::equal(type, typeWord(one)));
            }
            return live::choose(live::any(lacking), words().missing, Live::number(0.0));
        }
        const Live entered = m_raw.section(row, *spec.item);
        const Live pupils = m_raw.section(row, items::pupils);
        return live::choose(live::isBlank(entered),
                            live::choose(live::isZero(pupils), Live::number(0.0), words().missing),
                            live::figureOf(entered));
    }

    static constexpr std::array kTypesOfStages{SchoolType::Primary,  SchoolType::TeachingPoint, SchoolType::Junior,
                                               SchoolType::NineYear, SchoolType::TwelveYear,    SchoolType::Complete};

    const RawFigures& m_raw;
    LiveSheet m_sheet;
    std::vector<int> m_columns;
};

CellValue programFigure(const BasicSpec& spec, const model::Observation& figure) {
    if (figure.isMissing())
        return CellValue::of(words().missing.text);
    if (!figure.isValue())
        return CellValue::of(words().notApplicable.text);
    return CellValue::of(base::Decimal(figure.amount, spec.decimals()).toDouble());
}

QString labelOf(const BasicSpec& spec) {
    if (spec.kind == BasicKind::CountyItem)
        return spec.item->label;
    QString label = QString(spec.group).remove(QChar(u'\n'));
    if (spec.kind == BasicKind::Sections && spec.label != model::stageName(spec.stage))
        label += tr("：%1").arg(model::stageName(spec.stage));
    return spec.label.isEmpty() ? label : tr("%1：%2").arg(label, spec.label);
}

Live figureOf(const BasicSpec& spec, const RawFigures& raw, const SchoolLines& schools, std::size_t& sums) {
    switch (spec.kind) {
    case BasicKind::CountyItem:
        return known(raw.county(*spec.item), *spec.item);
    case BasicKind::Schools:
        return schools.count(spec.type);
    case BasicKind::LargerPoints:
        return schools.largerPoints();
    case BasicKind::Sections:
        break;
    }
    return schools.sum(sums++);
}

} // namespace

std::vector<Table> basicsSheets(const Sources& sources, const RawFigures& raw, std::vector<Live>& figures) {
    SchoolLines schools(raw);
    LiveSheet sheet(tr("基本情况"), tr("基本情况（表Ⅰ各数）"),
                    tr("县级数据照填报的数；学校、班级、学生、教职工数由逐校的数相加，有一所待填报即为待填报"));
    sheet.addColumn(tr("序号"), 7);
    sheet.addColumn(tr("项目"), 60);
    sheet.addColumn(tr("单位"), 8);
    sheet.addColumn(tr("数值"), 15);
    const int check = sheet.addCheckColumn();
    const std::vector<model::Observation> program = countyBasics(sources.year);
    const auto& specs = basicSpecs();
    std::size_t sums = 0;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const int row = sheet.addRow({{textCell(0, QStringLiteral("L%1").arg(i + 1)), leftCell(1, labelOf(specs[i])),
                                       textCell(2, specs[i].unit)}});
        const Live shown = sheet.put(row, kBasicsColumn, figureOf(specs[i], raw, schools, sums), specs[i].decimals());
        sheet.putCheck(row, check, shown, programFigure(specs[i], program[i]));
        figures.push_back(sheet.at(row, kBasicsColumn));
    }
    std::vector<Table> tables;
    if (schools.hasSchools())
        tables.push_back(schools.finish());
    tables.push_back(sheet.finish(kBasicsColumn, kBasicsColumn - 1));
    return tables;
}

} // namespace junheng::workings
