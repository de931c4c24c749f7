// SPDX-License-Identifier: Apache-2.0
#include "modelpack/folderscan.h"

#include "base/text.h"
#include "io/containedpath.h"
#include "io/json.h"
#include "io/unicode.h"
#include "modelpack/ignorerules.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <memory>
#include <unordered_map>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr ByteCount maxIgnoreFile = 1_MiB;
constexpr int maxDepth = 256;
constexpr std::size_t filesPerBatch = 512;
constexpr std::chrono::milliseconds batchEvery{50};
constexpr std::string_view ignoreFileName = ".modelignore";
/// Makes a folder an OCI image layout (image-spec image-layout.md).
constexpr const char *layoutFileName = "oci-layout";
constexpr ByteCount maxLayoutFile = 4_KiB;

/// Litter, records of tools and hidden files (which is where secrets are). Whoever wants one of them says so with `!`
/// in .modelignore.
constexpr std::array<std::string_view, 29> defaultPatterns{".*",
                                                           "__pycache__/",
                                                           "*.pyc",
                                                           "*.pyo",
                                                           "*~",
                                                           "*.swp",
                                                           "*.tmp",
                                                           "*.part",
                                                           "*.incomplete",
                                                           "*.crdownload",
                                                           "*.aria2",
                                                           "Thumbs.db",
                                                           "ehthumbs.db",
                                                           "desktop.ini",
                                                           "$RECYCLE.BIN/",
                                                           "node_modules/",
                                                           "venv/",
                                                           "*.egg-info/",
                                                           "**/*.dist-info/METADATA",
                                                           "**/*.dist-info/RECORD",
                                                           "**/*.dist-info/WHEEL",
                                                           "**/*.dist-info/INSTALLER",
                                                           "**/*.dist-info/REQUESTED",
                                                           "**/*.dist-info/top_level.txt",
                                                           "**/*.dist-info/entry_points.txt",
                                                           "**/*.dist-info/direct_url.json",
                                                           "PKG-INFO",
                                                           "*.log",
                                                           "*.modelcrate.json"};

