// Workbooks made and looked at by tests/support/make_workbooks.py, that is by other programs than ours.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace junheng::test {

inline QByteArray runScript(const QStringList& arguments) {
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(QStringLiteral("/usr/bin/python3"),
                 QStringList{QStringLiteral(JUNHENG_TEST_SUPPORT "/make_workbooks.py")} + arguments);
    python.waitForFinished(120'000);
    EXPECT_EQ(python.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(python.exitCode(), 0) << arguments.join(QChar(u' ')).toStdString();
    return python.readAllStandardOutput();
}

/// A folder of its own for each test.
class BookTest : public testing::Test {
protected:
    [[nodiscard]] QString pathOf(const QString& name) const { return m_folder.filePath(name); }

    /// The path of a workbook of make_workbooks.py.
    [[nodiscard]] QString make(const char* name) const {
        const QString path = pathOf(QLatin1String(name) + QStringLiteral(".xlsx"));
        runScript({QStringLiteral("make"), QLatin1String(name), path});
        return path;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace junheng::test

// So that GoogleTest prints what it compares.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}
