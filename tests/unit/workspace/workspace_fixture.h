// A county file with one primary school, for the tests of the workspace.
#pragma once

#include "standard/library.h"
#include "workspace/structure.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace junheng::workspace {

inline const QString kSchool = QStringLiteral("9901010001");

class WorkspaceTest : public ::testing::Test {
protected:
    void SetUp() override {
        path = folder.filePath(QStringLiteral("示例县.junheng"));
        const auto created =
            workspace.create(path, {.code = QStringLiteral("990101"), .name = QStringLiteral("示例县")},
                             standard::defaultStandardId(), 2025);
        ASSERT_TRUE(created) << created.error().message.toStdString();
        const auto added = workspace.structure().addSchool({.code = kSchool,
                                                            .name = QStringLiteral("柳溪小学"),
                                                            .type = QStringLiteral("小学"),
                                                            .stages = {QStringLiteral("primary")}});
        ASSERT_TRUE(added) << added.error().message.toStdString();
    }

    static model::CellKey cell(const char16_t* item) {
        const model::Item& found = model::ItemDictionary::builtIn().at(QStringView(item));
        model::SubjectKey subject{.level = found.level, .school = kSchool};
        if (found.level == model::Level::Section)
            subject.part = QStringLiteral("primary");
        return {.subject = subject, .item = &found};
    }

    base::Outcome type(const char16_t* item, const char16_t* text) {
        return inShort(workspace.edit({{.cell = cell(item), .text = QString::fromUtf16(text)}}));
    }

    QString shown(const char16_t* item) {
        const model::CellKey key = cell(item);
        return model::displayText(*key.item, workspace.data().value(key.subject, *key.item));
    }

    QTemporaryDir folder;
    QString path;
    Workspace workspace;
};

} // namespace junheng::workspace
