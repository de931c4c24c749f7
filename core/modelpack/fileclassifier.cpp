// SPDX-License-Identifier: Apache-2.0
#include "modelpack/fileclassifier.h"

#include "base/parallel.h"
#include "base/text.h"
#include "io/content.h"
#include "modelpack/modctlrules.h"
#include "modelpack/package.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace modelcrate {

namespace {

using Words = std::initializer_list<std::string_view>;

std::string_view baseName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool isOneOf(std::string_view text, Words words) { return std::find(words.begin(), words.end(), text) != words.end(); }

/// ".gz" of "a.tar.gz"; empty for ".hidden", "a." and names without a dot.
std::string_view suffixOf(std::string_view name)
{
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 || dot + 1 == name.size() ? std::string_view() : name.substr(dot);
}

/// What a suffix says by itself.
struct SuffixRule {
    LayerKind kind;
    Certainty certainty;
};

using SuffixTable = std::unordered_map<std::string_view, SuffixRule>;

void addSuffixes(SuffixTable &table, LayerKind kind, Certainty certainty, Words suffixes)
{
    for (const auto suffix : suffixes)
        table.emplace(suffix, SuffixRule{kind, certainty});
}

const SuffixTable &suffixTable()
{
    static const SuffixTable table = [] {
        SuffixTable t;
        addSuffixes(t, LayerKind::Weight, Certainty::Certain,
                    {".safetensors", ".pt",     ".pth",      ".ckpt",       ".gguf",      ".ggml",    ".onnx",
                     ".onnx_data",   ".tflite", ".keras",    ".caffemodel", ".pte",       ".pt2",     ".ptl",
                     ".mar",         ".engine", ".trt",      ".plan",       ".llamafile", ".nemo",    ".mlmodel",
                     ".joblib",      ".dduf",   ".pdparams", ".pdiparams",  ".pdmodel",   ".pdopt",   ".rknn",
                     ".hef",         ".nb",     ".dlc",      ".mleap",      ".surml",     ".ot",      ".dist_ckpt",
                     ".distcp",      ".caffe2", ".t7",       ".params.bin", ".ftz",       ".weights", ".ort",
                     ".mnn",         ".ncnn",   ".circle"});
        addSuffixes(t, LayerKind::Weight, Certainty::Likely,
                    {".bin", ".h5",   ".hdf5",       ".hdf",   ".pkl",    ".pickle",    ".msgpack", ".npz",
                     ".npy", ".mil",  ".checkpoint", ".state", ".tensor", ".embedding", ".vec",     ".cbm",
                     ".xgb", ".ubj",  ".lgb",        ".ark",   ".mdl",    ".nnet",      ".meta",    ".fst",
                     ".lm",  ".arpa", ".ggmf",       ".ggjt",  ".index"});
        addSuffixes(t, LayerKind::WeightConfig, Certainty::Certain,
                    {".json",   ".json5", ".jsonc",    ".yaml",    ".yml",         ".toml",
                     ".ini",    ".cfg",   ".conf",     ".config",  ".properties",  ".jinja",
                     ".jinja2", ".j2",    ".tiktoken", ".hparams", ".hyperparams", ".modelcard",
                     ".props",  ".spm",   ".bpe",      ".pbtxt",   ".prototxt"});
        addSuffixes(t, LayerKind::WeightConfig, Certainty::Likely,
                    {".xml", ".params", ".vocab", ".codes", ".dict", ".dic", ".lexicon", ".phone", ".gbnf", ".lark",
                     ".tmpl", ".labels", ".names"});
        addSuffixes(t, LayerKind::Code, Certainty::Certain, {".py",        ".pyi",        ".pyx",
                                                             ".pxd",       ".ipynb",      ".sh",
                                                             ".bash",      ".zsh",        ".fish",
                                                             ".ps1",       ".psm1",       ".psd1",
                                                             ".bat",       ".cmd",        ".c",
                                                             ".h",         ".cc",         ".cpp",
                                                             ".cxx",       ".c++",        ".hh",
                                                             ".hpp",       ".hxx",        ".h++",
                                                             ".inl",       ".ipp",        ".tpp",
                                                             ".cu",        ".cuh",        ".cl",
                                                             ".glsl",      ".comp",       ".metal",
                                                             ".wgsl",      ".hlsl",       ".java",
                                                             ".kt",        ".kts",        ".scala",
                                                             ".groovy",    ".gradle",     ".js",
                                                             ".mjs",       ".cjs",        ".jsx",
                                                             ".ts",        ".tsx",        ".vue",
                                                             ".svelte",    ".css",        ".scss",
                                                             ".go",        ".rs",         ".swift",
                                                             ".m",         ".mm",         ".rb",
                                                             ".php",       ".pl",         ".pm",
                                                             ".lua",       ".jl",         ".r",
                                                             ".rmd",       ".cs",         ".fs",
                                                             ".vb",        ".dart",       ".ex",
                                                             ".exs",       ".erl",        ".hrl",
                                                             ".hs",        ".ml",         ".mli",
                                                             ".clj",       ".cljs",       ".elm",
                                                             ".zig",       ".nim",        ".nix",
                                                             ".sql",       ".proto",      ".thrift",
                                                             ".fbs",       ".cmake",      ".mk",
                                                             ".mak",       ".make",       ".dockerfile",
                                                             ".bazel",     ".bzl",        ".ninja",
                                                             ".gyp",       ".gypi",       ".sbt",
                                                             ".patch",     ".diff",       ".awk",
                                                             ".sed",       ".f",          ".f90",
                                                             ".f95",       ".f03",        ".s",
                                                             ".asm",       ".tf",         ".hcl",
                                                             ".vim",       ".el",         ".lisp",
                                                             ".scm",       ".rkt",        ".so",
                                                             ".dll",       ".dylib",      ".a",
                                                             ".lib",       ".o",          ".exe",
                                                             ".whl",       ".jar",        ".wasm",
                                                             ".node",      ".pyd",        ".lock",
                                                             ".gemspec",   ".service",    ".spec",
                                                             ".in",        ".am",         ".ac",
                                                             ".m4",        ".pc",         ".vcxproj",
                                                             ".sln",       ".csproj",     ".pro",
                                                             ".modulemap", ".podspec",    ".entitlements",
                                                             ".plist",     ".storyboard", ".xcscheme",
                                                             ".pbxproj"});
        addSuffixes(t, LayerKind::Doc, Certainty::Certain,
                    {".md",   ".mdx",  ".markdown", ".rst",  ".adoc",  ".asciidoc", ".pdf",  ".doc",
                     ".docx", ".odt",  ".rtf",      ".tex",  ".bib",   ".cff",      ".ppt",  ".pptx",
                     ".odp",  ".epub", ".html",     ".htm",  ".xhtml", ".svg",      ".png",  ".jpg",
                     ".jpeg", ".gif",  ".bmp",      ".webp", ".ico",   ".icns",     ".tiff", ".tif",
                     ".heic", ".avif", ".drawio",   ".puml", ".org",   ".textile",  ".wiki", ".texi",
                     ".man",  ".1",    ".ttf",      ".otf",  ".woff",  ".woff2",    ".eps",  ".ps"});
        addSuffixes(t, LayerKind::Doc, Certainty::Likely,
                    {".txt", ".log", ".tfevents", ".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v"});
        addSuffixes(t, LayerKind::Dataset, Certainty::Certain,
                    {".parquet", ".arrow",    ".feather",  ".orc",       ".avro",   ".jsonl",      ".ndjson",
                     ".csv",     ".tsv",      ".tfrecord", ".tfrecords", ".wav",    ".flac",       ".mp3",
                     ".ogg",     ".opus",     ".m4a",      ".aac",       ".lmdb",   ".mdb",        ".h5ad",
                     ".libsvm",  ".svmlight", ".arff",     ".conll",     ".conllu", ".webdataset", ".mgf",
                     ".mzml",    ".fasta",    ".fastq",    ".xls",       ".xlsx",   ".ods"});
        addSuffixes(
            t, LayerKind::Dataset, Certainty::Likely,
            {".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".sqlite", ".sqlite3", ".db"});
        return t;
    }();
    return table;
}

/// Suffixes that do not settle it: several kinds of file have them, so the first bytes decide.
bool isAmbiguous(std::string_view suffix)
{
    return isOneOf(suffix,
                   {".gguf", ".bin", ".pb",  ".model",  ".dat", ".data", ".params", ".zip", ".meta", ".index", ".db",
                    ".npy",  ".npz", ".pkl", ".pickle", ".gz",  ".inp",  ".out",    ".ts",  ".m",    ".ps",    ".1"});
}

struct NameRule {
    std::string_view id;
    LayerKind kind;
    Certainty certainty;
    bool (*matches)(std::string_view name, std::string_view lower, std::string_view suffix);
};

bool hasDocSuffix(std::string_view suffix)
{
    return suffix.empty() || isOneOf(suffix, {".txt", ".md", ".rst", ".html", ".pdf", ".rtf", ".adoc"});
}

/// A licence file's suffix is often the licence: LICENSE.apache, COPYING.MIT. A program's is not.
bool mayBeLicenseSuffix(std::string_view suffix)
{
    if (hasDocSuffix(suffix))
        return true;
    const auto known = suffixTable().find(suffix);
    return known == suffixTable().end() || known->second.kind == LayerKind::Doc;
}

/// Names that mean the same in every project; the first that fits wins.
constexpr std::array nameRules{
    NameRule{"name:license", LayerKind::Doc, Certainty::Certain,
             [](std::string_view, std::string_view lower, std::string_view suffix) {
                 const bool named = lower.starts_with("license") || lower.starts_with("licence")
                     || lower.starts_with("copying") || lower.starts_with("notice") || lower.starts_with("copyright")
                     || lower.starts_with("patents") || lower.starts_with("unlicense") || contains(lower, "_license")
                     || contains(lower, "-license") || contains(lower, "use_policy");
                 return named && mayBeLicenseSuffix(suffix);
             }},
    NameRule{"name:readme", LayerKind::Doc, Certainty::Certain,
             [](std::string_view, std::string_view lower, std::string_view suffix) {
                 for (const std::string_view word :
                      {"readme",       "changelog", "changes",         "history",  "authors",    "contributors",
                       "contributing", "citation",  "code_of_conduct", "security", "acknowledg", "model_card",
                       "modelcard",    "news",      "maintainers",     "thanks",   "credits",    "codeowners",
                       "agents.md",    "claude.md"}) {
                     if (lower.starts_with(word))
                         return hasDocSuffix(suffix) || suffix == ".cff" || suffix == ".bib" || suffix == ".in"
                             || lower.starts_with("readme");
                 }
                 return false;
             }},
    NameRule{"name:build", LayerKind::Code, Certainty::Certain,
             [](std::string_view name, std::string_view lower, std::string_view suffix) {
                 if (isOneOf(lower,
                             {"package.json",
                              "package-lock.json",
                              "yarn.lock",
                              "pnpm-lock.yaml",
                              "tsconfig.json",
                              "jsconfig.json",
                              "composer.json",
                              "composer.lock",
                              "pyproject.toml",
                              "setup.cfg",
                              "tox.ini",
                              "pytest.ini",
                              "mypy.ini",
                              "poetry.toml",
                              "pipfile",
                              "cargo.toml",
                              "cargo.lock",
                              "go.mod",
                              "go.sum",
                              "rebar.config",
                              "cmakelists.txt",
                              "cmakepresets.json",
                              "meson.build",
                              "meson_options.txt",
                              "makefile",
                              "gnumakefile",
                              "justfile",
                              "rakefile",
                              "gemfile",
                              "vagrantfile",
                              "jenkinsfile",
                              "procfile",
                              "environment.yml",
                              "environment.yaml",
                              "conda.yaml",
                              "meta.yaml",
                              "mkdocs.yml",
                              "readthedocs.yml",
                              "manifest.in",
                              "codecov.yml",
                              "noxfile.py",
                              "build",
                              "workspace",
                              "module.bazel",
                              "version",
                              "vcpkg.json",
                              "conanfile.txt",
                              "docker-compose.yml",
                              "docker-compose.yaml",
                              "compose.yaml",
                              "compose.yml",
                              "cog.yaml",
                              "configure",
                              "autogen.sh",
                              "pyrightconfig.json",
                              "biome.json",
                              "deno.json",
                              "renovate.json",
                              "py.typed"}))
                     return true;
                 return name.starts_with("Dockerfile") || name.starts_with("Makefile")
                     || name.starts_with("Containerfile")
                     || (contains(lower, "requirements") && (suffix == ".txt" || suffix == ".in"))
                     || (contains(lower, "constraints") && suffix == ".txt") || lower.starts_with("docker-compose")
                     || lower.starts_with("eslint.config") || lower.starts_with("vite.config");
             }},
    NameRule{"name:tokenizer", LayerKind::WeightConfig, Certainty::Certain,
             [](std::string_view, std::string_view lower, std::string_view suffix) {
                 const bool model = contains(lower, ".model")
                     && (contains(lower, "tokenizer") || contains(lower, "sentencepiece") || lower.starts_with("spiece")
                         || lower.starts_with("source.spm") || lower.starts_with("spm") || contains(lower, "bpe"));
                 return model
                     || (suffix == ".txt"
                         && (contains(lower, "vocab") || lower.starts_with("merges") || contains(lower, "tokens")
                             || contains(lower, "lexicon") || contains(lower, "bpe")));
             }},
    NameRule{"name:labels", LayerKind::WeightConfig, Certainty::Likely,
             [](std::string_view, std::string_view lower, std::string_view suffix) {
                 return suffix == ".txt"
                     && (contains(lower, "labels") || contains(lower, "classes") || contains(lower, "categories")
                         || contains(lower, "synset") || contains(lower, "template") || contains(lower, "prompt"));
             }},
    NameRule{
        "name:chat-template", LayerKind::WeightConfig, Certainty::Certain,
        [](std::string_view, std::string_view lower, std::string_view) { return lower.starts_with("chat_template"); }},
    NameRule{"name:shard", LayerKind::Weight, Certainty::Certain,
             [](std::string_view, std::string_view lower, std::string_view) {
                 // checkpoint shards: variables.data-00000-of-00001, model.ckpt-1000.data-…, model.gguf.part1,
                 // model.onnx.data
                 return contains(lower, ".data-0") || contains(lower, ".onnx_data") || contains(lower, ".onnx.data")
                     || contains(lower, ".gguf.part") || contains(lower, ".safetensors.part")
                     || lower.starts_with("pytorch_model") || lower.starts_with("adapter_model");
             }},
    NameRule{"name:index", LayerKind::WeightConfig, Certainty::Certain,
             [](std::string_view, std::string_view lower, std::string_view) { return lower.ends_with(".index.json"); }},
    NameRule{"name:tfevents", LayerKind::Doc, Certainty::Likely,
             [](std::string_view, std::string_view lower, std::string_view) { return contains(lower, ".tfevents."); }},
};

bool isDataFolder(std::string_view part)
{
    return isOneOf(part,
                   {"dataset", "datasets", "train", "test", "val", "valid", "validation", "corpus", "corpora",
                    "samples", "eval", "evaluation", "test_data", "testdata", "training_data", "train_data",
                    "sample_data", "raw_data"})
        || part.starts_with("test_data_set") || part.starts_with("dataset_") || part.ends_with("_dataset");
}

bool isDocFolder(std::string_view part) { return isOneOf(part, {"doc", "docs", "documentation"}); }

bool isCodeFolder(std::string_view part)
{
    return isOneOf(part, {"src", "scripts", "bin", "cmake", "tools", "include"});
}

template<typename Predicate>
bool anyFolder(std::string_view lowerPath, Predicate predicate)
{
    auto parts = split(lowerPath, '/');
    parts.pop_back();
    return std::any_of(parts.begin(), parts.end(), predicate);
}

/// A GGUF whose tensor count, 8 bytes at 8, is 0: a tokenizer's vocabulary and nothing else.
bool holdsNoTensors(std::string_view gguf)
{
    return gguf.size() >= 16 && gguf.substr(8, 8).find_first_not_of('\0') == std::string_view::npos;
}

/// What first bytes say where the name does not.
std::optional<Classification> byBytes(std::string_view lowerPath, std::string_view suffix, std::string_view firstBytes,
                                      FileFormat format)
{
    const auto answer = [&](LayerKind kind, Certainty certainty = Certainty::Certain) {
        return Classification{kind, cat("bytes:", toString(format)), certainty, format};
    };
    const bool amongData = anyFolder(lowerPath, isDataFolder);
    const bool isArchive = format == FileFormat::Tar || format == FileFormat::Gzip || format == FileFormat::Zstd
        || format == FileFormat::SevenZip;
    if (isArchive && anyFolder(lowerPath, isDocFolder))
        return Classification{LayerKind::Doc, "folder:docs", Certainty::Likely, format};
    switch (format) {
    case FileFormat::Gguf:
        if (holdsNoTensors(firstBytes))
            return Classification{LayerKind::WeightConfig, "bytes:gguf-vocabulary", Certainty::Likely, format};
        return answer(LayerKind::Weight);
    case FileFormat::Safetensors:
    case FileFormat::Ggml:
    case FileFormat::Onnx:
    case FileFormat::Tflite:
    case FileFormat::ExecuTorch: return answer(LayerKind::Weight);
    case FileFormat::Hdf5:
    case FileFormat::Pickle: return answer(amongData ? LayerKind::Dataset : LayerKind::Weight, Certainty::Likely);
    case FileFormat::Numpy: return answer(amongData ? LayerKind::Dataset : LayerKind::Weight, Certainty::Likely);
    case FileFormat::Zip:
        // torch, Keras and npz are zips; with another name it is an archive of something.
        return suffix == ".zip" || amongData ? answer(LayerKind::Dataset, Certainty::Likely)
                                             : answer(LayerKind::Weight, Certainty::Likely);
    case FileFormat::OnnxTensor: return answer(LayerKind::Dataset, Certainty::Likely);
    case FileFormat::Parquet:
    case FileFormat::Arrow:
    case FileFormat::Audio: return answer(LayerKind::Dataset);
    case FileFormat::SentencePiece: return answer(LayerKind::WeightConfig);
    case FileFormat::Tar:
    case FileFormat::Gzip:
    case FileFormat::Zstd:
    case FileFormat::SevenZip:
    case FileFormat::Sqlite: return answer(LayerKind::Dataset, Certainty::Likely);
    case FileFormat::Pdf:
    case FileFormat::Image:
    case FileFormat::Html:
    case FileFormat::Video: return answer(LayerKind::Doc);
    case FileFormat::Elf: return answer(LayerKind::Code);
    case FileFormat::Json: return answer(amongData ? LayerKind::Dataset : LayerKind::WeightConfig, Certainty::Likely);
    case FileFormat::Text:
    case FileFormat::Empty:
    case FileFormat::GitLfsPointer:
    case FileFormat::Unknown: break;
    }
    return std::nullopt;
}

Classification byFallback(std::string_view lowerPath, std::string_view firstBytes, FileFormat format)
{
    const bool amongData = anyFolder(lowerPath, isDataFolder);
    if (format == FileFormat::Text && firstBytes.starts_with("#!"))
        return {LayerKind::Code, "bytes:#!", Certainty::Certain, format};
    if (format == FileFormat::Text || format == FileFormat::Empty) {
        if (amongData)
            return {LayerKind::Dataset, "folder:data", Certainty::Guess, format};
        if (anyFolder(lowerPath, isCodeFolder))
            return {LayerKind::Code, "folder:code", Certainty::Guess, format};
        // Text that a model folder keeps under a name of its own is mostly read by the runtime.
        return {format == FileFormat::Text ? LayerKind::WeightConfig : LayerKind::Code, "bytes:text", Certainty::Guess,
                format};
    }
    // Binary without a name for itself: what a model folder is for.
    return {amongData ? LayerKind::Dataset : LayerKind::Weight, "bytes:binary", Certainty::Guess, format};
}

Classification modctlClassification(std::string_view path, ByteCount size)
{
    const auto match = matchModctlRules(baseName(path), size);
    return {match.kind, match.rule, match.isFallback ? Certainty::Guess : Certainty::Likely};
}

constexpr ByteCount largestSettings = 256_KiB;

/// A pointer or an error page in place of a model is a few hundred bytes.
constexpr ByteCount suspiciouslySmall = 64_KiB;

} // namespace

std::string_view toString(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Certain: return "certain";
    case Certainty::Likely: return "likely";
    case Certainty::Guess: return "guess";
    }
    return "guess";
}

const KindRule *FileClassifier::ownRule(std::string_view path) const
{
    const auto found =
        std::find_if(m_own.begin(), m_own.end(), [&](const KindRule &rule) { return matchesGlob(rule.glob, path); });
    return found == m_own.end() ? nullptr : &*found;
}

namespace {

Classification overruled(const Classification &builtIn, const KindRule &rule)
{
    return {rule.kind, cat("user:", rule.glob), Certainty::Certain, builtIn.format};
}

} // namespace

std::optional<Classification> FileClassifier::classifyByName(std::string_view path, ByteCount size) const
{
    // A name that does not settle the built-in question is looked into all the same: whether the file is a pickle or a
    // Git LFS pointer is worth knowing whatever layer it goes into.
    auto classification = builtInByName(path, size);
    const auto *rule = classification ? ownRule(path) : nullptr;
    return rule ? overruled(*classification, *rule) : classification;
}

Classification FileClassifier::classify(std::string_view path, ByteCount size, std::string_view firstBytes) const
{
    auto classification = builtIn(path, size, firstBytes);
    const auto *rule = ownRule(path);
    return rule ? overruled(classification, *rule) : classification;
}

std::optional<Classification> FileClassifier::builtInByName(std::string_view path, ByteCount size) const
{
    if (m_rules == RuleSet::Modctl)
        return modctlClassification(path, size);
    const auto name = baseName(path);
    const auto lower = toLowerAscii(name);
    const auto suffix = suffixOf(lower);
    for (const auto &rule : nameRules) {
        if (rule.matches(name, lower, suffix))
            return Classification{rule.kind, std::string(rule.id), rule.certainty};
    }
    if (isAmbiguous(suffix))
        return std::nullopt;
    const auto found = suffixTable().find(suffix);
    if (found == suffixTable().end())
        return std::nullopt;
    if (found->second.kind == LayerKind::Weight && size < suspiciouslySmall)
        return std::nullopt; // perhaps a Git LFS pointer or a saved error page
    const auto lowerPath = toLowerAscii(path);
    const bool textAmongData = isOneOf(suffix, {".txt", ".json", ".xml", ".png", ".jpg", ".jpeg"})
        && anyFolder(lowerPath, isDataFolder) && !contains(lower, "config");
    if (textAmongData)
        return Classification{LayerKind::Dataset, "folder:data", Certainty::Likely};
    if (found->second.kind == LayerKind::Dataset && anyFolder(lowerPath, isDocFolder))
        return Classification{LayerKind::Doc, "folder:docs", Certainty::Likely};
    // Cascades, PMML and graphs with their weights inside; settings are never that large.
    if (suffix == ".xml" && size >= largestSettings)
        return Classification{LayerKind::Weight, "size:*.xml", Certainty::Likely};
    return Classification{found->second.kind, cat("name:*", suffix), found->second.certainty};
}

Classification FileClassifier::builtIn(std::string_view path, ByteCount size, std::string_view firstBytes) const
{
    const auto format = detectFormat(firstBytes.substr(0, prefixSize), size.asUnsigned());
    if (m_rules == RuleSet::Modctl) {
        auto classification = modctlClassification(path, size);
        classification.format = format;
        return classification;
    }
    if (auto byName = builtInByName(path, size)) {
        byName->format = format;
        return *byName;
    }
    const auto lowerPath = toLowerAscii(path);
    const auto suffix = suffixOf(baseName(lowerPath));
    if (auto classification = byBytes(lowerPath, suffix, firstBytes, format)) {
        const auto known = suffixTable().find(suffix);
        // A page saved under a model's name is still meant to be the model: its finding says what it is.
        const bool keepsName = known != suffixTable().end() && format == FileFormat::Html;
        if (!keepsName)
            return *classification;
    }
    const auto found = suffixTable().find(suffix);
    const bool textUnderBinaryName = format == FileFormat::Text && isOneOf(suffix, {".dat", ".data", ".inp", ".out"});
    if (found != suffixTable().end() && !textUnderBinaryName)
        return {found->second.kind, cat("name:*", suffix), found->second.certainty, format};
    if (textUnderBinaryName)
        return {LayerKind::Dataset, cat("name:*", suffix), Certainty::Guess, format};
    // ONNX keeps a model's test inputs and outputs beside it; sequences and optionals among them have no mark of their
    // own.
    if (suffix == ".pb"
        && anyFolder(lowerPath, [](std::string_view part) { return part.starts_with("test_data_set"); }))
        return {LayerKind::Dataset, "folder:data", Certainty::Likely, format};
    if (isOneOf(suffix, {".pb", ".model"}))
        return {LayerKind::Weight, cat("name:*", suffix), Certainty::Likely, format};
    return byFallback(lowerPath, firstBytes, format);
}

bool FileClassifier::skips(std::string_view path) const
{
    if (m_rules != RuleSet::Modctl)
        return false;
    const auto parts = split(path, '/');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return modctlSkips(part); });
}

