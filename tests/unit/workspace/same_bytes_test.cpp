// What is hashed or kept of a file is what was parsed, though somebody replaces the file meanwhile.

#include "base/atomic_file.h"
#include "workspace/choosing.h"
#include "workspace/import_plan.h"
#include "workspace/reports.h"
#include "workspace_fixture.h"

#include <array>
#include <filesystem>
#include <system_error>
#include <thread>

namespace junheng::workspace {

namespace {

using namespace Qt::Literals::StringLiterals;

// Puts the one file and then the other in the place of `path`, over and over: each time the whole file at once.
class Replacing {
public:
    Replacing(const QString& path, const QString& one, const QString& other)
        : m_path(path.toStdU16String()), m_files{one.toStdU16String(), other.toStdU16String()} {
        put(0);
        m_thread = std::jthread([this](const std::stop_token& stop) {
            for (std::size_t turn = 1; !stop.stop_requested(); ++turn)
                put(turn % m_files.size());
        });
    }

private:
    void put(std::size_t which) const {
        std::filesystem::path next = m_path;
        next += ".next";
        std::error_code ignored;
        std::filesystem::create_hard_link(m_files.at(which), next, ignored);
        std::filesystem::rename(next, m_path, ignored);
    }

    std::filesystem::path m_path;
    std::array<std::filesystem::path, 2> m_files;
    std::jthread m_thread;
};

// Enough that a file read twice would have been caught between the two readings.
constexpr int kReadings = 40;

} // namespace

class SameBytes : public WorkspaceTest {
protected:
    QString written(const QString& name, const QByteArray& bytes) {
        QString file = folder.filePath(name);
        EXPECT_TRUE(base::writeFileAtomically(file, bytes));
        return file;
    }
};

TEST_F(SameBytes, TheFingerprintOfAnImportIsOfWhatIsImported) {
    const QString changed = folder.filePath(u"changed.xlsx"_s);
    const QString same = folder.filePath(u"same.xlsx"_s);
    ASSERT_TRUE(type(u"pupils", u"100"));
    ASSERT_TRUE(workspace.reports().writeTemplate(changed, true));
    ASSERT_TRUE(type(u"pupils", u"200"));
    ASSERT_TRUE(workspace.reports().writeTemplate(same, true));
    const QString changedSha256 = base::sha256Of(base::readFile(changed, 1 << 24).value());
    const QString sameSha256 = base::sha256Of(base::readFile(same, 1 << 24).value());
    const QString book = folder.filePath(u"book.xlsx"_s);
    const Replacing replacing(book, changed, same);
    for (int i = 0; i < kReadings; ++i) {
        const auto preview = planImport({book}, workspace.data(), workspace.standard(), false, {});
        ASSERT_TRUE(preview) << preview.error().toString().toStdString();
        EXPECT_EQ(preview->changes.sha256, preview->changes.isEmpty() ? sameSha256 : changedSha256);
    }
}

TEST_F(SameBytes, TheStandardThatIsKeptIsTheOneThatWasChecked) {
    const auto own = [](const char* title) {
        return QByteArray(R"({"format": 1, "id": "own-county", "title": ")") + title +
               R"(", "extends": "national-2017"})";
    };
    const QString first = written(u"first.json"_s, own("甲"));
    const QString second = written(u"second.json"_s, own("乙"));
    const QString file = folder.filePath(u"own.json"_s);
    const Replacing replacing(file, first, second);
    for (int i = 0; i < kReadings; ++i) {
        const auto chosen = chosenStandard(file, {}, model::ItemDictionary::builtIn());
        ASSERT_TRUE(chosen) << chosen.error().toString().toStdString();
        EXPECT_EQ(chosen->choice.document, own(chosen->standard.title.toUtf8().constData()));
    }
}

} // namespace junheng::workspace
