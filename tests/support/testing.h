// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <QString>
#include <QTest>

namespace modelcrate::testing {

/// A new folder with a blank and a non-ASCII letter in its name, removed at the end with all it holds.
class TestDir {
public:
    TestDir();
    ~TestDir();
    TestDir(const TestDir &) = delete;
    TestDir &operator=(const TestDir &) = delete;

    const std::filesystem::path &path() const { return m_path; }
    std::filesystem::path operator/(std::string_view relative) const { return m_path / relative; }
    /// Writes a file, with its folders, and returns its path.
    std::filesystem::path write(std::string_view relative, std::string_view bytes) const;
    std::string read(std::string_view relative) const;

private:
    std::filesystem::path m_path;
};

/// Bytes of a file; the test fails when it can't be read.
std::string readFile(const std::filesystem::path &path);
/// Folder of the shared vectors: $MODELCRATE_VECTORS, else ../shared/vectors beside the source tree, else nothing.
std::optional<std::filesystem::path> vectorsDir();
/// A file of the shared vectors, or its copy in tests/data/vectors.
std::filesystem::path vectorFile(std::string_view relative);

/// Waits for something that happens elsewhere: in another program, in a server's thread. False when it has not come to
/// pass after five minutes: no loaded machine is that slow, so a test that waits so never depends on how fast it runs.
bool waitUntil(const std::function<bool()> &condition);
/// Waits until a file that is written now would count as settled for the hash cache, which trusts no file younger than
/// the clock's grain (two seconds). Only real time brings that about: nobody can set a ctime.
void waitUntilSettled(const std::filesystem::path &fileOrFolder);

/// Deterministic bytes that do not compress.
std::string pseudoRandomBytes(std::size_t count, unsigned seed = 1);

} // namespace modelcrate::testing

/// Fails with the error's text. Each looks at its expression once.
#define VERIFY_RESULT(result)                                                                                          \
    do {                                                                                                               \
        const auto &checked_ = (result);                                                                               \
        QVERIFY2(checked_.has_value(), checked_.has_value() ? "" : checked_.error().toString().c_str());               \
    } while (false)
#define VERIFY_ERROR(result, expectedCode)                                                                             \
    do {                                                                                                               \
        const auto &checked_ = (result);                                                                               \
        QVERIFY2(!checked_.has_value(), "expected an error");                                                          \
        if (checked_.error().code() != (expectedCode))                                                                 \
            QFAIL(                                                                                                     \
                (checked_.error().toString() + " [" + std::string(toString(checked_.error().code())) + "]").c_str());  \
    } while (false)
