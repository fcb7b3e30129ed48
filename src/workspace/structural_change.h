// A change of which schools, sections and campuses there are.
#pragma once

#include "model/change.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace junheng::workspace {

enum class StructureStep : std::uint8_t {
    DeleteSchool,
    AddSection,
    DeleteSection,
    AddCampus,
    DeleteCampus,
    CorrectCode
};

struct StructureEdit {
    StructureStep step = StructureStep::DeleteSchool;
    QString school;      ///< its code
    QString detail = {}; ///< the id of the stage, the name of the campus (本部 is blank), the right code; else blank
};

/// A school to be added.
struct SchoolEntry {
    QString code;
    QString name;
    QString type;       ///< a choice of school_type
    QStringList stages; ///< stage ids
};

/// A school that a step concerns besides the one that is edited.
struct SchoolName {
    QString code;
    QString name;
};

/// What a step would do, and what goes with it.
struct StructurePlan {
    int year = 0;
    model::ChangeSet changes = {}; ///< its label names the undo step: 删除学校 柳溪小学（9901001008）
    SchoolName school = {};
    QStringList sections = {}; ///< that go or move along: 小学, 初中
    QStringList campuses = {}; ///< likewise: 本部, 东校区
    int rooms = 0;
    int figures = 0; ///< that have been entered
    int explanations = 0;
    std::vector<SchoolName> points = {}; ///< the schools that name this one as their 中心校
    QStringList lines = {};              ///< all of it, and what to do afterwards: a sentence each
};

} // namespace junheng::workspace
