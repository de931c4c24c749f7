// SPDX-License-Identifier: Apache-2.0
#include "cli/commandline.h"

#include "base/text.h"
#include "cli/exitcode.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace modelcrate::cli {

namespace {

constexpr const char *locations = "SOURCE and TARGET are\n"
                                  "  HOST[:PORT]/REPOSITORY[:TAG][@DIGEST]   a registry\n"
                                  "  oci:PATH[:TAG]                          an OCI image layout\n"
                                  "  store:REPOSITORY[:TAG]                  the local store\n"
                                  "  a folder, or a *.modelcrate.json package\n";

/// Raw text of options, checked and turned into values once parsing is done.
struct RawOptions {
    std::vector<std::string> set;
    std::vector<std::string> annotations;
    std::vector<std::string> layers;
    std::string rules = "modelcrate";
    std::vector<std::string> files;
    std::vector<std::string> kinds;
    bool overwrite = false;
    std::string as;
    std::string spec = "main";
    std::string progress = "auto";
    std::string logLevel = "off";
    std::string limitRate;
};

/// "name=value", split at the first '='.
std::pair<std::string, std::string> assignment(const std::string &option, const std::string &text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw CLI::ValidationError(option, "\"" + escapeForDisplay(text, 200) + "\" is not NAME=VALUE");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

ByteCount parseRate(const std::string &text)
{
    static const std::map<char, std::int64_t> units{{'K', 1LL << 10}, {'M', 1LL << 20}, {'G', 1LL << 30}};
    auto digits = text;
    std::int64_t unit = 1;
    if (!digits.empty()) {
        if (const auto found = units.find(static_cast<char>(std::toupper(static_cast<unsigned char>(digits.back()))));
            found != units.end()) {
            unit = found->second;
            digits.pop_back();
        }
    }
    const auto number = parseDecimal(digits);
    if (!number || *number == 0 || *number > static_cast<std::uint64_t>(INT64_MAX / unit))
        throw CLI::ValidationError("--limit-rate",
                                   "\"" + escapeForDisplay(text, 60) + "\" is no rate such as 500K or 10M");
    return ByteCount(static_cast<std::int64_t>(*number) * unit);
}

class Parser {
public:
    Parser()
    {
        m_app.description("Package model files as CNCF ModelPack artifacts and move them to and from OCI registries.");
        m_app.set_version_flag("--version", "modelcrate-cli " MODELCRATE_VERSION);
        m_app.require_subcommand(1);
        m_app.fallthrough();
        m_app.footer(
            cat(locations,
                "\nExit codes: 0 done, 1 other, 2 usage, 3 sign-in, 4 not found, 5 network, 6 integrity, 7 conflict,\n"
                "8 invalid, 9 disk, 130 interrupted. `modelcrate-cli VERB --help` has examples."));
        m_app.add_flag("--json", m_console.json, "Print one JSON document (version 1) instead of text");
        m_app.add_flag("-q,--quiet", m_console.quiet, "Print results and errors only");
        m_app.add_option("--progress", m_raw.progress, "auto, json (lines on standard error) or none")
            ->check(CLI::IsMember({"auto", "json", "none"}));
        m_app.add_flag("--plain-http", m_console.session.plainHttp,
                       "Talk HTTP without TLS to registries; loopback ones need not ask");
        m_app.add_option("--ca-file", m_console.session.caFile, "Further certificate authorities, PEM")
            ->check(CLI::ExistingFile);
        m_app.add_option("--authfile", m_console.session.authFile, "The only credentials file to read and write");
        m_app.add_option("--log", m_raw.logLevel, "Log to standard error: debug, info, warning, error, off")
            ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}));
        addVerbs();
    }

    std::variant<ParsedCommandLine, int> parse(int argc, char **argv)
    {
        try {
            m_app.parse(argc, argv);
            finishOptions();
            return ParsedCommandLine{std::move(m_console), takeCommand()};
        } catch (const CLI::ParseError &error) {
            if (error.get_exit_code() == 0)
                return m_app.exit(error);
            const auto verb =
                m_app.get_subcommands().empty() ? std::string() : " " + m_app.get_subcommands().front()->get_name();
            std::fprintf(stderr, "modelcrate-cli: %s\nFor more: modelcrate-cli%s --help\n",
                         problem(error, verb.empty(), argc, argv).c_str(), verb.c_str());
            return exitUsage;
        }
    }

