#include "standard/standard_reader.h"

#include "model/items.h"
#include "standard/formula.h"
#include "standard/indicator_reader.h"
#include "standard/rule_reader.h"
#include "standard/tr.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace junheng::standard {

namespace {

using model::Item;
using model::ItemDictionary;
using model::Level;
using model::Stage;

class StandardReader {
public:
    explicit StandardReader(const ItemDictionary& items) : m_items(items) {}

    Standard read(JsonNode root) {
        if (root.at("format").integer() != 1)
            root.at("format").fail(tr("只认识 format 1；请升级程序"));
        readId(root.at("id"));
        m_standard.title = root.at("title").text();
        root.find("extends"); // laid over its base already
        readSources(root.at("sources"));
        if (const auto groups = root.find("groups"))
            readGroups(*groups);
        readSplit(root.at("split"));
        JsonNode floor = root.at("floor");
        m_standard.floorShare = floor.at("share").rational();
        if (m_standard.floorShare <= 0 || m_standard.floorShare > 1)
            floor.at("share").fail(tr("应大于 0、不超过 1"));
        sourceOf(floor, m_standard);
        floor.refuseUnknownMembers();
        for (const JsonNode& clause : root.at("scope").elements())
            readExclusion(clause);
        excludeSectionsWithoutPupils();
        for (const JsonNode& clause : root.at("resource").elements())
            m_standard.resource.push_back(readMeasure(clause, true));
        readRowsMet(root.at("rows_met"));
        for (const JsonNode& clause : root.at("relaxations").elements())
            readRelaxation(clause);
        readBalance(root.at("balance"));
        readPrint(root.at("print"));
        readIndicators(root.at("government"), m_standard.government, false);
        readIndicators(root.at("quality"), m_standard.quality, false);
        readIndicators(root.at("eligibility"), m_standard.eligibility, false);
        readIndicators(root.at("targets"), m_standard.targets, true);
        if (const auto approval = root.find("approval"))
            m_standard.approval = readApproval(*approval, m_standard);
        for (const JsonNode& clause : root.at("vetoes").elements()) {
            m_standard.vetoes.push_back(readVeto(clause, m_standard, m_items));
            claimId(clause);
        }
        for (const JsonNode& example : root.at("examples").elements())
            runExample(example, m_standard, m_items);
        root.refuseUnknownMembers();
        return m_standard;
    }

private:
    // It also names files.
    void readId(const JsonNode& node) {
        constexpr qsizetype kLongest = 64;
        m_standard.id = node.name();
        static const QRegularExpression kPlain(QStringLiteral("^[\\w.-]*$"),
                                               QRegularExpression::UseUnicodePropertiesOption);
        if (m_standard.id.size() > kLongest || !kPlain.match(m_standard.id).hasMatch() ||
            m_standard.id.startsWith(u'.'))
            node.fail(tr("应为不超过 %1 个字的编号，只用文字、数字、“-”、“_”和“.”，不以“.”开头").arg(kLongest));
    }

    void readRowsMet(JsonNode node) {
        const JsonNode count = node.at("count");
        const std::int64_t rows = count.integer();
        if (rows < 0 || rows > std::ssize(m_standard.resource))
            count.fail(tr("应为 0 到 %1，资源配置指标只有这么多项").arg(m_standard.resource.size()));
        m_standard.rowsMet = static_cast<int>(rows);
        sourceOf(node, m_standard);
        node.refuseUnknownMembers();
    }

    void readSources(const JsonNode& node) {
        for (auto [id, source] : node.members()) {
            m_standard.sources.push_back(
                {.id = id, .title = source.at("title").text(), .url = source.at("url").text()});
            source.refuseUnknownMembers();
        }
    }

    void readGroups(JsonNode node) {
        m_standard.groups = {.resource = node.at("resource").name(),
                             .government = node.at("government").name(),
                             .quality = node.at("quality").name()};
        sourceOf(node, m_standard);
        node.refuseUnknownMembers();
    }

    void claimId(JsonNode clause) {
        JsonNode id = clause.at("id");
        if (!m_ids.insert(id.name()).second)
            id.fail(tr("指标编号重复"));
    }

    void readIndicators(const JsonNode& node, std::vector<Indicator>& indicators, bool areTargets) {
        for (const JsonNode& clause : node.elements()) {
            indicators.push_back(readIndicator(clause, m_standard, m_items, areTargets));
            claimId(clause);
        }
    }

    void readSplit(JsonNode node) {
        for (Stage stage : kSplitStages) {
            const QByteArray id = model::stageId(stage).toLatin1();
            JsonNode weight = node.at(id.constData());
            m_standard.splitWeight[static_cast<std::size_t>(stage)] = weight.rational();
            if (weight.rational() <= 0)
                weight.fail(tr("折算系数应大于 0"));
        }
        sourceOf(node, m_standard);
        node.refuseUnknownMembers();
    }

    void readExclusion(JsonNode node) {
        Exclusion exclusion;
        JsonNode which = node.at("exclude");
        if (const auto type = which.find("school_type")) {
            exclusion.schoolType = schoolTypeAt(*type);
        }
        if (const auto sponsors = which.find("sponsors")) {
            for (const JsonNode& sponsor : sponsors->elements())
                exclusion.sponsors.push_back(choiceAt(sponsor, model::itemOf(items::sponsor)));
        }
        if (const auto below = which.find("compulsory_pupils_below"))
            exclusion.compulsoryBelow = below->integer();
        if (const auto without = which.find("without_pupils"))
            exclusion.withoutPupils = without->boolean();
        which.refuseUnknownMembers();
        if (!exclusion.schoolType && exclusion.sponsors.empty() && !exclusion.compulsoryBelow &&
            !exclusion.withoutPupils)
            which.fail(tr("没有写明不参评的条件"));
        exclusion.reason = node.at("reason").text();
        exclusion.source = sourceOf(node, m_standard);
        node.refuseUnknownMembers();
        m_standard.exclusions.push_back(exclusion);
    }

