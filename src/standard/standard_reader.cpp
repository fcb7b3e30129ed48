#include "standard/library.h"

#include "standard/formula.h"
#include "standard/json_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace junheng::standard {

namespace {

using model::Item;
using model::ItemDictionary;
using model::Level;
using model::Stage;

QString tr(const char* text) {
    return QCoreApplication::translate("standard", text);
}

const Item& itemAt(const JsonNode& node) {
    const Item* item = ItemDictionary::instance().find(node.text());
    if (item == nullptr)
        node.fail(tr("没有“%1”这个指标项").arg(node.text()));
    if (!item->isNumeric() && item->kind != model::ItemKind::Flag)
        node.fail(tr("“%1”不是数字，不能参与计算").arg(node.text()));
    return *item;
}

std::vector<const Item*> itemsAt(const JsonNode& node) {
    std::vector<const Item*> items;
    for (const JsonNode& element : node.elements())
        items.push_back(&itemAt(element));
    return items;
}

class StandardReader {
public:
    Standard read(JsonNode root) {
        if (root.at("format").integer() != 1)
            root.at("format").fail(tr("只认识 format 1；请升级程序"));
        m_standard.id = root.at("id").text();
        m_standard.title = root.at("title").text();
        if (const auto extends = root.find("extends"))
            extends->fail(tr("目前只支持独立的标准，应为 null"));
        readSources(root.at("sources"));
        readSplit(root.at("split"));
        JsonNode floor = root.at("floor");
        m_standard.floorShare = floor.at("share").rational();
        if (m_standard.floorShare <= 0 || m_standard.floorShare > 1)
            floor.at("share").fail(tr("应大于 0、不超过 1"));
        sourceOf(floor);
        floor.refuseUnknownMembers();
        JsonNode rows = root.at("rows_met");
        m_standard.rowsMet = static_cast<int>(rows.at("count").integer());
        sourceOf(rows);
        rows.refuseUnknownMembers();
        for (const JsonNode& clause : root.at("scope").elements())
            readExclusion(clause);
        for (const JsonNode& clause : root.at("resource").elements())
            readIndicator(clause);
        if (m_standard.resource.empty())
            root.at("resource").fail(tr("至少要有一项指标"));
        for (const JsonNode& clause : root.at("relaxations").elements())
            readRelaxation(clause);
        readBalance(root.at("balance"));
        readPrint(root.at("print"));
        for (const JsonNode& example : root.at("examples").elements())
            runExample(example);
        root.refuseUnknownMembers();
        return m_standard;
    }

private:
    void readSources(const JsonNode& node) {
        for (auto [id, source] : node.members()) {
            m_standard.sources.push_back(
                {.id = id, .title = source.at("title").text(), .url = source.at("url").text()});
            source.refuseUnknownMembers();
        }
    }

    // Every clause names its source.
    QString sourceOf(JsonNode& clause) const {
        JsonNode node = clause.at("source");
        const QString id = node.text();
        if (m_standard.findSource(id) == nullptr)
            node.fail(tr("sources 中没有“%1”").arg(id));
        return id;
    }

    void readSplit(JsonNode node) {
        for (Stage stage : kSplitStages) {
            const QByteArray id = model::stageId(stage).toLatin1();
            JsonNode weight = node.at(id.constData());
            m_standard.splitWeight[static_cast<std::size_t>(stage)] = weight.rational();
            if (weight.rational() <= 0)
                weight.fail(tr("折算系数应大于 0"));
        }
        sourceOf(node);
        node.refuseUnknownMembers();
    }

    void readExclusion(JsonNode node) {
        Exclusion exclusion;
        JsonNode which = node.at("exclude");
        if (const auto type = which.find("school_type")) {
            const QStringList& types = ItemDictionary::instance().at(u"school_type").choices;
            const auto index = types.indexOf(type->text());
            if (index < 0)
                type->fail(tr("没有“%1”这个办学类型").arg(type->text()));
            exclusion.schoolType = static_cast<model::SchoolType>(index);
        }
        if (const auto below = which.find("compulsory_pupils_below"))
            exclusion.compulsoryBelow = below->integer();
        if (const auto without = which.find("without_pupils"))
            exclusion.withoutPupils = without->boolean();
        which.refuseUnknownMembers();
        if (!exclusion.schoolType && !exclusion.compulsoryBelow && !exclusion.withoutPupils)
            which.fail(tr("没有写明不参评的条件"));
        exclusion.reason = node.at("reason").text();
        exclusion.source = sourceOf(node);
        node.refuseUnknownMembers();
        m_standard.exclusions.push_back(exclusion);
    }

