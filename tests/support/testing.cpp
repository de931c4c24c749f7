// SPDX-License-Identifier: Apache-2.0
#include "support/testing.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include <QElapsedTimer>
#include <sys/stat.h>
#include <time.h>

namespace modelcrate::testing {

/// Ends the program with what the system said last, and with what a full machine would explain it by.
[[noreturn]] static void failOf(const char *act, const std::filesystem::path &path)
{
    const std::string cause = std::strerror(errno);
    std::error_code failure;
    const auto space = std::filesystem::space(std::filesystem::temp_directory_path(), failure);
    qFatal("cannot %s %s: %s (%llu MiB free; the folder %s there)", act, path.c_str(), cause.c_str(),
           failure ? 0ULL : static_cast<unsigned long long>(space.available >> 20),
           std::filesystem::exists(path.parent_path(), failure) ? "is" : "is not");
}

TestDir::TestDir()
{
    auto pattern = (std::filesystem::temp_directory_path() / "modelcrate tést XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        failOf("make", pattern);
    m_path = pattern;
}

TestDir::~TestDir()
{
    std::error_code ignored;
    // A test may have taken rights away.
    for (const auto &entry : std::filesystem::recursive_directory_iterator(
             m_path, std::filesystem::directory_options::skip_permission_denied, ignored)) {
        if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
            std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_all,
                                         std::filesystem::perm_options::add, ignored);
    }
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TestDir::write(std::string_view relative, std::string_view bytes) const
{
    const auto target = m_path / relative;
    std::filesystem::create_directories(target.parent_path());
    std::ofstream stream(target, std::ios::binary | std::ios::trunc);
    if (!stream)
        failOf("create", target);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush())
        failOf("write", target);
    return target;
}

std::string TestDir::read(std::string_view relative) const { return readFile(m_path / relative); }

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        failOf("read", path);
    std::ostringstream out;
    out << stream.rdbuf();
    return out.str();
}

std::optional<std::filesystem::path> vectorsDir()
{
    const char *chosen = std::getenv("MODELCRATE_VECTORS");
    const std::filesystem::path path = chosen ? chosen : MODELCRATE_SOURCE_DIR "/../shared/vectors";
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path / "vectors.json", ignored))
        return path;
    return std::nullopt;
}

std::filesystem::path vectorFile(std::string_view relative)
{
    const auto shared = vectorsDir();
    return (shared ? *shared : std::filesystem::path(MODELCRATE_SOURCE_DIR "/tests/data/vectors")) / relative;
}

bool waitUntil(const std::function<bool()> &condition)
{
    constexpr int longestMs = 300'000;
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > longestMs)
            return false;
        QTest::qWait(5);
    }
    return true;
}

void waitUntilSettled(const std::filesystem::path &fileOrFolder)
{
    constexpr time_t grain = 3; // whole seconds, more than the cache's two
    time_t newest = 0;
    const auto look = [&](const std::filesystem::path &path) {
        struct ::stat status { };
        if (::stat(path.c_str(), &status) == 0)
            newest = std::max(newest, status.st_ctim.tv_sec);
    };
    look(fileOrFolder);
    std::error_code ignored;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(fileOrFolder, ignored))
        look(entry.path());
    if (!waitUntil([&] { return ::time(nullptr) > newest + grain; }))
        qFatal("%s lies in the future", fileOrFolder.c_str());
}

std::string pseudoRandomBytes(std::size_t count, unsigned seed)
{
    std::string bytes(count, '\0');
    // xorshift64*: fast enough for tens of megabytes in a sanitizer build.
    std::uint64_t state = 0x9e3779b97f4a7c15ULL * (seed + 1);
    for (std::size_t at = 0; at < count; at += sizeof state) {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        const auto word = state * 0x2545f4914f6cdd1dULL;
        std::memcpy(bytes.data() + at, &word, std::min(sizeof word, count - at));
    }
    return bytes;
}

} // namespace modelcrate::testing
