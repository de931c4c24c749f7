// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>
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
/// tests/data of the source tree.
std::filesystem::path dataDir();

/// Deterministic bytes that do not compress.
std::string pseudoRandomBytes(std::size_t count, unsigned seed = 1);

} // namespace modelcrate::testing

/// Fails with the error's text.
#define VERIFY_RESULT(result)                                                                                          \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : (result).error().toString().c_str())
#define VERIFY_ERROR(result, expectedCode)                                                                             \
    do {                                                                                                               \
        QVERIFY2(!(result).has_value(), "expected an error");                                                         \
        if ((result).error().code() != (expectedCode))                                                                 \
            QFAIL(((result).error().toString() + " [" + std::string(toString((result).error().code())) + "]").c_str()); \
    } while (false)