    void readIndicator(JsonNode node) {
        ResourceIndicator indicator;
        indicator.id = node.at("id").text();
        if (std::ranges::find(m_standard.resource, indicator.id, &ResourceIndicator::id) != m_standard.resource.end())
            node.at("id").fail(tr("指标编号重复"));
        indicator.title = node.at("title").text();
        indicator.shortName = node.at("short").text();
        indicator.unit = node.at("unit").text();
        indicator.split = node.at("split").boolean();
        readPlus(node.at("plus"), indicator);
        indicator.minus = itemsAt(node.at("minus"));
        checkLevels(node, indicator);
        indicator.scale = node.at("scale").rational();
        if (indicator.scale <= 0)
            node.at("scale").fail(tr("应大于 0"));
        indicator.scaleFactor = base::toDouble(indicator.scale);
        JsonNode thresholds = node.at("threshold");
        for (Stage stage : kJudgedStages)
            indicator.threshold[stageIndex(stage)] = readThreshold(thresholds, stage);
        thresholds.refuseUnknownMembers();
        indicator.naturalUnit = node.at("natural_unit").text();
        indicator.source = sourceOf(node);
        node.refuseUnknownMembers();
        m_standard.resource.push_back(std::move(indicator));
    }

    static void readPlus(JsonNode node, ResourceIndicator& indicator) {
        for (Stage stage : kJudgedStages) {
            const QByteArray id = model::stageId(stage).toLatin1();
            JsonNode list = node.isArray() ? node : node.at(id.constData());
            indicator.plus[stageIndex(stage)] = itemsAt(list);
            if (indicator.plus[stageIndex(stage)].empty())
                list.fail(tr("至少要有一个指标项"));
        }
        if (node.isObject())
            node.refuseUnknownMembers();
    }

    static void checkLevels(JsonNode& node, const ResourceIndicator& indicator) {
        const Level expected = indicator.split ? Level::Campus : Level::Section;
        const auto wrong = [&](const Item* item) { return item->level != expected; };
        if (std::ranges::any_of(indicator.plus[0], wrong) || std::ranges::any_of(indicator.plus[1], wrong))
            node.at("plus").fail(tr("拆分指标应取校区的指标项，其余指标应取学段的指标项"));
        if (std::ranges::any_of(indicator.minus, wrong))
            node.at("minus").fail(tr("拆分指标应取校区的指标项，其余指标应取学段的指标项"));
    }

    [[nodiscard]] Threshold readThreshold(JsonNode& node, Stage stage) const {
        const QByteArray id = model::stageId(stage).toLatin1();
        JsonNode value = node.at(id.constData());
        Threshold threshold;
        threshold.text = value.decimal();
        threshold.value = base::toRational(threshold.text);
        if (threshold.value <= 0)
            value.fail(tr("应大于 0"));
        threshold.floor = threshold.value * m_standard.floorShare;
        return threshold;
    }

    void readRelaxation(JsonNode node) {
        Relaxation relaxation;
        relaxation.id = node.at("id").text();
        relaxation.title = node.at("title").text();
        JsonNode indicator = node.at("indicator");
        const auto found = std::ranges::find(m_standard.resource, indicator.text(), &ResourceIndicator::id);
        if (found == m_standard.resource.end())
            indicator.fail(tr("没有指标“%1”").arg(indicator.text()));
        relaxation.indicator = static_cast<int>(found - m_standard.resource.begin());
        relaxation.plus = itemsAt(node.at("plus"));
        for (const Item* item : relaxation.plus) {
            if (item->level != (found->split ? Level::Campus : Level::Section))
                node.at("plus").fail(tr("应与所放宽的指标取自同一张表"));
        }
        for (const auto& [name, condition] : node.at("when").members())
            readCondition(name, condition, relaxation);
        relaxation.from = static_cast<int>(node.at("from").integer());
        if (const auto until = node.find("until"))
            relaxation.until = static_cast<int>(until->integer());
        relaxation.source = sourceOf(node);
        node.refuseUnknownMembers();
        m_standard.relaxations.push_back(std::move(relaxation));
    }

    static void readCondition(const QString& name, const JsonNode& node, Relaxation& relaxation) {
        if (name == QLatin1StringView("compulsory_pupils")) {
            const auto bounds = node.elements();
            if (bounds.size() != 2 || bounds[0].integer() > bounds[1].integer())
                node.fail(tr("应为 [下限, 上限]"));
            relaxation.compulsoryPupils = std::pair(bounds[0].integer(), bounds[1].integer());
            return;
        }
        const Item* flag = ItemDictionary::instance().find(name);
        if (flag == nullptr || flag->level != Level::School || flag->kind != model::ItemKind::Flag)
            node.fail(tr("条件应为学校的是非项或 compulsory_pupils"));
        if (!node.boolean())
            node.fail(tr("应为 true"));
        relaxation.flag = flag;
    }

