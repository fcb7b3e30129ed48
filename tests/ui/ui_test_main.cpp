// Widgets need a QApplication; without a display the offscreen platform serves.

#include "ui/widgets/application_rules.h"

#include <QApplication>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    ::testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    junheng::ui::applyRules(application); // as ui/main.cpp does
    return RUN_ALL_TESTS();
}
