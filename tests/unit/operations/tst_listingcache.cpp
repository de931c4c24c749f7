// SPDX-License-Identifier: Apache-2.0
#include "operations/listingcache.h"
#include "support/testing.h"

#include <QTest>

using namespace modelcrate;
using namespace modelcrate::testing;
namespace fs = std::filesystem;

class TestListingCache : public QObject {
    Q_OBJECT

private slots:
    void remembersNames();
    void remembersManifests();
    void remembersConfigs();
    void trustsNoBytes();
    void prunesWhatIsUsedLeast();
    void forgetsPlacesThatNobodyLists();
    void addsNamesOfAPartOfAList();
    void worksWithoutAFolder();
};

namespace {

StoredManifest manifestOf(std::string bytes)
{
    auto digest = Digest::sha256Of(bytes);
    return {std::move(bytes), std::move(digest), "application/vnd.oci.image.manifest.v1+json"};
}

const std::string repository = "registry.example/team/model";

} // namespace

void TestListingCache::remembersNames()
{
    const TestDir dir;
    const ListingCache cache(dir / "cache");
    QVERIFY(!cache.names(repository));
    cache.keepNames(repository, {"v1", "v2"});
    const auto names = cache.names(repository);
    QVERIFY(names);
    QCOMPARE(names->names, (std::vector<std::string>{"v1", "v2"}));
    const auto age = std::chrono::system_clock::now() - names->time;
    QVERIFY(age >= std::chrono::seconds(0) && age < std::chrono::hours(1));
    QVERIFY(!cache.names("registry.example"));
    cache.keepNames(repository, {"v3"});
    QCOMPARE(cache.names(repository)->names, std::vector<std::string>{"v3"});
}

void TestListingCache::remembersManifests()
{
    const TestDir dir;
    const ListingCache cache(dir / "cache");
    const auto tag = TagName::parse("v1").value();
    const auto first = manifestOf("{\"first\":1}\n");
    cache.keepManifest(repository, tag, first);
    QVERIFY(cache.digestOf(repository, tag) == first.digest);
    QVERIFY(!cache.digestOf("registry.example/other", tag));
    const auto read = cache.manifest(first.digest);
    QVERIFY(read);
    QCOMPARE(read->bytes, first.bytes);
    QCOMPARE(read->mediaType, first.mediaType);
    const auto second = manifestOf("{}");
    cache.keepManifest(repository, tag, second);
    QVERIFY(cache.digestOf(repository, tag) == second.digest);
    QVERIFY(cache.manifest(first.digest)); // by digest, for ever
    // When a tag was last seen: now, also if it still stands for the same.
    QVERIFY(!cache.seen("registry.example/other", tag));
    for (const auto &entry : fs::recursive_directory_iterator(dir / "cache/places")) {
        if (entry.is_regular_file())
            fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(48));
    }
    const auto now = std::chrono::system_clock::now();
    QVERIFY(cache.seen(repository, tag) && *cache.seen(repository, tag) < now - std::chrono::hours(47));
    cache.keepManifest(repository, tag, second);
    QVERIFY(cache.seen(repository, tag) && *cache.seen(repository, tag) > now - std::chrono::hours(1));
}

void TestListingCache::remembersConfigs()
{
    const TestDir dir;
    const ListingCache cache(dir / "cache");
    const std::string bytes = R"({"descriptor":{}})";
    const Descriptor config{MediaType::parse("application/vnd.cncf.model.config.v1+json").value(),
                            Digest::sha256Of(bytes), ByteCount(static_cast<std::int64_t>(bytes.size()))};
    QVERIFY(!cache.config(config));
    cache.keepConfig(config, bytes);
    QVERIFY(cache.config(config) == bytes);
    dir.write("cache/manifests/" + config.digest.hex(), config.mediaType.toString() + "\n{}");
    QVERIFY(!cache.config(config)); // it is verified
}

void TestListingCache::trustsNoBytes()
{
    const TestDir dir;
    const ListingCache cache(dir / "cache");
    const auto manifest = manifestOf("{\"a\":1}");
    cache.keepManifest(repository, std::nullopt, manifest);
    dir.write("cache/manifests/" + manifest.digest.hex(), manifest.mediaType + "\n{\"a\":2}");
    QVERIFY(!cache.manifest(manifest.digest));
    cache.keepNames(repository, {"v1"});
    for (const auto &entry : fs::recursive_directory_iterator(dir / "cache/places")) {
        if (entry.is_regular_file())
            dir.write(fs::relative(entry.path(), dir.path()).string(), "not json");
    }
    QVERIFY(!cache.names(repository));
}

void TestListingCache::prunesWhatIsUsedLeast()
{
    const TestDir dir;
    const ListingCache cache(dir / "cache");
    std::vector<StoredManifest> manifests;
    for (int i = 0; i < 3; ++i) {
        manifests.push_back(manifestOf(std::string(1000, static_cast<char>('a' + i))));
        cache.keepManifest(repository, std::nullopt, manifests.back());
        fs::last_write_time(dir / ("cache/manifests/" + manifests.back().digest.hex()),
                            fs::file_time_type::clock::now() - std::chrono::hours(10 - i));
    }
    QVERIFY(cache.manifest(manifests[0].digest)); // now it is the one that was used last
    cache.prune(ByteCount(2500), std::chrono::hours(24));
    QVERIFY(cache.manifest(manifests[0].digest));
    QVERIFY(!cache.manifest(manifests[1].digest));
    QVERIFY(cache.manifest(manifests[2].digest));
}

void TestListingCache::forgetsPlacesThatNobodyLists()
{
    const TestDir dir;
    const ListingCache cache(dir / "cache");
    const auto age = [&](const std::string &place, std::chrono::hours hours) {
        const auto folder = dir / ("cache/places/" + Digest::sha256Of(place).hex());
        const auto then = fs::file_time_type::clock::now() - hours;
        fs::last_write_time(folder / "names.json", then);
        fs::last_write_time(folder, then);
    };
    for (const char *place : {"old.example/a", "new.example/a"})
        cache.keepNames(place, {"v1"});
    age("old.example/a", std::chrono::hours(49));
    age("new.example/a", std::chrono::hours(47));
    cache.prune(1_MiB, std::chrono::hours(48));
    QVERIFY(!cache.names("old.example/a"));
    QVERIFY(!fs::exists(dir / ("cache/places/" + Digest::sha256Of("old.example/a").hex())));
    QVERIFY(cache.names("new.example/a"));
}

void TestListingCache::addsNamesOfAPartOfAList()
{
    const TestDir dir;
    const ListingCache cache(dir / "cache");
    cache.addNames(repository, {"v2"});
    cache.addNames(repository, {"v3", "v2"});
    QCOMPARE(cache.names(repository)->names, (std::vector<std::string>{"v2", "v3"}));
    cache.keepNames(repository, {"v9"}); // the whole list
    QCOMPARE(cache.names(repository)->names, std::vector<std::string>{"v9"});
}

void TestListingCache::worksWithoutAFolder()
{
    const TestDir dir;
    dir.write("file", "x");
    const ListingCache cache(dir / "file/cache"); // which nobody can make
    cache.keepNames(repository, {"v1"});
    cache.keepManifest(repository, TagName::parse("v1").value(), manifestOf("{}"));
    cache.prune({}, {});
    QVERIFY(!cache.names(repository));
}

QTEST_GUILESS_MAIN(TestListingCache)
#include "tst_listingcache.moc"
