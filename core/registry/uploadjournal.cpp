// SPDX-License-Identifier: Apache-2.0
#include "registry/uploadjournal.h"

#include "base/log.h"
#include "io/json.h"
#include "io/userfolders.h"

#include <algorithm>

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr ByteCount maxRecord = 64_KiB;

std::optional<fs::path> journalFolder()
{
    const auto folder = userFolder(UserFolder::State);
    return folder ? std::optional(*folder / "uploads") : std::nullopt;
}

/// Target and content in words; the same words mean the same bytes for the same place. By the digest first, where it is
/// known; by the fingerprint too, since it may not have been known when the upload began.
std::vector<std::string> identitiesFor(const Reference &target, const Content &content)
{
    std::vector<std::string> identities;
    if (const auto digest = content.digest())
        identities.push_back(target.repositoryPath() + " " + digest->toString());
    if (const auto fingerprint = content.fingerprint(); !fingerprint.empty())
        identities.push_back(target.repositoryPath() + " " + fingerprint);
    return identities;
}

std::optional<fs::path> journalFile(const std::string &identity)
{
    const auto folder = journalFolder();
    if (!folder || identity.empty())
        return std::nullopt;
    return *folder / (Digest::sha256Of(identity).hex().substr(0, 40) + ".json");
}

std::optional<UploadRecord> readRecord(const fs::path &file, const std::string &identity)
{
    const auto text = readSmallFile(file, maxRecord);
    if (!text)
        return std::nullopt;
    const auto json = parseJson(*text);
    const auto *offset = json ? json->find("offset") : nullptr;
    if (!json || json->text("content") != identity || json->text("location").empty() || !offset || !offset->isInteger()
        || *offset->asInteger() < 0)
        return std::nullopt;
    UploadRecord record{json->text("location"), ByteCount(*offset->asInteger())};
    if (auto digest = Digest::parse(json->text("digest")))
        record.digest = std::move(*digest);
    return record;
}

} // namespace

UploadJournal::UploadJournal(fs::path file, std::string identity, FileLock lock)
    : m_file(std::move(file)),
      m_identity(std::move(identity)),
      m_lock(std::move(lock))
{
}

std::unique_ptr<UploadJournal> UploadJournal::open(const Reference &target, const Content &content)
{
    const auto identities = identitiesFor(target, content);
    if (identities.empty())
        return nullptr;
    const auto begun = std::find_if(identities.begin(), identities.end(), [](const std::string &identity) {
        const auto file = journalFile(identity);
        return file && readRecord(*file, identity);
    });
    const auto &identity = begun == identities.end() ? identities.front() : *begun;
    const auto file = journalFile(identity);
    return file && makeFolders(file->parent_path(), 0700) ? openFile(*file, identity) : nullptr;
}

std::unique_ptr<UploadJournal> UploadJournal::openFile(const fs::path &file, std::string identity)
{
    auto lock = FileLock::tryLock(fs::path(file).replace_extension(".lock"));
    if (!lock || !*lock)
        return nullptr;
    return std::unique_ptr<UploadJournal>(new UploadJournal(file, std::move(identity), std::move(**lock)));
}

std::vector<UploadRecord> UploadJournal::takeLeft(const Reference &target, const Content &content)
{
    std::vector<UploadRecord> records;
    for (const auto &identity : identitiesFor(target, content)) {
        const auto file = journalFile(identity);
        std::error_code ignored;
        if (!file || !fs::exists(*file, ignored))
            continue;
        const auto journal = openFile(*file, identity);
        if (!journal)
            continue;
        if (auto record = journal->load())
            records.push_back(std::move(*record));
        journal->remove();
    }
    return records;
}

std::optional<UploadRecord> UploadJournal::peek(const Reference &target, const Digest &digest)
{
    const auto identity = target.repositoryPath() + " " + digest.toString();
    const auto file = journalFile(identity);
    return file ? readRecord(*file, identity) : std::nullopt;
}

std::optional<UploadRecord> UploadJournal::load() const { return readRecord(m_file, m_identity); }

void UploadJournal::save(const UploadRecord &record) const
{
    JsonObject json{
        {"version", 1}, {"content", m_identity}, {"location", record.location}, {"offset", record.offset.value()}};
    if (record.digest)
        json.append("digest", record.digest->toString());
    if (const auto written = writeFileAtomically(m_file, dumpJson(json), 0600); !written)
        log(LogLevel::Info, "registry", "the upload's journal cannot be written: " + written.error().message());
}

void UploadJournal::remove() const
{
    std::error_code ignored;
    fs::remove(m_file, ignored);
    fs::remove(fs::path(m_file).replace_extension(".lock"), ignored);
}

} // namespace modelcrate
