// Files of one import are compared, and rooms are known by what they are, not by where they stand.
#include "book_builder.h"

#include "exchange/given_values.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace junheng::test {
namespace {

using exchange::GivenValues;
using exchange::ImportPlan;
using model::Level;
using model::SubjectKey;

// What is said about the files, imported together in this order, one after another.
std::vector<model::Finding> conflictsOf(const std::vector<Book>& books, model::CountyYear* result = nullptr,
                                        exchange::ImportOptions options = {},
                                        const model::CountyYear& current = emptyYear()) {
    GivenValues given;
    options.given = &given;
    model::CountyYear working = current;
    int number = 0;
    for (const Book& book : books) {
        const ImportPlan plan =
            exchange::planImport(book.workbook(), {.name = u"%1.xlsx"_s.arg(++number), .sha256 = {}}, working, options);
        EXPECT_EQ(errorsOf(plan), QStringList());
        working.apply(plan.changes);
    }
    if (result != nullptr)
        *result = working;
    return given.conflicts(working);
}

TEST(SeveralFiles, OneSchoolWithTwoNamesAndTwoNumbersIsNamedWithBothPlaces) {
    Book other = smallBook();
    other[u"学校"][1][1] = u"乙村小学";
    other[u"学段"][1][2] = 300;
    const auto conflicts = conflictsOf({smallBook(), other});
    ASSERT_EQ(conflicts.size(), 2U);
    for (const model::Finding& conflict : conflicts) {
        EXPECT_EQ(conflict.severity, model::Severity::Error);
        EXPECT_EQ(conflict.code, u"import.conflict"_s);
        EXPECT_EQ(conflict.place.file, u"2.xlsx"_s);
    }
    EXPECT_EQ(conflicts[0].place.cell, u"B2"_s);
    EXPECT_TRUE(conflicts[0].message.contains(u"1.xlsx 的“学校”B2 是“柳溪小学”，2.xlsx 的“学校”B2 是“乙村小学”"_s))
        << conflicts[0].message.toStdString();
    EXPECT_TRUE(conflicts[1].message.contains(u"1.xlsx 的“学段”C2 是“900”，2.xlsx 的“学段”C2 是“300”"_s))
        << conflicts[1].message.toStdString();
}

TEST(SeveralFiles, CellsOfOneRowAreOneError) {
    Book other = smallBook();
    other[u"学段"][1] = {u"3499010001", u"小学", 901, 45, 51};
    const auto conflicts = conflictsOf({smallBook(), other});
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_TRUE(conflicts[0].message.contains(u"这一行还有 2 项不同：专任教师数（D2 是“44”，D2 是“45”）"_s))
        << conflicts[0].message.toStdString();
}

TEST(SeveralFiles, EqualBlankAndNewValuesAreWelcome) {
    Book county = smallBook();
    county[u"县级"] = {{u"指标项", u"数值"}, {u"县（市、区）名称", u"示例县"}, {u"学年", 2025}, {u"乡镇数", 5}};
    Book blank = county;
    blank[u"学段"][1][4] = u"";
    blank[u"校区"][1][4] = u"4,300.50";
    blank[u"县级"].push_back({u"行政村数", 60});
    EXPECT_TRUE(conflictsOf({county, county, blank}).empty()); // the same file twice too
    EXPECT_TRUE(conflictsOf({blank, county}).empty());
}

TEST(SeveralFiles, LinesOfTheCountyAndNotApplicable) {
    Book one = smallBook();
    one[u"县级"] = {{u"指标项", u"数值"}, {u"乡镇数", 5}, {u"行政村数", 60}};
    Book other = smallBook();
    other[u"县级"] = {{u"指标项", u"数值"}, {u"行政村数", 61}, {u"乡镇数", u"不适用"}};
    const auto conflicts = conflictsOf({one, other});
    ASSERT_EQ(conflicts.size(), 2U); // each line is one
    EXPECT_TRUE(conflicts[0].message.contains(u"1.xlsx 的“县级”B2 是“5”，2.xlsx 的“县级”B3 是“不适用”"_s) ||
                conflicts[1].message.contains(u"1.xlsx 的“县级”B2 是“5”，2.xlsx 的“县级”B3 是“不适用”"_s));
}

TEST(SeveralFiles, ABlankDoesNotClearWhatAnotherFileGives) {
    Book filled = smallBook();
    Book blank = smallBook();
    blank[u"学段"][1][4] = u"";
    model::CountyYear year = emptyYear();
    EXPECT_TRUE(conflictsOf({filled, blank}, &year, {.clearBlanks = true}).empty());
    EXPECT_EQ(shown(year, section(kPrimarySchool, u"primary"), u"staff"), u"50"_s);
}

Book withRooms(const Rows& rooms) {
    Book book = smallBook();
    book[u"专用教室"] = {{u"学校标识码", u"专用教室类别", u"专用教室使用面积"}};
    for (const auto& room : rooms) {
        std::vector<TestCell> cells{u"3499010001"};
        cells.insert(cells.end(), room.begin(), room.end());
        book[u"专用教室"].push_back(cells);
    }
    return book;
}

// "1 音乐 96、2 美术 90": the rooms of the primary school.
QString roomsOf(const model::CountyYear& year) {
    QStringList rooms;
    const model::LevelTable& table = year.table(Level::Room);
    for (int i = 0; i < table.rowCount(); ++i)
        rooms << table.key(i).part + u' ' + shown(year, table.key(i), u"room_kind") + u' ' +
                     shown(year, table.key(i), u"room_area");
    return rooms.join(u'、');
}

TEST(Rooms, ListsOfTwoFilesAreCompared) {
    const Book one = withRooms({{u"音乐", 72}, {u"美术", 60}});
    EXPECT_TRUE(conflictsOf({one, withRooms({{u"美术", 60}, {u"音乐", 72}})}).empty()) << "the order says nothing";
    EXPECT_TRUE(conflictsOf({one, smallBook(), withRooms({})}).empty());
    const auto conflicts = conflictsOf({one, withRooms({{u"音乐", 72}})});
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_TRUE(conflicts[0].message.contains(
        u"1.xlsx 的“专用教室”A2 起是 音乐 72、美术 60，2.xlsx 的“专用教室”A2 起是 音乐 72"_s))
        << conflicts[0].message.toStdString();
    EXPECT_EQ(conflictsOf({one, withRooms({{u"音乐", 72}, {u"美术", 66}})}).size(), 1U);
    EXPECT_EQ(conflictsOf({one, withRooms({{u"音乐", 72}, {u"美术", 60}, {u"美术", 60}})}).size(), 1U);
}

const Rows kFour{{u"音乐", 72}, {u"音乐", 80}, {u"美术", 72}, {u"美术", 60}};

TEST(Rooms, TakingOneOutShiftsNoOther) {
    const model::CountyYear stored = yearOf(withRooms(kFour));
    ASSERT_EQ(roomsOf(stored), u"1 音乐 72、2 音乐 80、3 美术 72、4 美术 60"_s);
    const std::vector<QString> names{
        u"一间 72.00 ㎡ 的音乐专用教室（第1间）"_s, u"一间 80.00 ㎡ 的音乐专用教室（第2间）"_s,
        u"一间 72.00 ㎡ 的美术专用教室（第3间）"_s, u"一间 60.00 ㎡ 的美术专用教室（第4间）"_s};
    for (std::size_t taken = 0; taken < names.size(); ++taken) {
        Rows rooms = kFour;
        rooms.erase(rooms.begin() + static_cast<std::ptrdiff_t>(taken));
        const ImportPlan plan = planOf(withRooms(rooms), stored);
        EXPECT_TRUE(plan.changes.isEmpty()) << taken;
        EXPECT_EQ(plan.summary.absentRooms, 1);
        EXPECT_TRUE(messageOf(plan, "import.absent_rooms").contains(names[taken]))
            << messageOf(plan, "import.absent_rooms").toStdString();
    }
}

TEST(Rooms, AreTakenOutWhereThatIsAskedFor) {
    const model::CountyYear stored = yearOf(withRooms(kFour));
    Rows rooms = kFour;
    rooms.erase(rooms.begin());
    for (const auto& options :
         {exchange::ImportOptions{.removeRooms = true}, exchange::ImportOptions{.clearBlanks = true}}) {
        const ImportPlan plan = planOf(withRooms(rooms), stored, options);
        EXPECT_TRUE(noticesOf(plan).contains(u"import.removed_rooms 专用教室"_s));
        model::CountyYear year = stored;
        year.apply(plan.changes);
        EXPECT_EQ(roomsOf(year), u"2 音乐 80、3 美术 72、4 美术 60"_s);
        EXPECT_TRUE(planOf(withRooms(rooms), year).changes.isEmpty());
        year.apply(plan.changes.inverse());
        EXPECT_EQ(roomsOf(year), roomsOf(stored));
    }
}

TEST(Rooms, MovedAddedAndMeasuredAgain) {
    const model::CountyYear stored = yearOf(withRooms(kFour));
    const auto after = [&](const Rows& rooms) {
        model::CountyYear year = stored;
        const ImportPlan plan = planOf(withRooms(rooms), stored);
        EXPECT_EQ(messageOf(plan, "import.guessed_rooms"), QString());
        year.apply(plan.changes);
        EXPECT_TRUE(planOf(withRooms(rooms), year).changes.isEmpty()) << "again, nothing changes";
        return roomsOf(year);
    };
    EXPECT_EQ(after({{u"美术", 60}, {u"美术", 72}, {u"音乐", 80}, {u"音乐", 72}}), roomsOf(stored));
    EXPECT_EQ(after({{u"音乐", 66}, {u"音乐", 72}, {u"音乐", 80}, {u"美术", 72}, {u"美术", 60}}),
              roomsOf(stored) + u"、5 音乐 66"_s);
    EXPECT_EQ(after({{u"音乐", 75}, {u"音乐", 80}, {u"美术", 72}, {u"美术", 60}}),
              u"1 音乐 75、2 音乐 80、3 美术 72、4 美术 60"_s);
    EXPECT_EQ(after({{u"音乐", 72}, {u"音乐", 80}, {u"美术", 72}, {u"音乐", 60}}),
              u"1 音乐 72、2 音乐 80、3 美术 72、4 音乐 60"_s);
    EXPECT_EQ(after({{u"音乐", u""}, {u"音乐", 80}, {u"美术", 72}, {u"美术", 60}}), roomsOf(stored));
}

TEST(Rooms, WhereOneCannotTellWhichLeftThatIsSaid) {
    const model::CountyYear stored = yearOf(withRooms(kFour));
    const ImportPlan plan = planOf(withRooms({{u"音乐", 75}, {u"美术", 72}, {u"美术", 60}}), stored);
    EXPECT_TRUE(messageOf(plan, "import.guessed_rooms").contains(u"“柳溪小学”已有的 2 间音乐专用教室"_s))
        << messageOf(plan, "import.guessed_rooms").toStdString();
    EXPECT_TRUE(messageOf(plan, "import.absent_rooms").contains(u"（第2间）"_s));
}

} // namespace
} // namespace junheng::test
