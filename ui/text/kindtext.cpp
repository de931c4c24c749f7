// SPDX-License-Identifier: Apache-2.0
#include "ui/text/kindtext.h"

#include "ui/text/convert.h"
#include "ui/text/messagetext.h"

#include <array>

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::KindText)
};

struct Sentence {
    std::string_view id;
    const char *text;
};

// Rules of core/modelpack/fileclassifier.cpp that are not a pattern.
constexpr std::array ruleSentences{
    Sentence{"published", QT_TRANSLATE_NOOP("modelcrate::KindText", "As it is published")},
    Sentence{"user", QT_TRANSLATE_NOOP("modelcrate::KindText", "Chosen by you")},
    Sentence{"name:license", QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like a licence (built in)")},
    Sentence{"name:readme",
             QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like a document: readme, changes, authors (built in)")},
    Sentence{"name:build", QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like a build or project file (built in)")},
    Sentence{"name:tokenizer",
             QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like a tokenizer or its vocabulary (built in)")},
    Sentence{"name:labels",
             QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like labels or prompts that a model reads (built in)")},
    Sentence{"name:chat-template", QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like a chat template (built in)")},
    Sentence{"name:shard", QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like a part of the weights (built in)")},
    Sentence{"name:index",
             QT_TRANSLATE_NOOP("modelcrate::KindText", "Names which shard holds which tensor (built in)")},
    Sentence{"name:tfevents", QT_TRANSLATE_NOOP("modelcrate::KindText", "Named like a TensorBoard log (built in)")},
    Sentence{"folder:data", QT_TRANSLATE_NOOP("modelcrate::KindText", "Lies in a folder for data")},
    Sentence{"folder:docs", QT_TRANSLATE_NOOP("modelcrate::KindText", "Lies in a folder for documents")},
    Sentence{"folder:code", QT_TRANSLATE_NOOP("modelcrate::KindText", "Lies in a folder for code")},
    Sentence{"bytes:#!", QT_TRANSLATE_NOOP("modelcrate::KindText", "Begins like a script (#!)")},
    Sentence{"bytes:text", QT_TRANSLATE_NOOP("modelcrate::KindText", "Text under a name that no rule knows")},
    Sentence{"bytes:binary", QT_TRANSLATE_NOOP("modelcrate::KindText", "Binary data under a name that no rule knows")},
    Sentence{"bytes:gguf-vocabulary",
             QT_TRANSLATE_NOOP("modelcrate::KindText", "First bytes: GGUF without tensors, only a vocabulary")},
    Sentence{"modctl:size", QT_TRANSLATE_NOOP("modelcrate::KindText", "No pattern of modctl fits: decided by size")},
};

std::optional<std::string_view> without(std::string_view text, std::string_view prefix)
{
    if (text.substr(0, prefix.size()) != prefix)
        return std::nullopt;
    return text.substr(prefix.size());
}

QString modctlText(std::string_view rule)
{
    const auto colon = rule.find(':');
    return Text::tr("Rule %1 (list of modctl)")
        .arg(displayText(colon == std::string_view::npos ? rule : rule.substr(colon + 1)));
}

} // namespace

QString kindText(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Weight: return Text::tr("weight", "layer kind");
    case LayerKind::WeightConfig: return Text::tr("config", "layer kind");
    case LayerKind::Doc: return Text::tr("doc", "layer kind");
    case LayerKind::Code: return Text::tr("code", "layer kind");
    case LayerKind::Dataset: return Text::tr("dataset", "layer kind");
    }
    return {};
}

QString artifactKindText(ArtifactKind kind)
{
    switch (kind) {
    case ArtifactKind::ModelPack: return QStringLiteral("ModelPack");
    case ArtifactKind::ModelKit: return QStringLiteral("KitOps");
    case ArtifactKind::DockerModel: return Text::tr("Docker model");
    case ArtifactKind::Image: return Text::tr("Image");
    case ArtifactKind::Other: return Text::tr("Other");
    }
    return {};
}

QString encodingText(LayerEncoding encoding)
{
    switch (encoding) {
    case LayerEncoding::Raw: return Text::tr("raw", "packaging: the file as it is");
    case LayerEncoding::Tar: return Text::tr("tar", "packaging");
    case LayerEncoding::TarGzip: return Text::tr("tar + gzip", "packaging");
    case LayerEncoding::TarZstd: return Text::tr("tar + zstd", "packaging");
    }
    return {};
}

QString ruleText(std::string_view rule)
{
    if (rule.empty())
        return {};
    for (const auto &sentence : ruleSentences) {
        if (sentence.id == rule)
            return Text::tr(sentence.text);
    }
    if (const auto modctl = without(rule, "modctl:"))
        return modctlText(*modctl);
    if (const auto pattern = without(rule, "name:"))
        return Text::tr("Rule %1 (built in)").arg(displayText(*pattern));
    if (const auto pattern = without(rule, "user:"))
        return Text::tr("Your rule %1").arg(displayText(*pattern));
    if (const auto pattern = without(rule, "size:"))
        return Text::tr("Rule %1 for a file of this size (built in)").arg(displayText(*pattern));
    if (const auto format = without(rule, "bytes:"))
        return Text::tr("First bytes: %1").arg(displayText(*format));
    return Text::tr("Rule %1").arg(displayText(rule));
}

QString certaintyText(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Certain: return Text::tr("certain");
    case Certainty::Likely: return Text::tr("likely");
    case Certainty::Guess: return Text::tr("a guess: please look");
    }
    return {};
}

QString exclusionText(const ExcludedPath &excluded)
{
    const auto detail = messageText(excluded.detail);
    const auto with = [&](const QString &plain, const QString &detailed) {
        return detail.isEmpty() ? plain : detailed.arg(detail);
    };
    switch (excluded.reason) {
    case ExcludeReason::DefaultPattern: {
        const std::string_view path = excluded.path;
        if (path == ".git/" || path == ".git" || (path.size() > 5 && path.substr(path.size() - 5) == ".git/"))
            return Text::tr("Git data");
        return with(Text::tr("Left out by default"), Text::tr("Left out by default: %1"));
    }
    case ExcludeReason::ModelIgnore:
        return with(Text::tr("Named in .modelignore"), Text::tr("Named in .modelignore: %1"));
    case ExcludeReason::ExcludeOption:
        return with(Text::tr("Left out on request"), Text::tr("Left out on request: %1"));
    case ExcludeReason::LinkOutside:
        return with(Text::tr("Leads out of the folder"), Text::tr("Leads out of the folder: %1"));
    case ExcludeReason::BrokenLink: return with(Text::tr("Link to nothing"), Text::tr("Link to nothing: %1"));
    case ExcludeReason::LinkLoop:
        return with(Text::tr("Link that leads back to itself"), Text::tr("Link that leads back to itself: %1"));
    case ExcludeReason::NotAFile: return Text::tr("Not a file that can be packaged");
    case ExcludeReason::Unreadable: return with(Text::tr("Cannot be read"), Text::tr("Cannot be read: %1"));
    case ExcludeReason::Vanished: return Text::tr("No longer there");
    case ExcludeReason::NotUtf8: return Text::tr("The name is not UTF-8, so it could not be unpacked everywhere");
    case ExcludeReason::UnsafeName:
        return with(Text::tr("The name could not be unpacked everywhere"),
                    Text::tr("The name could not be unpacked everywhere: %1"));
    }
    return {};
}

} // namespace modelcrate
