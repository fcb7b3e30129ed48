#include "exchange/template_notes.h"

#include "exchange/template_format.h"
#include "exchange/template_layout.h"
#include "exchange/tr.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace junheng::exchange {

namespace {

using model::CountyYear;
using model::Item;

constexpr double kNoteLineHeight = 17; // points, of 11 point text
constexpr int kFirstWidth = 20;        // characters
constexpr int kSecondWidth = 92;

QString wantOf(const Item& item) {
    if (item.key)
        return tr("必填，用来认出这一行");
    if (!item.required)
        return tr("选填");
    return item.requiredStage ? tr("必填，只填有关的学段") : tr("必填，空白会使有关指标待填报");
}

// A line of the guide: a cell of its own for the colour or the name, and what it means.
struct GuideLine {
    QString name;
    QString text;
    std::optional<std::uint32_t> fill = {};
    std::optional<std::uint32_t> textColour = {};
};

class Guide {
public:
    explicit Guide(sheet::SheetWriter target) : m_target(target) {
        m_target.setColumnWidth(0, 0, kFirstWidth);
        m_target.setColumnWidth(1, 1, kSecondWidth);
    }

    void title(const QString& text) {
        m_target.merge({m_row, 0, m_row, 1}, text,
                       {.fontName = templateFont(),
                        .fontSize = 16,
                        .bold = true,
                        .horizontal = sheet::HorizontalAlignment::Centre,
                        .vertical = sheet::VerticalAlignment::Centre});
        m_target.setRowHeight(m_row++, 32);
    }
    void heading(const QString& text) {
        m_target.merge({m_row, 0, m_row, 1}, text,
                       {.fontName = templateFont(),
                        .fontSize = 12,
                        .bold = true,
                        .fillColour = 0xD9E2F3,
                        .vertical = sheet::VerticalAlignment::Centre});
        m_target.setRowHeight(m_row++, 22);
    }
    void line(const GuideLine& line) {
        sheet::Format format{.fontName = templateFont(),
                             .border = sheet::Border::Thin,
                             .vertical = sheet::VerticalAlignment::Centre,
                             .wrap = true};
        m_target.writeText(m_row, 1, line.text, format);
        format.fillColour = line.fill;
        format.fontColour = line.textColour;
        m_target.writeText(m_row, 0, line.name, format);
        const double lines = std::max(std::ceil(widthOf(line.name) / (kFirstWidth - 2.0)),
                                      std::ceil(widthOf(line.text) / (kSecondWidth - 2.0)));
        m_target.setRowHeight(m_row++, lines * kNoteLineHeight + 4);
    }

private:
    sheet::SheetWriter m_target;
    int m_row = 0;
};

void writeSteps(Guide& guide, const CountyYear* before) {
    guide.heading(tr("怎样填"));
    guide.line({tr("第一步"), tr("在“县级”填好县（市、区）名称、行政区划代码和学年；在“学校”每行填一所学校。")});
    guide.line(
        {tr("第二步"), tr("在“学段”每校每个学段填一行，在“校区”每个校区填一行（只有一个校区的也填一行，校区名称和"
                          "各学段学生数留空），在“专用教室”每间填一行。")});
    guide.line(
        {tr("第三步"), tr("填其余各表。鼠标移到列名上，有这一列填什么、按什么时点、从哪张统计报表取数的说明。")});
    guide.line(
        {tr("第四步"), tr("看各表右端的“核对”列，红字指出前后矛盾的地方；全部改好或确认后，把本文件交回县级教育行政"
                          "部门督导机构（或发给您这份表的人），由其用“均衡”导入。")});
    if (before != nullptr)
        guide.line(
            {tr("上年数据"),
             tr("选中单元格时显示 %1 学年的数，供对照。学校、校区、面积、设备、专用教室等不必每年重填的，如已按上年"
                "填好，请核对，有变化的请改；撤并的学校请删除各表中的行。")
                 .arg(before->year())});
}

void writeSheets(Guide& guide) {
    guide.heading(tr("各工作表"));
    const std::pair<const char16_t*, QString> lines[] = {
        {u"学校", tr("必填。每所学校一行：标识码、名称、类型、经费、专用教室间数等")},
        {u"学段", tr("必填。每所学校的小学、初中、高中、特教各一行：学生、班级、教师。高中行只填在校学生数，没有填 0")},
        {u"校区", tr("必填。每个校区一行：用房、运动场地、设备。两个以上校区的，各学段学生数都要填，合计等于“学段”表")},
        {u"专用教室", tr("每间音乐、美术专用教室一行。行数与“学校”表的间数一致")},
        {u"县级", tr("全县的数，每项一行")},
        {u"任务清单", tr("每个指标的责任单位和完成时限")},
        {u"质量监测", tr("国家义务教育质量监测结果，每个学科和年级一行；没有参加的留空")},
        {u"社会认可度", tr("满意度调查，每类调查对象一行")},
        {u"定性结论", tr("没有数字的指标：自评结论和简要说明")},
        {u"一票否决", tr("逐项回答是否存在，并说明")},
    };
    for (const auto& [name, text] : lines)
        guide.line({QString::fromUtf16(name), text});
}

void writeColours(Guide& guide) {
    guide.heading(tr("颜色"));
    guide.line({tr("列名：橙色"), tr("认出这一行的列，必填，不能重复"), TemplateColours::kKey});
    guide.line({tr("列名：黄色"), tr("必填，空白会使有关指标待填报"), TemplateColours::kRequired});
    guide.line({tr("列名：绿色"), tr("选填"), TemplateColours::kOptional});
    guide.line({tr("列名：灰色"), tr("表格自己显示的，不用填，导入时不读"), TemplateColours::kOwn});
    guide.line({tr("格子：浅黄"), tr("这一行必填而还空着的；填上后颜色消失"), TemplateColours::kWanted});
    guide.line(
        {tr("格子：浅红"), tr("内容不合要求（如粘贴进来的文字、负数、位数不对的标识码）"), TemplateColours::kMisfit});
    guide.line({tr("“核对”列：红字"),
                tr("同一行或各表之间的数字前后矛盾。不妨碍保存和导入，但请核实"),
                {},
                TemplateColours::kCheckText});
}

void writeReading(Guide& guide) {
    guide.heading(tr("空白、0 和不适用"));
    guide.line({tr("空白"), tr("还不知道。显示为待填报，只影响用到它的指标；导入时不会清除已有数据")});
    guide.line({tr("0"), tr("确实没有")});
    guide.line({tr("不适用"), tr("这所学校不存在这一项，直接填“不适用”三个字（在校学生数不能填）")});
    guide.heading(tr("时间口径（学年填开始的年份，如 2025 指 2025 年 9 月开始的学年）"));
    guide.line({tr("学年初"), tr("该年 9 月 1 日的教育事业统计数")});
    guide.line(
        {tr("经费年度"), tr("各表“上年度”所指的同一个自然年，预算、工资、交流轮岗、培训都用这一年的全年数；在“县级”表"
                            "“经费年度”一行填写，空白为学年开始的那一年")});
    guide.line({tr("统计年份"), tr("人口、国内生产总值、收入等最近一次公布的年份，不一定是经费年度；在“县级”表“统计年份"
                                   "”一行填写，印在表Ⅰ下面")});
    guide.line({tr("当年、本届毕业"), tr("该年夏季招生、毕业的数")});
    guide.heading(tr("提示"));
    guide.line({tr("粘贴"), tr("从别的表格粘贴时，请用“选择性粘贴 → 数值”，下拉列表和颜色才会保留。")});
    guide.line(
        {tr("列名锁定"), tr("列名不能改，其他格子都能填、能排序、筛选、调列宽、增删行。确需改动时点“审阅 → 撤销工作表"
                            "保护”，没有密码。列的次序可以变，列名不能变。")});
    guide.line(
        {tr("打印"), tr("每页重复列名和学校，横向 A4。行数超过打印区域时，请在“页面布局 → 打印区域”重新设定。")});
}

} // namespace

