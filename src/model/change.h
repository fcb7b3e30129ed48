// Changes of a year's data: what an import, an edit, an undo does, before it is done.
#pragma once

#include "model/observation.h"
#include "model/subject.h"

#include <QString>

#include <optional>
#include <vector>

namespace junheng::model {

enum class BatchKind : std::uint8_t { Import, Edit, Undo, Redo };

/// One cell from `before` to `after`; where `item` is null, the subject itself comes into being (`after` is a value) or
/// is taken out (`after` is missing).
struct Change {
    SubjectKey subject;
    /// Of a set that changes several years: the year of the subject. Else it is the year that the set is for; a record
    /// of no year (RecordKind::ofYear) has none.
    std::optional<int> year = {};
    const Item* item = nullptr;
    Observation before = {};
    Observation after = {};
    QString sheet = {}; ///< where an imported value stood
    QString cell = {};

    [[nodiscard]] bool isExistence() const { return item == nullptr; }
};

struct ChangeSet {
    BatchKind kind = BatchKind::Edit;
    QString label = {};  ///< "导入 数据表.xlsx", "修改 柳溪小学 体育专任教师数"
    QString file = {};   ///< name of the imported file
    QString sha256 = {}; ///< of the imported file
    std::vector<Change> changes = {};

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
    /// The same backwards: in reverse order, before and after exchanged.
    [[nodiscard]] ChangeSet inverse() const;
};

/// "柳溪小学 小学 在校学生数" needs the school's name, which the caller knows.
QString describeCell(const QString& schoolName, const CellKey& cell);

} // namespace junheng::model
