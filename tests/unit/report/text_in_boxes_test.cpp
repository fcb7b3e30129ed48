// No text of a table lies outside of its cell: every table of the reports painted onto a device that only remembers.

#include "county_builder.h"
#include "document/paper/faces.h"
#include "document/paper/table_layout.h"
#include "quality/check.h"
#include "report/dossier/dossier.h"
#include "report/lists/lists.h"
#include "report/narrative/self_evaluation.h"
#include "report/official/official_tables.h"
#include "standard/library.h"

#include <QPaintEngine>
#include <QPainter>

#include <gtest/gtest.h>

#include <algorithm>

namespace junheng::report {

using document::chooseFamilies;
using document::Faces;
using document::kUprightCharacters;
using document::Report;
using document::Table;
using document::TableLayout;

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDotsPerInch = 600;
constexpr double kTolerance = 2; // pixels: 0.08 mm

struct PaintedText {
    QRectF area;
    QString text;
};

class RememberingEngine : public QPaintEngine {
public:
    RememberingEngine() : QPaintEngine(PrimitiveTransform | Antialiasing) {}

    std::vector<QRectF> cells;
    std::vector<PaintedText> texts;

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawRects(const QRectF* rects, int count) override { cells.insert(cells.end(), rects, rects + count); }
    void drawTextItem(const QPointF& place, const QTextItem& item) override {
        texts.push_back({.area = {place.x(), place.y() - item.ascent(), item.width(), item.ascent() + item.descent()},
                         .text = item.text()});
    }
    [[nodiscard]] Type type() const override { return User; }
};

class RememberingDevice : public QPaintDevice {
public:
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] RememberingEngine& engine() const { return m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return kDotsPerInch;
        case PdmWidth:
        case PdmHeight:
            return 100'000;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    mutable RememberingEngine m_engine;
};

// Texts whose middle lies in a cell and that reach out of the smallest such one; also those in no cell at all.
QStringList outsiders(const RememberingEngine& engine) {
    QStringList found;
    for (const PaintedText& text : engine.texts) {
        const QRectF* cell = nullptr;
        for (const QRectF& candidate : engine.cells) {
            if (candidate.contains(text.area.center()) && (cell == nullptr || candidate.width() < cell->width()))
                cell = &candidate;
        }
        if (cell == nullptr || !cell->adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance).contains(text.area))
            found << text.text;
    }
    return found;
}

double pixels(double millimetres) {
    return millimetres / 25.4 * kDotsPerInch;
}

// The number of texts painted.
std::size_t paintTables(const Report& report) {
    const Faces faces(report.style, chooseFamilies({}), kDotsPerInch);
    std::size_t painted = 0;
    for (const Table& table : report.tables()) {
        RememberingDevice device;
        const bool isOwn = table.onOwnPages;
        const double width = pixels(isOwn && table.width() > kUprightCharacters ? 269 : isOwn ? 182 : 156);
        const TableLayout layout(table, isOwn ? faces.tableText : faces.inlineTableText,
                                 isOwn ? faces.tableHead : faces.inlineTableHead, 2.2 * faces.point, device, width);
        QPainter painter(&device);
        layout.paintHead(painter, {0, 0});
        layout.paintBody(painter, {0, layout.headHeight()}, 0, static_cast<int>(table.body.size()));
        painter.end();
        EXPECT_EQ(outsiders(device.engine()), QStringList()) << table.name.toStdString();
        painted += device.engine().texts.size();
    }
    return painted;
}

// Long names, names without a place to break them, and figures of many digits.
model::CountyYear awkwardCounty() {
    report_test::CountyBuilder county(u"长名县"_s, 2025);
    const QStringList names{u"示例县某某某某某某某某某某某某某某民族寄宿制九年一贯制实验学校（东校区）"_s,
                            u"AVeryLongLatinNameWithoutAnyPlaceToBreakItWhatsoever"_s, u"甲"_s};
    for (const QString& name : names)
        county.school(name, u"小学"_s)
            .section(model::Stage::Primary, {{u"pupils", u"98765"_s}, {u"classes", u"1234"_s}});
    return county.year();
}

class TextInBoxes : public ::testing::TestWithParam<bool> {
protected:
    model::CountyYear m_year = GetParam() ? awkwardCounty() : report_test::n10();
    standard::Standard m_standard = standard::loadStandard(u"national-2017"_s).value();
    assess::Assessment m_assessment = assess::assess(m_year, m_standard);
    std::vector<quality::CheckFinding> m_findings = quality::check(m_year, nullptr);
    Sources m_sources{.year = m_year, .standard = m_standard, .assessment = m_assessment, .findings = m_findings};
    ReportInfo m_info{.date = QDate(2025, 10, 8), .programVersion = u"0.1.0"_s};
};

INSTANTIATE_TEST_SUITE_P(Counties, TextInBoxes, ::testing::Bool());

} // namespace

TEST_P(TextInBoxes, OfTheSelfEvaluationAndItsForms) {
    EXPECT_GT(paintTables(selfEvaluation(m_sources, m_info, selfEvaluationOutline().value()).value()), 300U);
}

TEST_P(TextInBoxes, OfTheLists) {
    for (const SchoolList list : {SchoolList::BelowFloor, SchoolList::Failing, SchoolList::Relaxations,
                                  SchoolList::Missing, SchoolList::Evidence, SchoolList::Findings, SchoolList::Tasks})
        EXPECT_GT(paintTables(schoolList(m_sources, list, m_info)), 5U);
}

TEST_P(TextInBoxes, OfTheDossiers) {
    DossierMaker maker(m_sources, {}, m_info);
    for (int row = 0; row < m_year.schools().rowCount(); ++row)
        EXPECT_GT(paintTables(maker.dossier(m_year.schools().key(row).school)), 100U);
}

// The check itself: a word wider than its cell is seen.
TEST(TextInBoxesCheck, SeesWhatReachesOut) {
    RememberingDevice device;
    QPainter painter(&device);
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(80);
    painter.setFont(font);
    painter.drawRect(QRectF(0, 0, 1000, 200));
    painter.drawText(QPointF(10, 120), u"在内"_s);
    painter.drawText(QPointF(900, 120), u"出界"_s);
    painter.end();
    EXPECT_EQ(outsiders(device.engine()), QStringList{u"出界"_s});
}

} // namespace junheng::report