Result<ClassifiedFolder> classifyFolder(FolderScan scan, const FileClassifier &classifier, const TaskContext &context)
{
    struct Outcome {
        std::optional<Classification> classification;
        std::optional<ExcludedPath> excluded;
    };
    std::vector<Outcome> outcomes(scan.files.size());
    std::vector<std::size_t> toOpen;
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        const auto &file = scan.files[i];
        if (classifier.skips(file.path))
            outcomes[i].excluded =
                ExcludedPath{file.path, ExcludeReason::DefaultPattern, Message::of("modctl skips it")};
        else if (!(outcomes[i].classification = classifier.classifyByName(file.path, file.identity.size)))
            toOpen.push_back(i);
    }
    constexpr std::size_t threads = 8;
    constexpr std::size_t filesPerCall = 64;
    const auto calls = (toOpen.size() + filesPerCall - 1) / filesPerCall;
    const auto classifyCall = [&](std::size_t call, const TaskContext &inner) -> Result<void> {
        for (auto at = call * filesPerCall; at < std::min(toOpen.size(), (call + 1) * filesPerCall); ++at) {
            RETURN_IF_ERROR(inner.check());
            const auto &file = scan.files[toOpen[at]];
            auto &outcome = outcomes[toOpen[at]];
            const auto content = makeFileContent(scan.root / file.path, file.identity);
            const auto prefix = readPrefix(*content, FileClassifier::prefixSize, inner);
            if (prefix)
                outcome.classification = classifier.classify(file.path, file.identity.size, *prefix);
            else if (prefix.error().isStop())
                return prefix.error();
            else
                outcome.excluded = ExcludedPath{
                    file.path,
                    prefix.error().code() == ErrorCode::NotFound ? ExcludeReason::Vanished : ExcludeReason::Unreadable,
                    prefix.error().wording()};
        }
        return {};
    };
    RETURN_IF_ERROR(parallelFor(calls, threads, context, classifyCall));

    ClassifiedFolder folder{std::move(scan.root), {}, std::move(scan.excluded)};
    folder.files.reserve(scan.files.size());
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        if (outcomes[i].classification)
            folder.files.push_back({std::move(scan.files[i]), std::move(*outcomes[i].classification)});
        else if (outcomes[i].excluded)
            folder.excluded.push_back(std::move(*outcomes[i].excluded));
    }
    std::sort(folder.excluded.begin(), folder.excluded.end(),
              [](const ExcludedPath &a, const ExcludedPath &b) { return a.path < b.path; });
    return folder;
}

} // namespace modelcrate
