// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/jobs/transferqueue.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace modelcrate {

/// A transfer and its place in the order.
struct StoredTransfer {
    Transfer transfer;
    qint64 position = 0;
};

/// The file behind the transfer queue: SQLite in WAL mode, every change on the disk before the next is written, mode
/// 0600. A thread of its own opens, reads and writes it, in the order of the calls, which return at once. Broken files
/// are set aside as FILE.broken; a file of a newer program is left alone. What cannot be written now is tried again
/// with the next change.
class TransferStore {
public:
    /// `$XDG_STATE_HOME/modelcrate/transfers.sqlite`, else below `~/.local/state`; nothing without a home.
    static std::optional<std::filesystem::path> defaultPath();

    /// Empty: nothing is kept.
    explicit TransferStore(std::filesystem::path file);
    ~TransferStore() { close(); }
    TransferStore(const TransferStore &) = delete;
    TransferStore &operator=(const TransferStore &) = delete;

    /// Waits until all that was asked for is written. Nothing may be asked for afterwards.
    void close();

    /// What the file held when it was opened, in order; waits for that. Once; any thread.
    std::vector<StoredTransfer> takeStored();
    /// False once the file is known not to be usable, or the last write failed.
    bool isWorking() const { return m_working; }
    /// Nothing waits to be written.
    bool isSaved() const { return m_unsaved == 0; }

    void insert(const Transfer &transfer, qint64 position);
    /// Everything but the request.
    void update(const Transfer &transfer, qint64 position);
    void remove(std::vector<qint64> ids);

private:
    class Database;
    using Write = std::function<bool(Database &)>;
    void post(Write write);
    void run();
    std::unique_ptr<Database> open(std::vector<StoredTransfer> &stored);
    bool apply(Database &database, const std::vector<Write> &writes);

    std::filesystem::path m_file;
    std::atomic<bool> m_working{true};
    std::atomic<std::size_t> m_unsaved{0};
    std::mutex m_mutex; ///< of what follows
    std::condition_variable m_changed;
    std::vector<Write> m_writes;
    std::vector<StoredTransfer> m_stored;
    bool m_opened = false;
    bool m_ending = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace modelcrate
