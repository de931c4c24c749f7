// SPDX-License-Identifier: Apache-2.0
#include "ui/text/referenceproblem.h"

#include "base/text.h"
#include "operations/location.h"
#include "ui/text/convert.h"

#include <algorithm>

#include <QCoreApplication>

namespace modelcrate {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::ReferenceProblem)
};

constexpr std::size_t maxNameLength = 255; ///< as RepositoryName and Reference have it
constexpr std::size_t maxTagLength = 128;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isAlnum(char c) { return isDigit(c) || isUpper(c) || (c >= 'a' && c <= 'z'); }

QString shown(std::string_view text) { return toQString(escapeForDisplay(text, 80)); }

/// Which character of the text it is, from 1, as people count them.
QString positionOf(std::string_view text, std::size_t byte)
{
    return QString::number(QString::fromUtf8(text.data(), static_cast<qsizetype>(byte)).toUcs4().size() + 1);
}

/// The whole character that begins at a byte.
std::string_view characterAt(std::string_view text, std::size_t byte)
{
    auto end = byte + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        ++end;
    return text.substr(byte, end - byte);
}

/// The parts of one text, each a view of it.
class Reading {
public:
    explicit Reading(std::string_view text) : m_text(text) { }

    /// Empty when nothing is found to be wrong.
    QString problem() const
    {
        if (m_text.empty())
            return Words::tr("Nothing is written here yet");
        if (m_text.starts_with("oci:"))
            return ofLayout(m_text.substr(4));
        if (m_text.starts_with("store:"))
            return ofStored(m_text.substr(6));
        return ofReference();
    }

private:
    QString ofLayout(std::string_view rest) const
    {
        const auto named = splitNamed(rest);
        if (named.hasDigest)
            return digestText();
        if (named.name.empty())
            return Words::tr("A folder has to follow oci:");
        return named.tag ? ofTag(*named.tag) : QString();
    }

    QString ofStored(std::string_view rest) const
    {
        const auto named = splitNamed(rest);
        if (named.hasDigest)
            return digestText();
        if (const auto problem = named.tag ? ofTag(*named.tag) : QString(); !problem.isEmpty())
            return problem;
        return ofRepository(named.name);
    }

    QString ofReference() const
    {
        if (const auto scheme = m_text.find("://"); scheme != std::string_view::npos)
            return Words::tr("A reference has no %1 in front: host/repository:tag is enough")
                .arg(shown(m_text.substr(0, scheme + 3)));
        if (m_text.find('@') != std::string_view::npos)
            return digestText();
        const auto slash = m_text.find('/');
        const auto host = m_text.substr(0, slash);
        const bool looksLikeHost =
            host.find_first_of(".:[") != std::string_view::npos || toLowerAscii(host) == "localhost";
        if (slash == std::string_view::npos && looksLikeHost && RegistryHost::parse(host))
            return Words::tr("%1 is a registry; a repository has to follow: %1/team/model:v1").arg(shown(host));
        if (slash == std::string_view::npos || host.empty())
            return Words::tr("No registry is named: registry.example/team/model:v1, or store:model:v1 for this "
                             "computer");
        if (!looksLikeHost)
            return Words::tr("“%1” is no registry: a name with a dot, with a port, or localhost comes first")
                .arg(shown(host));
        if (const auto problem = ofHost(host); !problem.isEmpty())
            return problem;
        const auto rest = m_text.substr(slash + 1);
        const auto colon = rest.find(':');
        if (colon != std::string_view::npos) {
            if (const auto problem = ofTag(rest.substr(colon + 1)); !problem.isEmpty())
                return problem;
        }
        const auto repository = rest.substr(0, colon);
        if (const auto problem = ofRepository(repository); !problem.isEmpty())
            return problem;
        if (host.size() + 1 + repository.size() > maxNameLength)
            return Words::tr("Registry and repository have %1 characters together; 255 are the most")
                .arg(QString::number(host.size() + 1 + repository.size()));
        return {};
    }

    QString ofHost(std::string_view host) const
    {
        if (RegistryHost::parse(host))
            return {};
        if (host.starts_with("["))
            return Words::tr("“%1” is no address of a registry").arg(shown(host));
        const auto colon = host.rfind(':');
        const auto name = host.substr(0, colon);
        if (colon != std::string_view::npos && RegistryHost::parse(name))
            return Words::tr("“%1” is no port: a number from 1 to 65535").arg(shown(host.substr(colon + 1)));
        for (std::size_t i = 0; i < name.size(); ++i) {
            if (!isAlnum(name[i]) && name[i] != '.' && name[i] != '-')
                return strangerText(Words::tr("“%1” (character %2) cannot be in the name of a registry"), name, i);
        }
        return Words::tr("“%1” is no name of a registry").arg(shown(name));
    }

