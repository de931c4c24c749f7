// SPDX-License-Identifier: Apache-2.0
#include "support/testing.h"

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

namespace modelcrate::testing {

TestDir::TestDir()
{
    auto pattern = (std::filesystem::temp_directory_path() / "modelcrate tést XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        qFatal("cannot make a temporary folder");
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
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush())
        qFatal("cannot write %s", target.c_str());
    return target;
}

std::string TestDir::read(std::string_view relative) const
{
    return readFile(m_path / relative);
}

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        qFatal("cannot read %s", path.c_str());
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

std::filesystem::path dataDir()
{
    return MODELCRATE_SOURCE_DIR "/tests/data";
}

std::string pseudoRandomBytes(std::size_t count, unsigned seed)
{
    std::mt19937_64 generator(seed);
    std::string out(count, '\0');
    for (std::size_t i = 0; i < count; i += 8) {
        const auto word = generator();
        for (std::size_t j = 0; j < 8 && i + j < count; ++j)
            out[i + j] = static_cast<char>(word >> (8 * j) & 255);
    }
    return out;
}

} // namespace modelcrate::testing
