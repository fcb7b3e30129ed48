// The sample county in a file of its own, and settings that nobody else sees.
#pragma once

#include "base/job.h"
#include "model/county_year.h"
#include "model/observation.h"
#include "standard/standard.h"
#include "workspace/import_plan.h"
#include "workspace/imports.h"
#include "workspace/standards.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace junheng::ui {

using namespace Qt::Literals::StringLiterals;

class DeskTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_folder.isValid());
        QCoreApplication::setOrganizationName(u"Junheng"_s);
        QCoreApplication::setApplicationName(u"JunhengTest"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath(u"settings"_s));
    }

    void openSample() {
        ASSERT_TRUE(m_workspace.create(file(u"示例县.junheng"_s), {.code = u"990101"_s, .name = u"示例县"_s},
                                       u"national-2017"_s, 2025));
        const auto preview = workspace::planImport({QStringLiteral(JUNHENG_SOURCE "/data/samples/demo-county.xlsx")},
                                                   m_workspace.data(), m_workspace.standard(), false, base::Job{});
        ASSERT_TRUE(preview);
        ASSERT_TRUE(m_workspace.imports().commit(*preview));
    }
    /// From now on by a standard of one's own that changes these members of the national one.
    void useOwnStandard(const QByteArray& members) {
        QFile own(file(u"标准.json"_s));
        ASSERT_TRUE(own.open(QIODevice::WriteOnly));
        own.write(R"({"format":1,"id":"own","title":"本县标准","extends":"national-2017","sources":{},)" + members +
                  "}");
        own.close();
        ASSERT_TRUE(m_workspace.standards().use(own.fileName()));
    }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] static model::CellKey sectionCell(const QString& school, const char16_t* item) {
        return {.subject = {.level = model::Level::Section, .school = school, .part = u"primary"_s},
                .item = &model::ItemDictionary::builtIn().at(item)};
    }
    [[nodiscard]] QString valueOf(const model::CellKey& cell) const {
        return model::displayText(*cell.item, m_workspace.data().value(cell.subject, *cell.item));
    }

    QTemporaryDir m_folder;
    workspace::Workspace m_workspace;
};

/// 云台镇中心小学: its 音乐专任教师数 is blank, so that its R3 is 待填报 (data/samples/README.md).
inline const QString kYuntai = u"9901001099"_s;

} // namespace junheng::ui
