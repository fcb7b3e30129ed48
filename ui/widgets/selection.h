// What the user is looking at, shared by all pages: choosing a school or an indicator on one page finds it on the next.
#pragma once

#include "model/subject.h"

#include <QObject>
#include <QString>

namespace junheng::ui {

class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// The 小学部 or 初中部 of a school; its school is empty when none is chosen.
    [[nodiscard]] const model::SubjectKey& section() const { return m_section; }
    /// R4; empty when none is chosen.
    [[nodiscard]] const QString& indicator() const { return m_indicator; }

    /// Says changed() if it is another one.
    void choose(const model::SubjectKey& section, const QString& indicator);

Q_SIGNALS:
    void changed();

private:
    model::SubjectKey m_section;
    QString m_indicator;
};

} // namespace junheng::ui
