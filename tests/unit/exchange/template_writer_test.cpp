// The template as written, read back by our reader and looked at by openpyxl.
#include "book_builder.h"

#include "exchange/template_layout.h"
#include "exchange/template_writer.h"
#include "sheet/workbook_reader.h"
#include "support/own_items.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using model::CountyYear;
using model::Item;
using model::ItemDictionary;
using model::ItemKind;
using model::Level;
using model::Observation;
using model::SubjectKey;

class TemplateWriter : public testing::Test {
protected:
    [[nodiscard]] sheet::Workbook write(const CountyYear* data) const {
        const auto written = exchange::writeTemplate(path(), {.data = data});
        EXPECT_TRUE(written.has_value()) << (written ? std::string() : written.error().toString().toStdString());
        auto book = sheet::readWorkbook(path());
        EXPECT_TRUE(book.has_value()) << (book ? std::string() : book.error().toString().toStdString());
        return book ? std::move(*book) : sheet::Workbook();
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"数据表.xlsx"_s); }

    // What a script on openpyxl prints about the file; `book` is the workbook, `template_book` the module.
    [[nodiscard]] QString ask(const QString& script) const {
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(u"/usr/bin/python3"_s,
                     {u"-c"_s,
                      u"import sys, openpyxl\nsys.path.insert(0, sys.argv[2])\nimport template_book\n"
                      "book = openpyxl.load_workbook(sys.argv[1])\n"_s +
                          script,
                      path(), QStringLiteral(JUNHENG_TEST_SUPPORT)});
        EXPECT_TRUE(python.waitForFinished(60'000));
        EXPECT_EQ(python.exitCode(), 0);
        return QString::fromUtf8(python.readAllStandardOutput()).trimmed();
    }

private:
    QTemporaryDir m_folder;
};

// A value of every item, so that nothing is left out of the round trip; `n` makes them differ.
Observation valueOf(const Item& item, int n) {
    switch (item.kind) {
    case ItemKind::Text:
        return Observation::ofText(item.code == u"parent_code" ? kPrimarySchool : u"=第%1条，\n说明"_s.arg(n));
    case ItemKind::Choice:
        return Observation::ofChoice(item, n % static_cast<int>(item.choices.size()));
    case ItemKind::Flag:
        return Observation::ofAmount(n % 2);
    case ItemKind::Date:
        return Observation::ofText(u"2026-08-31"_s);
    case ItemKind::Money:
        return Observation::ofAmount(123'456'789'012'340 + n); // 15 digits
    case ItemKind::Integer:                                    // a year
        return Observation::ofAmount(2000 + n % 20);
    default:
        return Observation::ofAmount(1234 + n);
    }
}

CountyYear fullYear() {
    CountyYear year = emptyYear();
    model::ChangeSet changes;
    const auto add = [&](const SubjectKey& key) {
        if (key.level != Level::County)
            changes.changes.push_back({.subject = key, .after = Observation::ofAmount(1)});
        int n = static_cast<int>(changes.changes.size());
        for (const Item& entry : ItemDictionary::builtIn().ofLevel(key.level)) {
            Observation value = ++n % 7 == 0 ? Observation::notApplicable() : valueOf(entry, n);
            if (entry.code == u"pupils")
                value = Observation::ofAmount(200); // two campuses of 100
            else if (entry.code.startsWith(u"campus_pupils"))
                value = Observation::ofAmount(100);
            if (!entry.key && n % 11 != 0)
                changes.changes.push_back({.subject = key, .item = &entry, .after = value});
        }
    };
    for (const QString& code : {kPrimarySchool, kNineYearSchool}) {
        add(SubjectKey::ofSchool(code));
        for (const char16_t* stage : {u"primary", u"junior", u"senior", u"special"})
            add(section(code, stage));
        add(campus(code, u""));
        add(campus(code, u"东校区"));
        for (int n = 1; n <= 11; ++n)
            add({.level = Level::Room, .school = code, .part = QString::number(n)});
    }
    add(SubjectKey::ofCounty());
    add(row(Level::Monitoring, u"语文/四年级"));
    add(row(Level::Monitoring, u"艺术/"));
    add(row(Level::Survey, u"家长"));
    add(row(Level::Attested, u"G3"));
    add(row(Level::Attested, u"Q9"));
    add(row(Level::Veto, u"V7"));
    add(row(Level::Task, u"R1"));
    year.apply(changes);
    return year;
}

TEST_F(TemplateWriter, BlankHasAllSheetsAndNothingToImport) {
    const sheet::Workbook book = write(nullptr);
    QStringList names;
    for (const sheet::Sheet& sheet : book.sheets)
        names << sheet.name();
    EXPECT_EQ(names, (QStringList{u"填表说明"_s, u"学校"_s, u"学段"_s, u"校区"_s, u"专用教室"_s, u"县级"_s,
                                  u"任务清单"_s, u"质量监测"_s, u"社会认可度"_s, u"定性结论"_s, u"一票否决"_s}));
    const auto plan = exchange::planImport(book, {}, emptyYear());
    EXPECT_EQ(errorsOf(plan), QStringList{u"import.no_schools 学校"_s});
    EXPECT_EQ(noticesOf(plan), QStringList{u"import.no_identity 县级"_s}) << "every heading is known";
}

// An indicator that the county's standard has beyond the national 31.
TEST_F(TemplateWriter, TasksOfAFurtherIndicator) {
    const std::vector<model::FurtherIndicator> further{{.id = u"R8"_s, .title = u"每百名学生拥有教学用计算机台数"_s}};
    CountyYear year = yearOf(smallBook());
    ASSERT_TRUE(exchange::writeTemplate(path(), {.data = &year, .further = further}));
    EXPECT_EQ(
        ask(u"tasks = book['任务清单']\n"
            "print([[c.value for c in row[:2]] for row in tasks.iter_rows(min_row=8, max_row=10)], tasks.max_row)"_s),
        u"[['R7', '每百名学生拥有网络多媒体教室数'], ['R8', '每百名学生拥有教学用计算机台数'], "
        "['G1', '学校规划布局']] 33"_s);
    const Book tasks = [] {
        Book book = smallBook();
        book[u"任务清单"] = {{u"指标编号", u"责任单位"}, {u"r8", u"县教育局"}};
        return book;
    }();
    const auto plan = planOf(tasks, year, {.further = further});
    EXPECT_EQ(errorsOf(plan), QStringList());
    year.apply(plan.changes);
    const SubjectKey task{.level = Level::Task, .part = u"R8"_s};
    EXPECT_EQ(shown(year, task, u"task_unit"), u"县教育局"_s);
    EXPECT_EQ(errorsOf(planOf(tasks)), QStringList{u"import.unknown_indicator 任务清单!A2"_s});
    // It stays readable where the county has gone back to a standard without it.
    EXPECT_EQ(errorsOf(planOf(tasks, year)), QStringList());
}

TEST_F(TemplateWriter, BlankWithIdentityNamesCountyAndYear) {
    const CountyYear year = emptyYear();
    const auto identity = exchange::identify(write(&year), {});
    ASSERT_TRUE(identity.has_value());
    EXPECT_EQ(identity->county, year.county());
    EXPECT_EQ(identity->year, 2025);
}

TEST_F(TemplateWriter, PrefilledReadsBackWithoutAChange) {
    const CountyYear year = fullYear();
    const auto plan = exchange::planImport(write(&year), {}, year);
    EXPECT_EQ(errorsOf(plan), QStringList());
    EXPECT_TRUE(plan.changes.isEmpty());
    EXPECT_GT(plan.summary.unchangedCells, 200);
    EXPECT_EQ(noticesOf(plan), QStringList());
    const auto clearing = exchange::planImport(write(&year), {}, year, {.clearBlanks = true});
    EXPECT_TRUE(clearing.changes.isEmpty());
}

TEST_F(TemplateWriter, PrefilledFillsAnEmptyYear) {
    const CountyYear year = fullYear();
    CountyYear copy = emptyYear();
    copy.apply(exchange::planImport(write(&year), {}, copy).changes);
    for (int level = 0; level < model::kLevelCount; ++level) {
        const model::LevelTable& table = year.table(static_cast<Level>(level));
        ASSERT_EQ(copy.table(static_cast<Level>(level)).rowCount(), table.rowCount());
        for (int i = 0; i < table.rowCount(); ++i) {
            for (const Item& entry : ItemDictionary::builtIn().ofLevel(table.level()))
                EXPECT_EQ(copy.value(table.key(i), entry), table.at(i, entry)) << entry.code.toStdString();
        }
    }
}

TEST_F(TemplateWriter, HasTheHeadingsOfTheOfficialColumns) {
    static_cast<void>(write(nullptr));
    // template_book.py lists sheets, labels, units and their order independently of the program.
    const QString script = u"for name, columns in template_book.COLUMNS.items():\n"
                           "    written = [cell.value.replace('\\n', '') for cell in book[name][1]]\n"
                           "    wanted = [template_book.heading(label, unit) for _, label, unit in columns]\n"
                           "    print([head for head in wanted if head not in written] or\n"
                           "          [head for head in written if head in wanted] == wanted or (name, written))\n"_s;
    EXPECT_EQ(ask(script), QStringList(10, u"True"_s).join(u'\n'));
}

TEST_F(TemplateWriter, ListsEveryCountyItem) {
    static_cast<void>(write(nullptr));
    const QString script =
        u"labels = [template_book.plain_label(row[0].value) for row in book['县级'].iter_rows(2)]\n"
        "missing = [label for label in template_book.COUNTY_ITEMS.values()\n"
        "           if template_book.plain_label(label) not in labels]\n"
        "print(missing, labels[:3], all(row[1].value is None for row in book['县级'].iter_rows(2)))\n"_s;
    EXPECT_EQ(ask(script), u"[] ['县(市、区)名称', '行政区划代码', '学年'] True"_s);
}

TEST_F(TemplateWriter, CodesAreTextColumnsAndTheHeadIsFrozen) {
    static_cast<void>(write(nullptr));
    const QString script =
        u"for name in ('学校', '学段', '校区', '专用教室'):\n"
        "    sheet = book[name]\n"
        "    print(name, sheet['A1'].alignment.wrap_text, sheet.freeze_panes,\n"
        "          sheet.column_dimensions['A'].number_format, sheet.max_row)\n"
        "print(book['县级'].freeze_panes, book['县级']['B3'].number_format, book['一票否决'].max_row)\n"_s;
    // 300 rows are ready; the name of a school stands beside its code and stays in sight with it.
    EXPECT_EQ(ask(script),
              u"学校 True C2 @ 301\n学段 True D2 @ 301\n校区 True D2 @ 301\n专用教室 True C2 @ 301\nB2 @ 8"_s);
}

TEST_F(TemplateWriter, CodesAndNamesAreStoredAsText) {
    CountyYear year = yearOf(smallBook());
    model::ChangeSet rename;
    rename.changes.push_back({.subject = SubjectKey::ofSchool(kPrimarySchool),
                              .item = &item(u"school_name"),
                              .after = Observation::ofText(u"=SUM(A1)"_s)});
    year.apply(rename);
    static_cast<void>(write(&year));
    EXPECT_EQ(ask(u"print([(cell.value, cell.data_type) for cell in book['学校'][2][:2]])\n"_s),
              u"[('3499010001', 's'), ('=SUM(A1)', 's')]"_s);
}

// Its own column, in the template and back.
TEST_F(TemplateWriter, AnItemOfTheCountysOwn) {
    const ItemDictionary& items = itemsWithBuses();
    const Item& buses = items.at(u"school_buses");
    CountyYear year(emptyYear().county(), emptyYear().year(), items);
    const SubjectKey school = SubjectKey::ofSchool(kPrimarySchool);
    model::ChangeSet changes;
    changes.changes.push_back({.subject = school, .after = Observation::ofAmount(1)});
    changes.changes.push_back({.subject = school, .item = &buses, .after = Observation::ofAmount(3)});
    year.apply(changes);
    ASSERT_TRUE(exchange::writeTemplate(path(), {.items = items, .data = &year}));
    const auto book = sheet::readWorkbook(path());
    ASSERT_TRUE(book);

    CountyYear read(year.county(), year.year(), items);
    const auto plan = exchange::planImport(*book, {}, read);
    EXPECT_EQ(errorsOf(plan), QStringList());
    read.apply(plan.changes);
    EXPECT_EQ(read.value(school, buses), Observation::ofAmount(3));
    EXPECT_TRUE(noticesOf(exchange::planImport(*book, {}, emptyYear())).contains(u"import.unknown_column 学校"_s))
        << "the built-in items have no such column";
}

TEST_F(TemplateWriter, AFolderThatIsNotThereIsAnError) {
    const auto written = exchange::writeTemplate(path() + u"/nowhere/x.xlsx"_s);
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().code, u"file.write"_s);
}

} // namespace
} // namespace junheng::test
