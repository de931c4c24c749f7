// SPDX-License-Identifier: Apache-2.0
// What a cut of power does, for LD_PRELOAD. A name may be on the disk while the bytes under it are not: after the
// MODELCRATE_POWER_CUT_AT-th rename or link, every file that was written and not synced since loses its bytes, and the
// process ends with 77.
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <map>
#include <mutex>
#include <utility>

#include <dlfcn.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

using FileKey = std::pair<dev_t, ino_t>;

struct State {
    std::mutex mutex;
    std::map<FileKey, int> unsynced; ///< with a descriptor of our own, by which the bytes are taken away
    int renamesLeft = std::getenv("MODELCRATE_POWER_CUT_AT") ? std::atoi(std::getenv("MODELCRATE_POWER_CUT_AT")) : 0;
};

State &state()
{
    static auto *const only = new State; // outlives every destructor that writes
    return *only;
}

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool keyOf(int fd, FileKey &key)
{
    struct ::stat status { };
    if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    key = {status.st_dev, status.st_ino};
    return true;
}

void written(int fd)
{
    const int before = errno;
    FileKey key;
    if (keyOf(fd, key)) {
        const std::lock_guard lock(state().mutex);
        if (state().unsynced.count(key) == 0)
            state().unsynced[key] = ::fcntl(fd, F_DUPFD_CLOEXEC, 0);
    }
    errno = before;
}

void synced(int fd)
{
    FileKey key;
    if (!keyOf(fd, key))
        return;
    const std::lock_guard lock(state().mutex);
    const auto found = state().unsynced.find(key);
    if (found == state().unsynced.end())
        return;
    ::close(found->second);
    state().unsynced.erase(found);
}

void allSynced()
{
    const std::lock_guard lock(state().mutex);
    for (const auto &[key, fd] : state().unsynced)
        ::close(fd);
    state().unsynced.clear();
}

template<typename Result>
Result named(Result result)
{
    if (result != 0)
        return result;
    const std::lock_guard lock(state().mutex);
    if (state().renamesLeft <= 0 || --state().renamesLeft > 0)
        return result;
    // A file may be mapped, as SQLite's are: whoever looks there now waits for the end, which is near.
    struct sigaction waits { };
    waits.sa_handler = [](int) {
        for (;;)
            ::pause();
    };
    ::sigaction(SIGBUS, &waits, nullptr);
    for (const auto &[key, fd] : state().unsynced)
        static_cast<void>(!next<int (*)(int, off_t)>("ftruncate")(fd, 0));
    ::_exit(77);
}

} // namespace

extern "C" {

ssize_t write(int fd, const void *bytes, size_t count)
{
    written(fd);
    return next<ssize_t (*)(int, const void *, size_t)>("write")(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset)
{
    written(fd);
    return next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64")(fd, bytes, count, offset);
}

int fallocate(int fd, int mode, off_t offset, off_t length)
{
    written(fd);
    return next<int (*)(int, int, off_t, off_t)>("fallocate")(fd, mode, offset, length);
}

ssize_t copy_file_range(int in, off64_t *inOffset, int out, off64_t *outOffset, size_t count, unsigned flags)
{
    written(out);
    return next<ssize_t (*)(int, off64_t *, int, off64_t *, size_t, unsigned)>("copy_file_range")(
        in, inOffset, out, outOffset, count, flags);
}

int ioctl(int fd, unsigned long request, ...)
{
    va_list arguments;
    va_start(arguments, request);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (request == FICLONE)
        written(fd);
    return next<int (*)(int, unsigned long, ...)>("ioctl")(fd, request, argument);
}

int fsync(int fd)
{
    synced(fd);
    return next<int (*)(int)>("fsync")(fd);
}

int fdatasync(int fd)
{
    synced(fd);
    return next<int (*)(int)>("fdatasync")(fd);
}

int syncfs(int fd)
{
    allSynced();
    return next<int (*)(int)>("syncfs")(fd);
}

int rename(const char *from, const char *to)
{
    return named(next<int (*)(const char *, const char *)>("rename")(from, to));
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to)
{
    return named(next<int (*)(int, const char *, int, const char *)>("renameat")(fromFolder, from, toFolder, to));
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    return named(
        next<int (*)(int, const char *, int, const char *, int)>("linkat")(fromFolder, from, toFolder, to, flags));
}

/// renameat2 has no function of its own everywhere.
long syscall(long number, ...)
{
    va_list list;
    va_start(list, number);
    long a[6];
    for (auto &argument : a)
        argument = va_arg(list, long);
    va_end(list);
    const auto result = next<long (*)(long, ...)>("syscall")(number, a[0], a[1], a[2], a[3], a[4], a[5]);
    return number == SYS_renameat2 ? named(result) : result;
}

} // extern "C"