    QString ofTag(std::string_view tag) const
    {
        if (TagName::parse(tag))
            return {};
        if (tag.empty())
            return Words::tr("A tag has to follow the colon");
        for (std::size_t i = 0; i < tag.size(); ++i) {
            if (!isAlnum(tag[i]) && tag[i] != '_' && tag[i] != '.' && tag[i] != '-')
                return strangerText(Words::tr("“%1” (character %2) cannot be in a tag"), tag, i);
        }
        if (tag.size() > maxTagLength)
            return Words::tr("The tag has %1 characters; 128 are the most").arg(QString::number(tag.size()));
        return Words::tr("A tag cannot begin with “%1”").arg(shown(tag.substr(0, 1)));
    }

    QString ofRepository(std::string_view repository) const
    {
        if (RepositoryName::parse(repository))
            return {};
        if (repository.empty())
            return Words::tr("The repository is missing");
        const auto parts = split(repository, '/');
        for (const auto part : parts) {
            if (part.empty())
                return Words::tr("There is a / too many in the repository (character %1)")
                    .arg(positionOf(m_text, offsetOf(part)));
            if (const auto problem = ofRepositoryPart(part); !problem.isEmpty())
                return problem;
        }
        return Words::tr("The repository has %1 characters; 255 are the most").arg(QString::number(repository.size()));
    }

    QString ofRepositoryPart(std::string_view part) const
    {
        if (RepositoryName::parse(part) || part.size() > maxNameLength)
            return {};
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (!isAlnum(part[i]) && part[i] != '_' && part[i] != '.' && part[i] != '-')
                return strangerText(Words::tr("“%1” (character %2) cannot be in a repository"), part, i);
        }
        if (std::any_of(part.begin(), part.end(), isUpper))
            return Words::tr("A repository is written in lower case: %1, not %2")
                .arg(shown(toLowerAscii(part)), shown(part));
        if (!isAlnum(part.front()) || !isAlnum(part.back()))
            return Words::tr("“%1” in the repository has to begin and end with a letter or a digit").arg(shown(part));
        return Words::tr("“%1” in the repository has too many signs in a row: one dot, one or two underscores, or "
                         "hyphens")
            .arg(shown(part));
    }

    /// `pattern` names the character and its place.
    QString strangerText(const QString &pattern, std::string_view part, std::size_t at) const
    {
        return pattern.arg(shown(characterAt(part, at)), positionOf(m_text, offsetOf(part) + at));
    }

    static QString digestText()
    {
        return Words::tr("What is published gets its digest by itself: a tag goes here, nothing after an @");
    }

    std::size_t offsetOf(std::string_view part) const { return static_cast<std::size_t>(part.data() - m_text.data()); }

    struct Named {
        std::string_view name;
        std::optional<std::string_view> tag = {};
        bool hasDigest = false;
    };
    /// As parseLocation() reads what follows oci: and store:.
    static Named splitNamed(std::string_view text)
    {
        Named named;
        if (const auto at = text.rfind('@'); at != std::string_view::npos && text.substr(at + 1).starts_with("sha")) {
            named.hasDigest = true;
            text = text.substr(0, at);
        }
        const auto slash = text.rfind('/');
        const auto colon = text.rfind(':');
        if (colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash)) {
            named.tag = text.substr(colon + 1);
            text = text.substr(0, colon);
        }
        named.name = text;
        return named;
    }

    std::string_view m_text;
};

} // namespace

std::optional<ReferenceProblem> targetProblem(std::string_view text)
{
    const auto target = parseTarget(text);
    if (target)
        return std::nullopt;
    const auto &error = target.error();
    auto details = displayText(error.message());
    if (!error.advice().empty())
        details += QLatin1Char('\n') + displayText(error.advice());
    auto problem = Reading(text).problem();
    if (problem.isEmpty())
        problem = Words::tr("This is no place to publish to: registry.example/team/model:v1 is one");
    return ReferenceProblem{std::move(problem), std::move(details)};
}

} // namespace modelcrate
