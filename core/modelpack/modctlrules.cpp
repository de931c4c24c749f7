// SPDX-License-Identifier: Apache-2.0
// The pattern lists of modctl (github.com/modelpack/modctl, pkg/modelfile/constants.go at c8e484d, Apache-2.0), in
// lower case, since it compares without case. Entries that a list before them shadows are kept: the lists are theirs.
#include "modelpack/modctlrules.h"

#include "base/text.h"

#include <array>
#include <optional>

namespace modelcrate {

namespace {

// clang-format off
constexpr std::array<std::string_view, 36> configPatterns{
    "*.json", "*.jsonl", "*.json5", "*.jsonc", "*.yaml", "*.yml", "*.toml", "*.ini", "*.config", "*.cfg", "*.conf",
    "*.properties", "*.props", "*.prop", "*.xml", "*.xsd", "*.rng", "*.modelcard", "*.meta", "*tokenizer.model*",
    "*.tiktoken", "vocab.txt", "merges.txt", "added_tokens.txt", "spiece.model", "sentencepiece*.model",
    "sentencepiece*.vocab", "tiktoken.model", "chat_template.jinja", "config.json.*", "*.hparams", "*.params",
    "*.hyperparams", "*.wandb", "*.mlflow", "*.tensorboard",
};

constexpr std::array<std::string_view, 69> modelPatterns{
    "*.safetensors", "*.bin", "*.bin.*", "*.pt", "*.pth", "*.mar", "*.pte", "*.pt2", "*.ptl", "*.tflite", "*.h5",
    "*.hdf", "*.hdf5", "*.pb", "*.meta", "*.data-*", "*.index", "*.gguf", "*.gguf.*", "*.ggml", "*.ggmf", "*.ggjt",
    "*.q4_0", "*.q4_1", "*.q5_0", "*.q5_1", "*.q8_0", "*.f16", "*.f32", "*.ckpt", "*.checkpoint", "*.dist_ckpt",
    "tensor[0-9]*_[0-9]*", "*.tensor", "*.weights", "*.state", "*.embedding", "*.vocab", "*.ot", "*.engine", "*.trt",
    "*.onnx", "*.onnx_data*", "*.msgpack", "*.model", "*.pkl", "*.pickle", "*.keras", "*.joblib", "*.npy", "*.npz",
    "*.nc", "*.mlmodel", "*.coreml", "*.mil", "*.mleap", "*.surml", "*.llamafile", "*.llamafile.*", "*.caffemodel",
    "*.prototxt", "*.dlc", "*.circle", "*.nb", "*.arrow", "*.parquet", "*.ftz", "*.ark", "*.db",
};

constexpr std::array<std::string_view, 140> codePatterns{
    "*.py", "*.ipynb", "*.sh", "*.patch", "*.c", "*.h", "*.hxx", "*.cpp", "*.cc", "*.cxx", "*.c++", "*.hpp", "*.hh",
    "*.h++", "*.java", "*.js", "*.mjs", "*.cjs", "*.jsx", "*.ts", "*.tsx", "*.go", "*.rs", "*.swift", "*.rb", "*.php",
    "*.scala", "*.kt", "*.kts", "*.r", "*.r", "*.m", "*.mm", "*.f", "*.f90", "*.f95", "*.f03", "*.f08", "*.jl",
    "*.lua", "*.pl", "*.pm", "*.cs", "*.vb", "*.dart", "*.groovy", "*.elm", "*.erl", "*.hrl", "*.ex", "*.exs", "*.hs",
    "*.lhs", "*.clj", "*.cljs", "*.cljc", "*.cl", "*.lisp", "*.lsp", "*.scm", "*.ss", "*.rkt", "*.sql", "*.psql",
    "*.mysql", "*.sqlite", "*.zig", "*.cu", "*.cuh", "*.bash", "*.zsh", "*.fish", "*.csh", "*.tcsh", "*.ksh", "*.ps1",
    "*.psm1", "*.psd1", "*.bat", "*.cmd", "*.vbs", "*.wsf", "*.applescript", "*.scpt", "*.awk", "*.sed", "*.expect",
    "*.env", "*.env.*", ".env*", "makefile*", "*.dockerfile", "dockerfile*", "*.mk", "*.cmake", "cmakelists.txt",
    "*.gradle", "*.gradle.kts", "build.gradle*", "settings.gradle*", "*.sbt", "*.mill", "*.bazel", "*.bzl", "build*",
    "workspace*", "*.buck", "buck*", "*.ninja", "*.gyp", "*.gypi", "*.waf", "wscript*", "package.json",
    "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "requirements*.txt", "pipfile*", "pyproject.toml",
    "setup.cfg", "tox.ini", "poetry.lock", "cargo.toml", "cargo.lock", "go.mod", "go.sum", "composer.json",
    "composer.lock", "gemfile*", "*.gemspec", "mix.exs", "mix.lock", "rebar.config", "rebar.lock", "*.so", "*.dll",
    "*.dylib", "*.lib", "*.a",
};

constexpr std::array<std::string_view, 104> docPatterns{
    "*.txt", "*.md", "*.pdf", "license*", "readme*", "setup*", "*requirements*", "*.log", "*.tfevents*", "*.doc",
    "*.docx", "*.docm", "*.dot", "*.dotx", "*.dotm", "*.rtf", "*.odt", "*.ott", "*.fodt", "*.pages", "*.wpd", "*.xls",
    "*.xlsx", "*.xlsm", "*.xlsb", "*.xlt", "*.xltx", "*.xltm", "*.ods", "*.ots", "*.fods", "*.numbers", "*.csv",
    "*.ppt", "*.pptx", "*.pptm", "*.pps", "*.ppsx", "*.ppsm", "*.pot", "*.potx", "*.potm", "*.odp", "*.otp", "*.fodp",
    "*.key", "*.epub", "*.mobi", "*.azw", "*.azw3", "*.fb2", "*.fb3", "*.lit", "*.pdb", "*.djvu", "*.djv", "*.html",
    "*.htm", "*.xhtml", "*.mhtml", "*.mht", "*.xml", "*.xsl", "*.xslt", "*.tex", "*.latex", "*.ltx", "*.bib", "*.rst",
    "*.asciidoc", "*.adoc", "*.textile", "*.wiki", "*.mediawiki", "*.org", "*.texi", "*.texinfo", "*.info", "*.man",
    "*.chm", "*.hlp", "*.xps", "*.jpg", "*.jpeg", "*.png", "*.gif", "*.bmp", "*.tiff", "*.ico", "*.webp", "*.heic",
    "*.heif", "*.hevc", "*.svg", "*.mp4", "*.mov", "*.avi", "*.mkv", "*.webm", "*.m4v", "*.flv", "*.wmv", "*.mpg",
    "*.mpeg",
};

constexpr std::array<std::string_view, 6> skipPatterns{
    ".*", "modelfile", "__pycache__", "*.pyc", "*.pyo", "*.pyd",
};
// clang-format on

/// Go's filepath.Match on a name: `*` and `?`, `[a-z]`, `[^a-z]`. The lists hold no broken pattern.
bool goMatches(std::string_view pattern, std::string_view name)
{
    while (!pattern.empty()) {
        if (pattern.front() == '*') {
            pattern.remove_prefix(1);
            for (std::size_t skip = 0; skip <= name.size(); ++skip) {
                if (goMatches(pattern, name.substr(skip)))
                    return true;
            }
            return false;
        }
        if (name.empty())
            return false;
        if (pattern.front() == '[') {
            const auto close = pattern.find(']');
            auto set = pattern.substr(1, close - 1);
            const bool negated = !set.empty() && set.front() == '^';
            if (negated)
                set.remove_prefix(1);
            bool inSet = false;
            for (std::size_t i = 0; i < set.size(); ++i) {
                const bool isRange = i + 2 < set.size() && set[i + 1] == '-';
                inSet =
                    inSet || (isRange ? name.front() >= set[i] && name.front() <= set[i + 2] : name.front() == set[i]);
                if (isRange)
                    i += 2;
            }
            if (inSet == negated)
                return false;
            pattern.remove_prefix(close + 1);
        } else {
            if (pattern.front() != '?' && pattern.front() != name.front())
                return false;
            pattern.remove_prefix(1);
        }
        name.remove_prefix(1);
    }
    return name.empty();
}

template<typename Patterns>
std::optional<std::string_view> firstMatch(const Patterns &patterns, std::string_view name)
{
    for (const auto pattern : patterns) {
        if (goMatches(pattern, name))
            return pattern;
    }
    return std::nullopt;
}

/// Files of no known name above this are weights.
constexpr ByteCount weightSize(128'000'000);

} // namespace

ModctlMatch matchModctlRules(std::string_view name, ByteCount size)
{
    const auto lower = toLowerAscii(name);
    if (const auto pattern = firstMatch(configPatterns, lower))
        return {LayerKind::WeightConfig, cat("modctl:config:", *pattern)};
    if (const auto pattern = firstMatch(modelPatterns, lower))
        return {LayerKind::Weight, cat("modctl:model:", *pattern)};
    if (const auto pattern = firstMatch(codePatterns, lower))
        return {LayerKind::Code, cat("modctl:code:", *pattern)};
    if (const auto pattern = firstMatch(docPatterns, lower))
        return {LayerKind::Doc, cat("modctl:doc:", *pattern)};
    return {size > weightSize ? LayerKind::Weight : LayerKind::Code, "modctl:size", true};
}

bool modctlSkips(std::string_view name) { return firstMatch(skipPatterns, toLowerAscii(name)).has_value(); }

} // namespace modelcrate