    // There is no figure a pupil where there is no pupil, whatever the scope says.
    void excludeSectionsWithoutPupils() {
        const bool stated = std::ranges::any_of(m_standard.exclusions, [](const Exclusion& exclusion) {
            return exclusion.withoutPupils && !exclusion.schoolType && exclusion.sponsors.empty() &&
                   !exclusion.compulsoryBelow;
        });
        if (stated)
            return;
        Exclusion exclusion;
        exclusion.withoutPupils = true;
        exclusion.reason = tr("该学段没有在校学生");
        m_standard.exclusions.push_back(exclusion);
    }

    // A figure a pupil; without thresholds where only its coefficient is tested.
    ResourceIndicator readMeasure(JsonNode node, bool hasThreshold) {
        ResourceIndicator indicator;
        indicator.id = node.at("id").text();
        claimId(node);
        indicator.title = node.at("title").text();
        indicator.formTitle = formTitleOf(node);
        indicator.shortName = node.at("short").text();
        indicator.unit = node.at("unit").text();
        indicator.split = node.at("split").boolean();
        const Level level = indicator.split ? Level::Campus : Level::Section;
        readPlus(node.at("plus"), level, indicator);
        indicator.minus = itemsAt(node.at("minus"), level, m_items);
        indicator.scale = node.at("scale").rational();
        if (indicator.scale <= 0)
            node.at("scale").fail(tr("应大于 0"));
        indicator.scaleFactor = base::toDouble(indicator.scale);
        if (hasThreshold) {
            JsonNode thresholds = node.at("threshold");
            for (Stage stage : kJudgedStages)
                indicator.threshold[stageIndex(stage)] = readThreshold(thresholds, stage);
            thresholds.refuseUnknownMembers();
        } else if (const auto tested = node.find("tested")) {
            indicator.tested = tested->boolean();
        }
        indicator.naturalUnit = node.at("natural_unit").text();
        indicator.source = sourceOf(node, m_standard);
        node.refuseUnknownMembers();
        return indicator;
    }

    void readPlus(JsonNode node, Level level, ResourceIndicator& indicator) const {
        for (Stage stage : kJudgedStages) {
            const QByteArray id = model::stageId(stage).toLatin1();
            JsonNode list = node.isArray() ? node : node.at(id.constData());
            indicator.plus[stageIndex(stage)] = itemsAt(list, level, m_items);
            if (indicator.plus[stageIndex(stage)].empty())
                list.fail(tr("至少要有一个指标项"));
        }
        if (node.isObject())
            node.refuseUnknownMembers();
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
        relaxation.plus = itemsAt(node.at("plus"), found->split ? Level::Campus : Level::Section, m_items);
        for (const auto& [name, condition] : node.at("when").members())
            readCondition(name, condition, relaxation);
        relaxation.from = static_cast<int>(node.at("from").integer());
        if (const auto until = node.find("until"))
            relaxation.until = static_cast<int>(until->integer());
        relaxation.source = sourceOf(node, m_standard);
        node.refuseUnknownMembers();
        m_standard.relaxations.push_back(std::move(relaxation));
    }

    void readCondition(const QString& name, const JsonNode& node, Relaxation& relaxation) const {
        if (name == QLatin1StringView("compulsory_pupils")) {
            const auto bounds = node.elements();
            if (bounds.size() != 2 || bounds[0].integer() > bounds[1].integer())
                node.fail(tr("应为 [下限, 上限]"));
            relaxation.compulsoryPupils = std::pair(bounds[0].integer(), bounds[1].integer());
            return;
        }
        if (name == QLatin1StringView("without_flag")) {
            relaxation.withoutFlag = schoolSelectionAt(node);
            return;
        }
        const Item* flag = m_items.find(name);
        if (flag == nullptr || flag->level != Level::School || flag->kind != model::ItemKind::Flag)
            node.fail(tr("条件应为学校的是非项、without_flag 或 compulsory_pupils"));
        if (!node.boolean())
            node.fail(tr("应为 true"));
        relaxation.flag = flag;
    }

    void readBalance(JsonNode node) {
        m_standard.singleCoefficientsTested = node.find("primary").has_value();
        if (auto composite = node.find("composite")) {
            m_standard.compositeLimit.emplace();
            for (Stage stage : kJudgedStages)
                (*m_standard.compositeLimit)[stageIndex(stage)] = limitOf(*composite, stage);
            composite->refuseUnknownMembers();
        }
        if (m_standard.singleCoefficientsTested || !m_standard.compositeLimit) {
            for (Stage stage : kJudgedStages)
                m_standard.balanceLimit[stageIndex(stage)] = limitOf(node, stage).text;
        }
        if (const auto further = node.find("indicators")) {
            for (const JsonNode& clause : further->elements())
                m_standard.furtherBalance.push_back(readMeasure(clause, false));
        }
        if (m_standard.balanceCount() == 0)
            node.fail(tr("至少要有一项指标"));
        sourceOf(node, m_standard);
        node.refuseUnknownMembers();
    }

    static Limit limitOf(JsonNode& node, Stage stage) {
        const QByteArray id = model::stageId(stage).toLatin1();
        return positiveLimitAt(node.at(id.constData()));
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
        sourceOf(node, m_standard);
        node.refuseUnknownMembers();
    }

    const ItemDictionary& m_items;
    Standard m_standard;
    std::set<QString> m_ids;
};

} // namespace

Standard readStandard(JsonNode root, const ItemDictionary& items) {
    return StandardReader(items).read(std::move(root));
}

} // namespace junheng::standard
