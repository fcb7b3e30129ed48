#include "ui/pages/entry/grid/column_filter.h"

#include "model/typed_text.h"
#include "ui/widgets/tr.h"

#include <array>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;
using model::Item;
using model::Observation;

namespace {

base::Rational numberOf(const Item& item, const Observation& observation) {
    return base::toRational(model::decimalOf(item, observation));
}

} // namespace

base::Result<ColumnFilter> ColumnFilter::parse(const QString& text) {
    // Longer signs first: >= is no > of "=".
    static const std::array kSigns{std::pair(u">="_s, Kind::GreaterEqual), std::pair(u"≥"_s, Kind::GreaterEqual),
                                   std::pair(u"<="_s, Kind::LessEqual),    std::pair(u"≤"_s, Kind::LessEqual),
                                   std::pair(u"<>"_s, Kind::Unequal),      std::pair(u"≠"_s, Kind::Unequal),
                                   std::pair(u">"_s, Kind::Greater),       std::pair(u"<"_s, Kind::Less),
                                   std::pair(u"="_s, Kind::Equal)};
    ColumnFilter filter;
    filter.m_text = model::foldText(text);
    if (filter.m_text == tr("空")) {
        filter.m_kind = Kind::Blank;
    } else if (filter.m_text == tr("非空")) {
        filter.m_kind = Kind::Filled;
    } else {
        for (const auto& [sign, kind] : kSigns) {
            if (!filter.m_text.startsWith(sign))
                continue;
            filter.m_kind = kind;
            filter.m_text.remove(0, sign.size());
            break;
        }
    }
    if (filter.m_kind < Kind::Equal)
        return filter;
    if (const auto number = base::Decimal::parse(QString(filter.m_text).remove(u',')))
        filter.m_number = base::toRational(*number);
    else if (filter.m_kind > Kind::Unequal)
        return std::unexpected(
            base::Error{.code = u"filter.no_number"_s,
                        .message = tr("筛选“%1”的符号后面应填数字，如 >100。也可以填文字、=0、空、非空。").arg(text)});
    return filter;
}

bool ColumnFilter::matches(const Item& item, const Observation& observation) const {
    switch (m_kind) {
    case Kind::Contains:
        return matchesText(model::displayText(item, observation));
    case Kind::Blank:
        return observation.isMissing();
    case Kind::Filled:
        return !observation.isMissing();
    case Kind::Equal:
        return equals(item, observation);
    case Kind::Unequal:
        return !equals(item, observation);
    default:
        return observation.isValue() && item.isNumeric() && compares(numberOf(item, observation));
    }
}

bool ColumnFilter::equals(const Item& item, const Observation& observation) const {
    if (m_number && item.isNumeric() && observation.isValue())
        return numberOf(item, observation) == *m_number;
    return model::foldText(model::displayText(item, observation)).compare(m_text, Qt::CaseInsensitive) == 0;
}

bool ColumnFilter::compares(const base::Rational& number) const {
    switch (m_kind) {
    case Kind::Less:
        return number < *m_number;
    case Kind::LessEqual:
        return number <= *m_number;
    case Kind::Greater:
        return number > *m_number;
    default:
        return number >= *m_number;
    }
}

bool ColumnFilter::matchesText(const QString& text) const {
    const QString folded = model::foldText(text);
    switch (m_kind) {
    case Kind::Blank:
        return folded.isEmpty();
    case Kind::Filled:
        return !folded.isEmpty();
    case Kind::Equal:
        return folded.compare(m_text, Qt::CaseInsensitive) == 0;
    case Kind::Unequal:
        return folded.compare(m_text, Qt::CaseInsensitive) != 0;
    case Kind::Contains:
        return folded.contains(m_text, Qt::CaseInsensitive);
    default:
        return false;
    }
}

} // namespace junheng::ui
