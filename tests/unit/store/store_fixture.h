// A folder for county files, and the changes that the tests write into them.
#pragma once

#include "store/county_file.h"

#include <gmock/gmock.h>

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace junheng::store {

inline const QString kSchool = QStringLiteral("9901000001");
inline constexpr int kYear = 2025;

const model::Item& item(const char* code);
model::SubjectKey section(const QString& stage);

/// The subject comes (true) or goes.
model::Change existence(const model::SubjectKey& subject, bool comes);
model::Change change(const model::SubjectKey& subject, const char* code, const model::Observation& before,
                     const model::Observation& after);
model::ChangeSet edit(std::vector<model::Change> changes);

/// Statements given to SQLite past the store, as another program would.
void runSql(const QString& file, const QByteArray& sql);

class StoreTest : public ::testing::Test {
protected:
    [[nodiscard]] QString pathOf(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString path() const { return pathOf(QStringLiteral("示例县.junheng")); }

    /// A new file with one school that has a primary section.
    std::unique_ptr<CountyFile> created();
    std::unique_ptr<CountyFile> opened(FileAccess access = FileAccess::ReadWrite) const;
    /// Writes pupils of the primary section, whatever they were; the id of the batch.
    static qint64 setPupils(CountyFile& file, std::int64_t pupils);
    static model::Observation pupils(const CountyFile& file);
    /// Takes the batch back, as the workspace does; the error code, or empty.
    static QString takeBack(CountyFile& file, const BatchInfo& batch, model::BatchKind kind);
    /// Undoes (or redoes) the candidate; false when there is none.
    static bool undo(CountyFile& file);
    static bool redo(CountyFile& file);

    static QByteArray bytesOf(const QString& file);

private:
    QTemporaryDir m_folder;
};

/// The code of an error, or empty.
template <class T> QString codeOf(const base::Result<T>& result) {
    return result ? QString() : result.error().code;
}

} // namespace junheng::store

/// So that a failing comparison prints the text.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}