private:
    /// The library says of a word that is no verb, and of no word at all, only that a subcommand is missing.
    std::string problem(const CLI::ParseError &error, bool hasNoVerb, int argc, char **argv) const
    {
        const std::string_view word(argc > 1 ? argv[1] : "");
        if (!hasNoVerb || (!word.empty() && word.front() == '-'))
            return escapeForDisplay(error.what());
        std::vector<std::string> verbs;
        for (const auto *verb : m_app.get_subcommands([](const CLI::App *) { return true; }))
            verbs.push_back(verb->get_name());
        const auto said =
            word.empty() ? std::string("no verb is named") : cat('"', escapeForDisplay(word, 100), "\" is no verb");
        return cat(said, "; the verbs are ", join(verbs, ", "));
    }

    CLI::App *addVerb(const char *name, const char *description, const char *examples)
    {
        auto *verb = m_app.add_subcommand(name, description);
        verb->footer(cat("With every verb: --json, --quiet, --progress, --plain-http, --ca-file, --authfile, --log; "
                         "see modelcrate-cli --help.\n\nExamples:\n",
                         examples));
        return verb;
    }

    void addPackageOptions(CLI::App *verb, PackageEdits &edits)
    {
        verb->add_option("--set", m_raw.set, "FIELD=VALUE of the model config, e.g. descriptor.licenses='[\"MIT\"]'")
            ->allow_extra_args(false);
        verb->add_option("--annotation", m_raw.annotations, "KEY=VALUE on the manifest")->allow_extra_args(false);
        verb->add_option("--layer", m_raw.layers,
                         "GLOB=KIND[:ENCODING]: weight, config, code, doc, dataset; raw, tar, tar+gzip, tar+zstd")
            ->allow_extra_args(false);
        verb->add_option("--exclude", edits.exclude, "Leave out files that fit GLOB")->allow_extra_args(false);
        verb->add_option("--bundle", edits.bundle, "Put files that fit GLOB into one tar layer a kind")
            ->allow_extra_args(false);
        verb->add_option("--rules", m_raw.rules, "How files are sorted: modelcrate or modctl")
            ->check(CLI::IsMember({"modelcrate", "modctl"}));
        verb->add_flag("--keep-times", edits.keepTimes, "Write the files' own times instead of a constant");
        verb->add_flag("--no-oci-annotations", edits.noOciAnnotations,
                       "Do not repeat config fields as org.opencontainers.image.* annotations");
    }

    void addTransferOptions(CLI::App *verb, TransferOptions &options)
    {
        verb->add_option("--jobs", options.concurrency, "Blobs at once")->check(CLI::Range(1, 64));
        verb->add_option("--limit-rate", m_raw.limitRate, "At most so many bytes a second, e.g. 10M");
    }

    void addVerbs()
    {
        auto *scan = addVerb("scan", "List a folder's files: layer kind, why, size",
                             "  modelcrate-cli scan ./model\n  modelcrate-cli scan ./model --rules modctl --json");
        scan->add_option("DIR", m_scan.folder, "Folder with the model's files")->required();
        scan->add_option("--exclude", m_scan.exclude, "Leave out what fits PATTERN (gitignore syntax)")
            ->allow_extra_args(false);
        scan->add_option("--rules", m_raw.rules, "modelcrate or modctl")
            ->check(CLI::IsMember({"modelcrate", "modctl"}));

        auto *plan = addVerb("plan", "Show what publishing would write and send",
                             "  modelcrate-cli plan ./model\n  modelcrate-cli plan ./model "
                             "localhost:5000/team/model:v1 --layer '*.csv=dataset'\n"
                             "  modelcrate-cli plan ./model --exclude '*.bin' --save model.modelcrate.json");
        plan->add_option("SOURCE", m_plan.source, "Folder or package")->required();
        plan->add_option("TARGET", m_plan.target, "Where it would go; asked what it has already");
        plan->add_option("--save", m_plan.save, "Keep the package, edits included, as FILE.modelcrate.json");
        addPackageOptions(plan, m_plan.edits);

        auto *build = addVerb(
            "build", "Write a folder into an image layout or the local store",
            "  modelcrate-cli build ./model store:team/model:v1\n  modelcrate-cli build ./model oci:/tmp/layout:v1");
        addPublish(build, m_build);
        auto *push = addVerb("push", "Publish a folder to a registry, reading each file once",
                             "  modelcrate-cli push ./model ghcr.io/team/model:v1\n"
                             "  modelcrate-cli push ./model localhost:5000/team/model:v1 --set descriptor.version=1.2 "
                             "--bundle 'data/**'");
        addPublish(push, m_push);
        m_push.toRegistry = true;

        auto *pull = addVerb("pull", "Fetch an artifact's files into a folder",
                             "  modelcrate-cli pull ghcr.io/team/model:v1 ./model\n  modelcrate-cli pull "
                             "ghcr.io/team/model:v1 ./docs --kind doc --path 'README*'");
        pull->add_option("SOURCE", m_pull.source, "Artifact")->required();
        pull->add_option("DIR", m_pull.folder, "Target folder, made if missing")->required();
        pull->add_option("--kind", m_raw.kinds, "Only weight, config, code, doc or dataset; may be repeated")
            ->allow_extra_args(false);
        pull->add_option("--path", m_pull.options.paths, "Only files that fit GLOB; may be repeated")
            ->allow_extra_args(false);
        pull->add_flag("--overwrite", m_raw.overwrite, "Replace files that differ");
        pull->add_option("--jobs", m_pull.options.concurrency, "Layers at once")->check(CLI::Range(1, 64));
        pull->add_option("--limit-rate", m_raw.limitRate, "At most so many bytes a second, e.g. 10M");

        auto *copy = addVerb("copy", "Copy an artifact of any kind, every digest unchanged",
                             "  modelcrate-cli copy ghcr.io/team/model:v1 localhost:5000/team/model:v1\n  "
                             "modelcrate-cli copy store:team/model:v1 oci:/tmp/layout:v1");
        copy->add_option("SOURCE", m_copy.source, "Artifact")->required();
        copy->add_option("TARGET", m_copy.target, "Registry, layout or store")->required();
        addTransferOptions(copy, m_copy.transfer);

        auto *inspect = addVerb(
            "inspect", "Show what an artifact holds",
            "  modelcrate-cli inspect ghcr.io/team/model:v1\n  modelcrate-cli inspect store:team/model:v1 --manifest");
        inspect->add_option("SOURCE", m_inspect.source, "Artifact")->required();
        auto *manifest = inspect->add_flag("--manifest", m_inspect.manifest, "Print the manifest, byte for byte");
        inspect->add_flag("--config", m_inspect.config, "Print the model config, byte for byte")->excludes(manifest);

        auto *validate = addVerb("validate", "Check an artifact, a layout, a folder's plan or one file",
                                 "  modelcrate-cli validate ghcr.io/team/model:v1 --deep\n  modelcrate-cli validate "
                                 "config.json --as config --spec v0.0.7");
        validate->add_option("SOURCE", m_validate.source, "What to check; with --as a file")->required();
        validate
            ->add_option("--as", m_raw.as, "The file is a config, manifest, index, descriptor, layout, filemeta or tar")
            ->check(CLI::IsMember({"config", "manifest", "index", "descriptor", "layout", "filemeta", "tar"}));
        validate->add_option("--spec", m_raw.spec, "Release of the specification: main or v0.0.7")
            ->check(CLI::IsMember({"main", "v0.0.7"}));
        validate->add_flag("--deep", m_validate.deep, "Read every layer: digests, diffIds, tar structure");

        auto *list = addVerb("list", "List repositories, tags or references",
                             "  modelcrate-cli list localhost:5000\n  modelcrate-cli list localhost:5000/team/model\n  "
                             "modelcrate-cli list store:");
        list->add_option("PLACE", m_list.place, "REGISTRY, REGISTRY/REPOSITORY, store:, store:REPOSITORY or oci:PATH")
            ->required();

        auto *login = addVerb("login", "Sign in to a registry",
                              "  modelcrate-cli login ghcr.io -u me --password-stdin <token.txt\n"
                              "  modelcrate-cli login ghcr.io/team/model --check\n"
                              "  modelcrate-cli login --list");
        login->add_option("REGISTRY", m_login.registry, "HOST[:PORT]; with --check also HOST[:PORT]/REPOSITORY");
        login->add_option("-u,--username", m_login.user, "User name");
        login->add_flag("--password-stdin", m_login.passwordStdin, "Read the password or token from standard input");
        auto *check = login->add_flag("--check", m_login.check,
                                      "Only try what is remembered, step by step; of a repository also the right to "
                                      "pull and push");
        login->add_flag("--list", m_login.list, "Show which credentials are found, and where")->excludes(check);

        auto *logout = addVerb("logout", "Forget the sign-in for a registry", "  modelcrate-cli logout ghcr.io");
        logout->add_option("REGISTRY", m_logout.registry, "HOST[:PORT]")->required();

        auto *edit = addVerb(
            "edit", "Correct a published artifact without moving its weights",
            "  modelcrate-cli edit ghcr.io/team/model:v1 --set descriptor.licenses=Apache-2.0\n"
            "  modelcrate-cli edit ghcr.io/team/model:v1 --file README.md=./README.md --to ghcr.io/team/model:v1.1\n"
            "  modelcrate-cli edit store:team/model:v1 --annotation org.example.stage=production --dry-run");
        edit->add_option("SOURCE", m_edit.source, "Artifact")->required();
        edit->add_option("--set", m_raw.set, "FIELD=VALUE of the model config; FIELD= takes it away")
            ->allow_extra_args(false);
        edit->add_option("--annotation", m_raw.annotations, "KEY=VALUE on the manifest; KEY= takes it away")
            ->allow_extra_args(false);
        edit->add_option("--file", m_raw.files, "PATH=FILE: put FILE in the place of the artifact's file PATH")
            ->allow_extra_args(false);
        edit->add_option("--to", m_edit.target, "Where the result goes; without it the same tag");
        edit->add_flag("--dry-run", m_edit.dryRun, "Show what would change and write nothing");
        addTransferOptions(edit, m_edit.transfer);

        auto *tag =
            addVerb("tag", "Give an artifact further tags", "  modelcrate-cli tag ghcr.io/team/model:v1 stable latest");
        tag->add_option("REFERENCE", m_tag.source, "Artifact")->required();
        tag->add_option("TAG", m_tag.tags, "Tags to set")->required();

        auto *remove = addVerb("remove", "Remove a tag; never another one with it",
                               "  modelcrate-cli remove localhost:5000/team/model:v1");
        remove
            ->add_option("REFERENCE", m_remove.location,
                         "Artifact, with its tag; with @DIGEST only while the tag stands for it")
            ->required();
        remove->add_flag("--all-tags", m_remove.allTags, "Remove the artifact with every tag it has");
    }

    void addPublish(CLI::App *verb, PublishCommand &command)
    {
        verb->add_option("SOURCE", command.source, "Folder or package")->required();
        verb->add_option("TARGET", command.target, "Where it goes")->required();
        addPackageOptions(verb, command.edits);
        addTransferOptions(verb, command.transfer);
        verb->add_flag("--dry-run", command.dryRun, "Show the plan and send nothing");
    }

    PackageEdits *editsInUse()
    {
        if (m_app.got_subcommand("plan"))
            return &m_plan.edits;
        if (m_app.got_subcommand("build"))
            return &m_build.edits;
        return m_app.got_subcommand("push") ? &m_push.edits : nullptr;
    }

    void finishOptions()
    {
        static const std::map<std::string, ProgressMode> modes{
            {"auto", ProgressMode::Auto}, {"json", ProgressMode::Json}, {"none", ProgressMode::None}};
        static const std::map<std::string, LogLevel> levels{{"debug", LogLevel::Debug},
                                                            {"info", LogLevel::Info},
                                                            {"warning", LogLevel::Warning},
                                                            {"error", LogLevel::Error},
                                                            {"off", LogLevel::Off}};
        m_console.progress = modes.at(m_raw.progress);
        m_console.logLevel = levels.at(m_raw.logLevel);
        if (!m_raw.limitRate.empty())
            m_console.bytesPerSecond = parseRate(m_raw.limitRate);
        const auto rules = m_raw.rules == "modctl" ? RuleSet::Modctl : RuleSet::Modelcrate;
        m_scan.rules = rules;
        if (auto *edits = editsInUse())
            finishEdits(*edits, rules);
        if (m_app.got_subcommand("edit"))
            finishEdits(m_edit.edits);
        if (m_raw.overwrite)
            m_pull.options.existing = ExistingFiles::Overwrite;
        for (const auto &word : m_raw.kinds) {
            const auto kind = parseLayerKind(word);
            if (!kind)
                throw CLI::ValidationError(
                    "--kind", "\"" + escapeForDisplay(word, 60) + "\" is none of weight, config, code, doc, dataset");
            m_pull.options.kinds.insert(*kind);
        }
        m_validate.as = parseDocumentType(m_raw.as);
        m_validate.spec = parseSpecVersion(m_raw.spec).value_or(SpecVersion::Main);
    }

    void finishEdits(PackageEdits &edits, RuleSet rules)
    {
        edits.options.rules = rules;
        for (const auto &text : m_raw.set)
            edits.set.push_back(assignment("--set", text));
        for (const auto &text : m_raw.annotations)
            edits.annotations.push_back(assignment("--annotation", text));
        for (const auto &text : m_raw.layers) {
            auto layer = parseLayerOverride(text);
            if (!layer)
                throw CLI::ValidationError("--layer", layer.error().message() + ". " + layer.error().advice());
            edits.layers.push_back(std::move(*layer));
        }
    }

    void finishEdits(ArtifactEdits &edits)
    {
        for (const auto &text : m_raw.set)
            edits.documents.set.push_back(assignment("--set", text));
        for (const auto &text : m_raw.annotations)
            edits.documents.annotations.push_back(assignment("--annotation", text));
        for (const auto &text : m_raw.files) {
            auto [path, file] = assignment("--file", text);
            edits.files.push_back({std::move(path), std::move(file)});
        }
    }

    Command takeCommand()
    {
        const auto verb = m_app.get_subcommands().front()->get_name();
        if (verb == "scan")
            return m_scan;
        if (verb == "plan")
            return m_plan;
        if (verb == "build")
            return m_build;
        if (verb == "push")
            return m_push;
        if (verb == "pull")
            return m_pull;
        if (verb == "copy")
            return m_copy;
        if (verb == "inspect")
            return m_inspect;
        if (verb == "validate")
            return m_validate;
        if (verb == "list")
            return m_list;
        if (verb == "login")
            return m_login;
        if (verb == "logout")
            return m_logout;
        if (verb == "edit")
            return m_edit;
        if (verb == "tag")
            return m_tag;
        return m_remove;
    }

    CLI::App m_app{"", "modelcrate-cli"};
    RawOptions m_raw;
    ConsoleOptions m_console;
    ScanCommand m_scan;
    PlanCommand m_plan;
    PublishCommand m_build;
    PublishCommand m_push;
    PullCommand m_pull;
    CopyCommand m_copy;
    InspectCommand m_inspect;
    ValidateCommand m_validate;
    ListCommand m_list;
    LoginCommand m_login;
    LogoutCommand m_logout;
    EditCommand m_edit;
    TagCommand m_tag;
    RemoveCommand m_remove;
};

} // namespace

std::variant<ParsedCommandLine, int> parseCommandLine(int argc, char **argv) { return Parser().parse(argc, argv); }

} // namespace modelcrate::cli
