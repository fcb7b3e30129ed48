// The text that the data's code is computed over, written down by hand; the codes by hashlib of Python.

#include "model/data_code.h"
#include "support/county_builder.h"

#include <gtest/gtest.h>

namespace junheng::model {

using namespace Qt::Literals::StringLiterals;
using test::CountyBuilder;

namespace {

constexpr const char* kText = "junheng-data 1\n"
                              "cell\tattested\t\tG1\tconclusion_note\t=一\\n二\n"
                              "cell\tcounty\t\t\tpopulation\t=41.3\n"
                              "cell\tschool\t9900000001\t\tcharter\t=是\n"
                              "cell\tschool\t9900000001\t\tpublic_funds_budget\t=12.5\n"
                              "cell\tschool\t9900000001\t\tschool_name\t=甲\\\\乙\n"
                              "cell\tschool\t9900000001\t\tschool_type\t=小学\n"
                              "cell\tsection\t9900000001\tprimary\tpupils\t=100\n"
                              "cell\tsection\t9900000001\tprimary\tteachers_college\t-\n"
                              "county\t990101\t示例县\n"
                              "row\tattested\t\tG1\n"
                              "row\tcounty\t\t\n"
                              "row\tschool\t9900000001\t\n"
                              "row\tsection\t9900000001\tprimary\n"
                              "year\t2025\n";

void addSchool(CountyBuilder& county) {
    county.school(u"9900000001", u"小学",
                  {{u"public_funds_budget", u"12.50"}, {u"charter", u"是"}, {u"school_name", u"甲\\乙"}});
}
void addSection(CountyBuilder& county) {
    county.section(u"9900000001", u"primary", {{u"teachers_college", u"不适用"}, {u"pupils", u"100"}});
}
void addCounty(CountyBuilder& county) {
    county.county({{u"population", u"41.30"}});
    county.row(Level::Attested, u"G1", {{u"conclusion_note", u"一\n二"}});
}

} // namespace

TEST(DataCode, IsThatOfTheTextWrittenByHand) {
    CountyBuilder county;
    addSchool(county);
    addSection(county);
    addCounty(county);
    EXPECT_EQ(canonicalText(county.build()).toStdString(), kText);
    EXPECT_EQ(dataCode(county.build()), u"5724 CFF2 C694 F715"_s);
    EXPECT_EQ(dataCode(CountyBuilder().build()), u"1C6E D3AB FC4D DD99"_s);
}

TEST(DataCode, DoesNotDependOnTheOrderOfEntry) {
    CountyBuilder county;
    addCounty(county);
    addSchool(county);
    addSection(county);
    county.school(u"9900000002", u"小学");
    CountyBuilder other;
    other.school(u"9900000002", u"小学");
    addSchool(other);
    addSection(other);
    addCounty(other);
    EXPECT_EQ(dataCode(county.build()), dataCode(other.build()));
}

TEST(DataCode, TellsBlankZeroAndNotApplicableApart) {
    const auto with = [](const char16_t* pupils) {
        CountyBuilder county;
        addSchool(county);
        county.section(u"9900000001", u"primary", {{u"teachers_college", pupils}});
        return dataCode(county.build());
    };
    EXPECT_NE(with(u""), with(u"0"));
    EXPECT_NE(with(u"0"), with(u"不适用"));
    EXPECT_NE(with(u""), with(u"不适用"));
    EXPECT_NE(dataCode(CountyBuilder(2025).build()), dataCode(CountyBuilder(2026).build()));
}

} // namespace junheng::model