struct DirectoryCloser {
    void operator()(DIR *directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, DirectoryCloser>;

bool isHexDigest(std::string_view name)
{
    return name.size() == 64 && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool isInside(const fs::path &path, const fs::path &folder)
{
    const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

/// The `models--ORG--NAME` folder of a snapshot in a Hugging Face cache; links of such a snapshot lead into it.
std::optional<fs::path> hubCacheFolder(const fs::path &root)
{
    const auto snapshots = root.parent_path();
    const auto model = snapshots.parent_path();
    if (snapshots.filename() != "snapshots" || model.filename().string().substr(0, 8) != "models--")
        return std::nullopt;
    return model;
}

/// The digest that a blob's name in a Hugging Face cache promises.
std::optional<Digest> promisedDigest(const fs::path &target, const std::optional<fs::path> &linkHome)
{
    const auto blob = target.filename().string();
    if (!linkHome || target.parent_path() != *linkHome / "blobs" || !isHexDigest(blob))
        return std::nullopt;
    if (auto digest = Digest::parse("sha256:" + blob))
        return std::move(*digest);
    return std::nullopt;
}

/// Gathers found files and hands them on in batches, so that a window gets news often and not too often.
class Batches {
public:
    explicit Batches(const std::function<void(std::vector<ScannedFile>)> &onFound) : m_onFound(onFound) { }

    void add(const ScannedFile &file)
    {
        if (!m_onFound)
            return;
        m_batch.push_back(file);
        if (m_batch.size() >= filesPerBatch || std::chrono::steady_clock::now() - m_handedOn >= batchEvery)
            handOn();
    }

    void handOn()
    {
        if (m_onFound && !m_batch.empty())
            m_onFound(std::exchange(m_batch, {}));
        m_handedOn = std::chrono::steady_clock::now();
    }

private:
    const std::function<void(std::vector<ScannedFile>)> &m_onFound;
    std::vector<ScannedFile> m_batch;
    std::chrono::steady_clock::time_point m_handedOn = std::chrono::steady_clock::now();
};

class Scanner {
public:
    using OnFolder = std::function<void(const std::string &path, const FileIdentity &identity)>;

    Scanner(fs::path root, const ScanOptions &options, const TaskContext &context,
            const std::function<void(std::vector<ScannedFile>)> &onFound, const OnFolder &onFolder)
        : m_options(options),
          m_context(context),
          m_linkHome(hubCacheFolder(root)),
          m_found(onFound),
          m_onFolder(onFolder)
    {
        m_out.root = std::move(root);
        for (const auto pattern : defaultPatterns)
            m_defaults.add(pattern);
        for (const auto &pattern : options.exclude)
            m_extra.add(pattern);
    }

    Result<FolderScan> scan()
    {
        FileHandle folder(::open(m_out.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!folder.isOpen())
            return systemError(errno, Message::of("cannot open folder %1", escapeForDisplay(m_out.root.native())));
        RETURN_IF_ERROR(scanFolder(std::move(folder), "", 0));
        m_found.handOn();
        const auto byPath = [](const auto &a, const auto &b) { return a.path < b.path; };
        std::sort(m_out.files.begin(), m_out.files.end(), byPath);
        std::sort(m_out.excluded.begin(), m_out.excluded.end(), byPath);
        return std::move(m_out);
    }

private:
    struct Level {
        std::string prefix; ///< "" or "a/b/"
        IgnoreRules rules;
        dev_t device = 0;
        ino_t inode = 0;
    };

    void exclude(const std::string &path, ExcludeReason reason, Message detail = {})
    {
        m_out.excluded.push_back({path, reason, std::move(detail)});
    }

    Result<void> scanFolder(FileHandle folder, std::string prefix, int depth)
    {
        struct ::stat status { };
        if (::fstat(folder.fd(), &status) != 0)
            return {};
        if (m_onFolder)
            m_onFolder(prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1), identityOf(status));
        Level level{prefix, readIgnoreFile(folder), status.st_dev, status.st_ino};
        const int fd = ::fcntl(folder.fd(), F_DUPFD_CLOEXEC, 0);
        Directory directory(fd < 0 ? nullptr : ::fdopendir(fd));
        if (!directory)
            return systemError(errno, Message::of("cannot list %1", escapeForDisplay((m_out.root / prefix).native())));
        m_levels.push_back(std::move(level));
        for (int count = 0; const auto *entry = ::readdir(directory.get()); ++count) {
            if (count % 256 == 0)
                RETURN_IF_ERROR(m_context.check());
            const std::string_view name(entry->d_name);
            if (name == "." || name == "..")
                continue;
            RETURN_IF_ERROR(scanEntry(folder, prefix, std::string(name), depth));
        }
        m_levels.pop_back();
        return {};
    }

    Result<void> scanEntry(const FileHandle &folder, const std::string &prefix, const std::string &name, int depth)
    {
        const auto path = prefix + name;
        struct ::stat status { };
        if (::fstatat(folder.fd(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            excludeFailed(path, errno);
            return {};
        }
        std::optional<Digest> hint;
        bool isLink = false;
        // What a pattern leaves out is not looked at further: a broken link in .git is nobody's concern.
        if (excludeByName(path, S_ISDIR(status.st_mode)))
            return {};
        if (S_ISLNK(status.st_mode)) {
            isLink = true;
            if (!followLink(folder, path, name, status, hint))
                return {};
            if (S_ISDIR(status.st_mode) && excludeByName(path, true))
                return {};
        }
        if (S_ISDIR(status.st_mode))
            return enterFolder(folder, path, name, status, isLink, depth);
        if (!S_ISREG(status.st_mode)) {
            exclude(path, ExcludeReason::NotAFile,
                    S_ISFIFO(status.st_mode)       ? Message("FIFO")
                        : S_ISSOCK(status.st_mode) ? Message("socket")
                                                   : Message("device"));
            return {};
        }
        if (::faccessat(folder.fd(), name.c_str(), R_OK, AT_EACCESS) != 0) {
            excludeFailed(path, errno);
            return {};
        }
        m_out.files.push_back({path, identityOf(status), (status.st_mode & S_IXUSR) != 0, std::move(hint)});
        m_found.add(m_out.files.back());
        return {};
    }

    void excludeFailed(const std::string &path, int reason)
    {
        if (reason == ENOENT)
            exclude(path, ExcludeReason::Vanished);
        else
            exclude(escapeIfNeeded(path), ExcludeReason::Unreadable,
                    systemError(reason, Message::of("cannot open it")).wording());
    }

    static std::string escapeIfNeeded(const std::string &path)
    {
        return isValidUtf8(path) ? path : escapeForDisplay(path);
    }

    /// Names that no artifact may carry, and what patterns leave out.
    bool excludeByName(const std::string &path, bool isFolder)
    {
        const auto shown = isFolder ? path + "/" : path;
        if (!isValidUtf8(path)) {
            exclude(escapeForDisplay(shown), ExcludeReason::NotUtf8);
            return true;
        }
        if (const auto reason = ignoredBy(path, isFolder)) {
            exclude(shown, reason->first, reason->second);
            return true;
        }
        if (const auto safe = ContainedPath::parse(path); !safe) {
            exclude(shown, ExcludeReason::UnsafeName, safe.error().wording());
            return true;
        }
        return false;
    }

    bool isAskedFor(const std::string &path, bool isFolder) const
    {
        return std::any_of(m_options.include.begin(), m_options.include.end(), [&](const std::string &wanted) {
            return wanted == (isFolder ? path + "/" : path)
                || (!wanted.empty() && wanted.back() == '/' && path.starts_with(wanted));
        });
    }

    struct Verdict {
        bool isOut = false;
        ExcludeReason reason = ExcludeReason::DefaultPattern;
        std::string pattern = {};
    };

    /// What the user said of a path, in whatever way; nothing when that is left to the defaults.
    std::optional<Verdict> askedBy(const std::string &path, bool isFolder) const
    {
        if (isAskedFor(path, isFolder))
            return Verdict();
        if (const auto match = m_extra.match(path, isFolder); match && match->ignored)
            return Verdict{true, ExcludeReason::ExcludeOption, match->pattern};
        for (auto level = m_levels.rbegin(); m_options.useModelIgnore && level != m_levels.rend(); ++level) {
            if (const auto match = level->rules.match(std::string_view(path).substr(level->prefix.size()), isFolder))
                return Verdict{match->ignored, ExcludeReason::ModelIgnore, match->pattern};
        }
        return std::nullopt;
    }

    std::optional<std::pair<ExcludeReason, std::string>> ignoredBy(const std::string &path, bool isFolder) const
    {
        if (const auto asked = askedBy(path, isFolder))
            return asked->isOut ? std::optional(std::pair(asked->reason, asked->pattern)) : std::nullopt;
        if (!m_options.useDefaultPatterns)
            return std::nullopt;
        if (const auto match = m_defaults.match(path, isFolder); match && match->ignored)
            return std::pair(ExcludeReason::DefaultPattern, match->pattern);
        return std::nullopt;
    }

    /// A small regular file of the folder itself; nothing when there is none.
    static std::optional<std::string> readFile(const FileHandle &folder, const char *name, ByteCount limit)
    {
        FileHandle file(::openat(folder.fd(), name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
        struct ::stat status { };
        if (!file.isOpen() || ::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode)
            || status.st_size > limit.value())
            return std::nullopt;
        std::string text(static_cast<std::size_t>(status.st_size), '\0');
        const auto count = ::read(file.fd(), text.data(), text.size());
        text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return text;
    }

    IgnoreRules readIgnoreFile(const FileHandle &folder) const
    {
        const auto text =
            m_options.useModelIgnore ? readFile(folder, ignoreFileName.data(), maxIgnoreFile) : std::nullopt;
        return text ? IgnoreRules::parse(*text) : IgnoreRules();
    }

    /// What was published into the model's own folder: packing it would send every byte of it again.
    static bool isImageLayout(const FileHandle &folder)
    {
        const auto text = readFile(folder, layoutFileName, maxLayoutFile);
        const auto document = text ? parseJson(*text) : Result<Json>(Json());
        return document && document->find("imageLayoutVersion");
    }

    /// Replaces `status` by that of what the link leads to; false when it is not to be followed.
    bool followLink(const FileHandle &folder, const std::string &path, const std::string &name, struct ::stat &status,
                    std::optional<Digest> &hint)
    {
        std::array<char, 4096> buffer{};
        const auto length = ::readlinkat(folder.fd(), name.c_str(), buffer.data(), buffer.size());
        const auto written =
            escapeForDisplay(std::string_view(buffer.data(), length > 0 ? static_cast<std::size_t>(length) : 0), 500);
        if (::fstatat(folder.fd(), name.c_str(), &status, 0) != 0) {
            exclude(path, errno == ELOOP ? ExcludeReason::LinkLoop : ExcludeReason::BrokenLink, written);
            return false;
        }
        std::error_code failure;
        const auto target = fs::canonical(m_out.root / path, failure);
        if (failure) {
            exclude(path, ExcludeReason::BrokenLink, written);
            return false;
        }
        if (!isInside(target, m_out.root) && !(m_linkHome && isInside(target, *m_linkHome))) {
            exclude(path, ExcludeReason::LinkOutside, written);
            return false;
        }
        hint = promisedDigest(target, m_linkHome);
        return true;
    }

    Result<void> enterFolder(const FileHandle &folder, const std::string &path, const std::string &name,
                             const struct ::stat &status, bool isLink, int depth)
    {
        const bool isAncestor = std::any_of(m_levels.begin(), m_levels.end(), [&](const Level &level) {
            return level.device == status.st_dev && level.inode == status.st_ino;
        });
        if (isAncestor || depth >= maxDepth) {
            exclude(path + "/", ExcludeReason::LinkLoop,
                    isAncestor ? Message::of("a folder inside itself") : Message::of("folders nested too deep"));
            return {};
        }
        FileHandle inner(
            ::openat(folder.fd(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isLink ? 0 : O_NOFOLLOW)));
        if (!inner.isOpen()) {
            excludeFailed(path + "/", errno);
            return {};
        }
        if (m_options.useDefaultPatterns && isImageLayout(inner) && !askedBy(path, true)) {
            exclude(path + "/", ExcludeReason::DefaultPattern, Message::of("an OCI layout, with what was published"));
            return {};
        }
        return scanFolder(std::move(inner), path + "/", depth + 1);
    }

    const ScanOptions &m_options;
    const TaskContext &m_context;
    std::optional<fs::path> m_linkHome;
    Batches m_found;
    const OnFolder &m_onFolder;
    IgnoreRules m_defaults;
    IgnoreRules m_extra;
    std::vector<Level> m_levels;
    FolderScan m_out;
};

/// Looks at one file after the other; remembers where the folders on the way really are.
class FileLooker {
public:
    explicit FileLooker(fs::path root) : m_root(std::move(root)), m_linkHome(hubCacheFolder(m_root)) { }

    std::optional<ScannedFile> look(const std::string &path)
    {
        const auto contained = ContainedPath::parse(path);
        if (!contained || contained->toString() != path)
            return std::nullopt;
        const auto slash = path.rfind('/');
        const auto &folder = realFolder(slash == std::string::npos ? std::string() : path.substr(0, slash));
        if (folder.empty())
            return std::nullopt;
        auto file = folder / path.substr(slash == std::string::npos ? 0 : slash + 1);
        struct ::stat status { };
        if (::lstat(file.c_str(), &status) != 0)
            return std::nullopt;
        std::optional<Digest> hint;
        if (S_ISLNK(status.st_mode)) {
            const auto target = inside(file);
            if (!target || ::stat(target->c_str(), &status) != 0)
                return std::nullopt;
            hint = promisedDigest(*target, m_linkHome);
        }
        if (!S_ISREG(status.st_mode))
            return std::nullopt;
        return ScannedFile{path, identityOf(status), (status.st_mode & S_IXUSR) != 0, std::move(hint)};
    }

private:
    /// Where a path leads, when that is a place a scan would follow it to.
    std::optional<fs::path> inside(const fs::path &path) const
    {
        std::error_code failure;
        auto target = fs::canonical(path, failure);
        if (failure || (!isInside(target, m_root) && !(m_linkHome && isInside(target, *m_linkHome))))
            return std::nullopt;
        return target;
    }

    const fs::path &realFolder(const std::string &folder)
    {
        const auto [known, isNew] = m_folders.try_emplace(folder);
        if (isNew)
            known->second = inside(m_root / folder).value_or(fs::path());
        return known->second;
    }

    fs::path m_root;
    std::optional<fs::path> m_linkHome;
    std::unordered_map<std::string, fs::path> m_folders; ///< empty: gone, or leads out
};

Result<fs::path> realRoot(const fs::path &root)
{
    std::error_code failure;
    auto absolute = fs::canonical(root, failure);
    if (failure)
        return systemError(failure.value(), Message::of("cannot open folder %1", escapeForDisplay(root.native())));
    if (!fs::is_directory(absolute, failure))
        return Error(ErrorCode::InvalidInput, Message::of("%1 is no folder", escapeForDisplay(root.native())),
                     "Name the folder that holds the model's files.");
    return absolute;
}

} // namespace

std::optional<Digest> hubDigestHint(const fs::path &root, const fs::path &file)
{
    const auto model = hubCacheFolder(root);
    if (!model)
        return std::nullopt;
    std::error_code failure;
    const auto blob = fs::canonical(root / file, failure);
    return failure ? std::nullopt : promisedDigest(blob, model);
}

std::string_view toString(ExcludeReason reason)
{
    switch (reason) {
    case ExcludeReason::DefaultPattern: return "default-pattern";
    case ExcludeReason::ModelIgnore: return "modelignore";
    case ExcludeReason::ExcludeOption: return "exclude-option";
    case ExcludeReason::LinkOutside: return "link-outside";
    case ExcludeReason::BrokenLink: return "broken-link";
    case ExcludeReason::LinkLoop: return "link-loop";
    case ExcludeReason::NotAFile: return "not-a-file";
    case ExcludeReason::Unreadable: return "unreadable";
    case ExcludeReason::Vanished: return "vanished";
    case ExcludeReason::NotUtf8: return "not-utf-8";
    case ExcludeReason::UnsafeName: return "unsafe-name";
    }
    return "unreadable";
}

Result<FolderScan>
scanFolder(const fs::path &root, const ScanOptions &options, const TaskContext &context,
           const std::function<void(std::vector<ScannedFile>)> &onFound,
           const std::function<void(const std::string &path, const FileIdentity &identity)> &onFolder)
{
    ASSIGN_OR_RETURN(auto absolute, realRoot(root));
    return Scanner(std::move(absolute), options, context, onFound, onFolder).scan();
}

Result<std::vector<std::optional<ScannedFile>>> lookAtFiles(const fs::path &root, std::span<const std::string> paths,
                                                            const TaskContext &context)
{
    ASSIGN_OR_RETURN(auto absolute, realRoot(root));
    FileLooker looker(std::move(absolute));
    std::vector<std::optional<ScannedFile>> found;
    found.reserve(paths.size());
    for (const auto &path : paths) {
        if (found.size() % 256 == 0)
            RETURN_IF_ERROR(context.check());
        found.push_back(looker.look(path));
    }
    return found;
}

} // namespace modelcrate
