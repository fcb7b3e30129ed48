// Checks on typing, notes, colours and protection, as openpyxl reads them.
#include "sheet/workbook_writer.h"

#include "python_books.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace junheng::sheet {
namespace {

const DocumentProperties kProperties{.title = u"数据表"_s, .created = QDateTime({2025, 11, 3}, {8, 30}, Qt::UTC)};

class SheetInputTest : public test::BookTest {
protected:
    [[nodiscard]] QString path() const { return pathOf(u"书.xlsx"_s); }

    // The book of one sheet "表" on which `write` was called, as openpyxl sees it.
    template <class Write> [[nodiscard]] QJsonObject dumped(Write write) const {
        WorkbookWriter book(path(), kProperties);
        write(book.addSheet(u"表"_s));
        const base::Outcome outcome = book.finish();
        EXPECT_TRUE(outcome.has_value()) << (outcome ? std::string() : outcome.error().toString().toStdString());
        test::runScript({u"verify"_s, path()});
        const QByteArray dump = test::runScript({u"dump"_s, path()});
        return QJsonDocument::fromJson(dump).object();
    }
    template <class Write> [[nodiscard]] QJsonObject written(Write write) const {
        return dumped(write)[u"sheets"_s].toObject()[u"表"_s].toObject();
    }
    template <class Write> [[nodiscard]] QString failureOf(Write write) const {
        WorkbookWriter book(path(), kProperties);
        write(book.addSheet(u"表"_s));
        const base::Outcome outcome = book.finish();
        EXPECT_FALSE(QFile::exists(path()));
        return outcome ? QString() : outcome.error().code + u' ' + outcome.error().place.cell;
    }
};

TEST_F(SheetInputTest, WritesValidationsOfEveryKind) {
    const QJsonObject rules =
        written([](SheetWriter sheet) {
            sheet.validate(
                {1, 0, 9, 0},
                {.choices = {u"是"_s, u"否"_s}, .errorTitle = u"是否"_s, .errorText = u"请选“是”或“否”。"_s});
            sheet.validate({1, 1, 9, 1}, {.choicesFrom = u"=表!$A$2:$A$10"_s, .alert = Alert::Warning});
            sheet.validate({1, 2, 9, 2},
                           {.condition = u"=IF(ISNUMBER(C2),C2>=0,C2=\"不适用\")"_s, .alert = Alert::Information});
            sheet.validate({1, 3, 1, 3}, {.promptTitle = u"上年：286"_s, .prompt = u"第一小学"_s});
        })[u"validations"_s]
            .toObject();
    const auto null = QJsonValue::Null;
    EXPECT_EQ(rules[u"A2:A10"_s].toArray(),
              (QJsonArray{u"list"_s, u"\"是,否\""_s, null, true, u"是否"_s, u"请选“是”或“否”。"_s, null, null}));
    EXPECT_EQ(rules[u"B2:B10"_s].toArray(),
              (QJsonArray{u"list"_s, u"表!$A$2:$A$10"_s, u"warning"_s, true, null, null, null, null}));
    EXPECT_EQ(rules[u"C2:C10"_s].toArray(), (QJsonArray{u"custom"_s, u"IF(ISNUMBER(C2),C2>=0,C2=\"不适用\")"_s,
                                                        u"information"_s, true, null, null, null, null}));
    EXPECT_EQ(rules[u"D2"_s].toArray(),
              (QJsonArray{null, null, null, true, null, null, u"上年：286"_s, u"第一小学"_s}));
}

TEST_F(SheetInputTest, RefusesTextsThatExcelRefuses) {
    EXPECT_EQ(failureOf([](SheetWriter sheet) {
                  sheet.validate({1, 0, 9, 0}, {.choices = QStringList(90, u"选项"_s)}); // 269 characters
              }),
              u"sheet.write A2"_s);
    EXPECT_EQ(failureOf([](SheetWriter sheet) {
                  sheet.validate({1, 1, 9, 1}, {.choices = {u"是"_s}, .errorText = QString(256, u'错')});
              }),
              u"sheet.write B2"_s);
    EXPECT_EQ(failureOf([](SheetWriter sheet) {
                  sheet.validate({1, 2, 1, 2}, {.promptTitle = QString(33, u'题'), .prompt = u"一"_s});
              }),
              u"sheet.write C2"_s);
}

TEST_F(SheetInputTest, ANoteIsLargeEnoughForItsText) {
    const QJsonObject dump = dumped([](SheetWriter sheet) {
        sheet.writeText(0, 0, u"在校学生数"_s);
        sheet.writeText(0, 1, u"教学班数"_s);
        sheet.addNote(0, 0, u"学年初"_s);
        sheet.addNote(0, 1, u"一\n"_s + QString(60, u'长'));
    });
    const QJsonObject notes = dump[u"sheets"_s].toObject()[u"表"_s].toObject()[u"notes"_s].toObject();
    EXPECT_EQ(notes[u"A1"_s].toString(), u"学年初"_s);
    // A 9 point character is 9 points wide and, with its lead, 12 high. 60 of them fill 540 points, that is three
    // lines of at most 225 points; with the first one four.
    const QJsonArray heights = dump[u"note_heights"_s].toArray();
    ASSERT_EQ(heights.size(), 2);
    EXPECT_GE(heights[0].toDouble(), 12);
    EXPECT_LE(heights[0].toDouble(), 2 * 12 + 6);
    EXPECT_GE(heights[1].toDouble(), 4 * 12);
    EXPECT_LE(heights[1].toDouble(), 6 * 12);
}

TEST_F(SheetInputTest, ColoursFollowAFormula) {
    const QJsonArray conditions =
        written([](SheetWriter sheet) {
            sheet.formatWhere({1, 1, 20, 3}, u"=AND($A2<>\"\",B2=\"\")"_s, {.fillColour = 0xFFF2CC});
        })[u"conditions"_s]
            .toArray();
    EXPECT_EQ(conditions, QJsonArray{(QJsonArray{u"B2:D21"_s, u"AND($A2<>\"\",B2=\"\")"_s, u"FFFFF2CC"_s})});
}

TEST_F(SheetInputTest, AProtectedSheetCanBeFilledSortedAndFiltered) {
    const QJsonObject sheet = written([](SheetWriter target) {
        target.writeText(0, 0, u"学校名称"_s);
        target.writeText(1, 0, u"第一小学"_s, {.locked = false});
        target.setFilter({0, 0, 9, 0});
        target.hideWarnings({1, 0, 9, 0});
        target.protect();
    });
    EXPECT_EQ(sheet[u"protected"_s].toArray(),
              (QJsonArray{QJsonValue::Null, u"formatCells"_s, u"formatColumns"_s, u"formatRows"_s, u"insertRows"_s,
                          u"deleteRows"_s, u"sort"_s, u"autoFilter"_s}));
    EXPECT_EQ(sheet[u"unlocked"_s].toArray(), QJsonArray{u"A2"_s});
    EXPECT_EQ(sheet[u"filter"_s].toString(), u"A1:A10"_s);
}

TEST_F(SheetInputTest, PrintsTheHeadOnEveryPage) {
    const QJsonObject page = written([](SheetWriter sheet) {
                                 sheet.setPage({.orientation = Orientation::Landscape,
                                                .repeatedRows = CellRange{},
                                                .repeatedColumns = 2,
                                                .gridlines = true});
                             })[u"page"_s]
                                 .toObject();
    EXPECT_EQ(page[u"repeated"_s].toString(), u"$1:$1"_s);
    EXPECT_EQ(page[u"repeated_columns"_s].toString(), u"$A:$B"_s);
    EXPECT_TRUE(page[u"lines"_s].toBool());
}

} // namespace
} // namespace junheng::sheet