    void readBalance(JsonNode node) {
        for (Stage stage : kJudgedStages) {
            const QByteArray id = model::stageId(stage).toLatin1();
            m_standard.balanceLimit[stageIndex(stage)] = node.at(id.constData()).decimal();
        }
        sourceOf(node);
        node.refuseUnknownMembers();
    }

    void readPrint(JsonNode node) {
        const auto decimals = [&](const char* name) {
            const auto value = node.at(name).integer();
            if (value < 0 || value > 6)
                node.at(name).fail(tr("应为 0 到 6"));
            return static_cast<int>(value);
        };
        m_standard.valueDecimals = decimals("value_decimals");
        m_standard.coefficientDecimals = decimals("coefficient_decimals");
        sourceOf(node);
        node.refuseUnknownMembers();
    }

    // The worked examples.

    static void setCells(JsonNode node, const model::SubjectKey& subject, model::ChangeSet& changes) {
        changes.changes.push_back({.subject = subject, .after = model::Observation::ofAmount(1)});
        for (const auto& [code, cell] : node.members()) {
            const Item* item = ItemDictionary::instance().find(code);
            if (item == nullptr || item->level != subject.level)
                cell.fail(tr("没有“%1”这个指标项").arg(code));
            const auto parsed = model::parseObservation(*item, cell.text());
            if (!parsed)
                cell.fail(parsed.error().message);
            changes.changes.push_back({.subject = subject, .item = item, .after = parsed->observation});
        }
    }

    void runExample(JsonNode node) const {
        const QString school = QStringLiteral("9900000001");
        const QString title = node.at("title").text();
        model::ChangeSet changes;
        setCells(node.at("school"), model::SubjectKey::ofSchool(school), changes);
        for (const auto& [id, section] : node.at("sections").members()) {
            if (!model::stageFromId(id))
                section.fail(tr("没有学段“%1”").arg(id));
            setCells(section, {.level = Level::Section, .school = school, .part = id}, changes);
        }
        int campuses = 0;
        for (const JsonNode& campus : node.at("campuses").elements())
            setCells(campus, {.level = Level::Campus, .school = school, .part = QString::number(campuses++)}, changes);
        model::CountyYear year({.code = QStringLiteral("990000"), .name = m_standard.id}, 2025);
        year.apply(changes);

        JsonNode stageNode = node.at("stage");
        const auto stage = model::stageFromId(stageNode.text());
        const int row = year.sections().find({.level = Level::Section, .school = school, .part = stageNode.text()});
        if (!stage || (*stage != Stage::Primary && *stage != Stage::Junior) || row < 0)
            stageNode.fail(tr("应为 sections 中的 primary 或 junior"));
        JsonNode indicatorNode = node.at("indicator");
        const auto rule = std::ranges::find(m_standard.resource, indicatorNode.text(), &ResourceIndicator::id);
        if (rule == m_standard.resource.end())
            indicatorNode.fail(tr("没有指标“%1”").arg(indicatorNode.text()));

        const auto derivation =
            deriveIndicator(m_standard, year, row, static_cast<int>(rule - m_standard.resource.begin()));
        if (!derivation.figure)
            node.fail(tr("算例“%1”的数据不全").arg(title));
        const base::Rational value = derivation.figure->value();
        JsonNode expected = node.at("value");
        if (value != expected.rational())
            expected.fail(tr("算例“%1”不符：算得 %2").arg(title, base::toString(value)));
        checkStatus(node.at("status"), judge(value, rule->threshold[stageIndex(*stage)]));
        node.refuseUnknownMembers();
    }

    static void checkStatus(const JsonNode& node, Status actual) {
        const QString word = actual == Status::Met     ? QStringLiteral("met")
                             : actual == Status::Floor ? QStringLiteral("floor")
                                                       : QStringLiteral("below");
        if (node.text() != word)
            node.fail(tr("算例不符：判为 %1").arg(word));
    }

    Standard m_standard;
};

} // namespace

base::Result<Standard> parseStandard(const QByteArray& json, const QString& fileName) {
    try {
        const nlohmann::json document = parseJson(json);
        return StandardReader().read(JsonNode(document, QString()));
    } catch (const JsonFault& fault) {
        return std::unexpected(base::Error{.code = QStringLiteral("standard.invalid"),
                                           .message = tr("标准文件有误：%1 %2。").arg(fault.path, fault.sentence),
                                           .place = {.file = fileName, .cell = fault.path}});
    }
}

} // namespace junheng::standard
