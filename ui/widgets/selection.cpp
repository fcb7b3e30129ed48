#include "ui/widgets/selection.h"

namespace junheng::ui {

void Selection::choose(const model::SubjectKey& section, const QString& indicator) {
    if (section == m_section && indicator == m_indicator)
        return;
    m_section = section;
    m_indicator = indicator;
    Q_EMIT changed();
}

} // namespace junheng::ui
