// SPDX-License-Identifier: Apache-2.0
#pragma once

#if defined(__SANITIZE_THREAD__)
extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);
#endif

namespace modelcrate {

// Qt hands a call to its worker and back under a lock that ThreadSanitizer does not see, since Qt is not instrumented.
// These tell it about the hand-over of what stands at an address, so that it finds true races behind it.

inline void handOver([[maybe_unused]] const void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_release(const_cast<void *>(what));
#endif
}

inline void takeOver([[maybe_unused]] const void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(const_cast<void *>(what));
#endif
}

} // namespace modelcrate