QString noteOf(const Item& item) {
    QStringList lines{item.heading(), wantOf(item)};
    if (!item.basis.isEmpty())
        lines << tr("时间：%1").arg(item.basis);
    if (!item.note.isEmpty())
        lines << tr("说明：%1").arg(item.note);
    if (item.kind == model::ItemKind::Choice)
        lines << tr("选项：%1").arg(item.choices.join(QChar(u'、')));
    if (item.kind == model::ItemKind::Date)
        lines << tr("写法：2025-12-31");
    if (!item.source.isEmpty())
        lines << tr("来源：%1").arg(item.source);
    // Not who is used by tables, by the audit of eligibility or to find the scope alone.
    if (const QString first = item.uses.value(0).left(1); !first.isEmpty() && QStringView(u"RGQ").contains(first))
        lines << tr("用于：%1").arg(item.uses.join(QChar(u'、')));
    return lines.join(QChar(u'\n'));
}

QString hintOf(const Item& item) {
    QStringList parts{item.required ? tr("必填") : tr("选填"), item.basis, item.note};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("；"));
}

void writeGuide(sheet::SheetWriter target, const CountyYear* data, const CountyYear* before) {
    Guide guide(target);
    guide.title(data == nullptr
                    ? tr("义务教育优质均衡发展数据表")
                    : tr("%1 %2 学年义务教育优质均衡发展数据表").arg(data->county().name).arg(data->year()));
    writeSteps(guide, before);
    writeSheets(guide);
    writeColours(guide);
    writeReading(guide);
    target.hideGridlines();
    target.setPage({.pagesWide = 1, .footer = tr("&C第 &P 页，共 &N 页")});
    target.protect();
}

} // namespace junheng::exchange
