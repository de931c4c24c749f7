// SPDX-License-Identifier: Apache-2.0
#include "ui/text/errortext.h"

#include "ui/text/convert.h"
#include "ui/text/messagetext.h"

#include <array>
#include <regex>

#include <QCoreApplication>
#include <QStringList>

namespace modelcrate {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(modelcrate::ErrorText)
};

/// Messages about a registry begin with its origin ("https://ghcr.io: …", "ghcr.io answered 401 …"): the name that a
/// title needs. A path or a sentence does not look like one.
QString hostOf(const Error &error)
{
    static const std::regex pattern(
        R"(^(?:https?://)?((?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+|localhost|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?(?=[ :/,]|$))");
    // Bounded: std::regex recurses by length.
    const auto head = error.message().substr(0, 300);
    std::smatch match;
    return std::regex_search(head, match, pattern) ? displayText(match[1].str() + match[2].str()) : QString();
}

QString messageOf(const Error &error)
{
    auto text = redactedText(toUtf8(messageText(error.wording())));
    // A sentence begins with a capital, an address stays as it is.
    if (!text.isEmpty() && !text.section(QLatin1Char(' '), 0, 0).contains(QLatin1String("://")))
        text[0] = text[0].toUpper();
    static const QString ends = QStringLiteral(".…。！？");
    //: The end of a sentence
    return text.isEmpty() || ends.contains(text.back()) ? text : Text::tr("%1.").arg(text);
}

QString detailsOf(const Error &error)
{
    QStringList lines{redactedText(error.message())}; // in English, to be told to others
    for (const auto &context : error.context())
        lines << Text::tr("while %1").arg(redactedText(context));
    lines << Text::tr("Code: %1").arg(toQString(toString(error.code())));
    if (error.httpStatus() != 0)
        lines << Text::tr("HTTP status: %1").arg(QString::number(error.httpStatus()));
    for (const auto &entry : error.registryErrors()) {
        auto line = redactedText(entry.code);
        if (!entry.message.empty())
            line += QStringLiteral(": ") + redactedText(entry.message);
        if (!entry.detail.empty())
            line += QStringLiteral(" (") + redactedText(entry.detail) + QLatin1Char(')');
        lines << Text::tr("Registry: %1").arg(line);
    }
    if (!error.advice().empty())
        lines << redactedText(error.advice());
    return lines.join(QLatin1Char('\n'));
}

/// The three parts for people.
struct Parts {
    QString title;
    QString cause;
    QString action;
};

Parts rejectedText(const Error &error, const QString &host)
{
    const auto message = messageOf(error);
    switch (error.httpStatus()) {
    case 405:
        return {Text::tr("%1 does not offer this").arg(host), message,
                Text::tr("It may be read-only at the moment. Choose another registry, or save as an OCI layout.")};
    case 413:
        return {Text::tr("Too large for %1").arg(host),
                Text::tr("The registry, or a proxy before it, limits how much may be sent at once. %1").arg(message),
                Text::tr("Pack small files into tar layers, or ask the registry's operator to raise the limit.")};
    case 403:
    case 507:
        return {Text::tr("No space left in %1").arg(host), message,
                Text::tr("Remove something there, or ask its operator for more space.")};
    default:
        return {Text::tr("%1 refuses this").arg(host), Text::tr("Sending it again would not help. %1").arg(message),
                Text::tr("Look at what the registry said in the details, or save as an OCI layout. Some registries do "
                         "not accept model artifacts.")};
    }
}

Parts partsOf(const Error &error)
{
    const auto found = hostOf(error);
    const auto host = found.isEmpty() ? Text::tr("The registry") : found;
    const auto message = messageOf(error);
    switch (error.code()) {
    case ErrorCode::Canceled:
        return {Text::tr("Cancelled"),
                Text::tr("It was stopped on request. What was sent completely stays at the registry."),
                Text::tr("Start again when you like.")};
    case ErrorCode::Paused:
        return {Text::tr("Paused"), Text::tr("It was stopped on request; what was sent is kept."),
                Text::tr("Resume to go on from there.")};
    case ErrorCode::Usage:
        return {Text::tr("This cannot be done like that"), message,
                Text::tr("Change what was asked for and try again.")};
    case ErrorCode::InvalidInput:
        return {Text::tr("Something in it breaks the rules"), message,
                Text::tr("Repair the file or the field that is named, then try again.")};
    case ErrorCode::InvalidReference:
        return {Text::tr("This is not a reference"), message,
                Text::tr("Write it like registry.example/team/model:v1.")};
    case ErrorCode::NotFound:
        if (error.httpStatus() == 404 || !found.isEmpty())
            return {Text::tr("Not found at %1").arg(host), message,
                    Text::tr("Check the name. Some registries say this of what you may not see: then sign in with "
                             "another account.")};
        return {Text::tr("Not found"), message, Text::tr("Check that it is still there, then try again.")};
    case ErrorCode::AlreadyExists:
        return {Text::tr("The name is taken"), message, Text::tr("Choose another name, or replace what is there.")};
    case ErrorCode::Conflict:
        return {Text::tr("Something else is in the way"), message,
                Text::tr("Look at what is there now, then choose another name or another place.")};
    case ErrorCode::Unauthorized:
        return {Text::tr("%1 needs a sign-in").arg(host), message, Text::tr("Sign in, or use another account.")};
    case ErrorCode::Forbidden:
        // Nobody has answered that: it is we who do not send a password to where it might not belong.
        if (error.httpStatus() == 0)
            return {Text::tr("Your password was not sent"), message,
                    Text::tr("If you trust that server, sign in to it under its own name; else ask the registry's "
                             "operator.")};
        return {Text::tr("This account may not do this at %1").arg(host), message,
                Text::tr("Choose another repository, or sign in with another account.")};
    case ErrorCode::RateLimited:
        return {Text::tr("%1 asks to wait").arg(host), Text::tr("Too many requests in a short time. %1").arg(message),
                Text::tr("Try again later, or send fewer files at once in Settings. Who is signed in may usually ask "
                         "more often.")};
    case ErrorCode::RegistryRejected: return rejectedText(error, host);
    case ErrorCode::RegistryUnavailable:
        return {Text::tr("%1 stopped answering").arg(host),
                Text::tr("The registry has trouble of its own. %1").arg(message),
                Text::tr("Try again later; what was sent is kept where the registry allows it.")};
    case ErrorCode::NetworkFailed:
        return {Text::tr("%1 cannot be reached").arg(host), message,
                Text::tr("Check the name and the network connection, then try again. What was sent before is kept.")};
    case ErrorCode::TlsFailed:
        return {Text::tr("No safe connection to %1").arg(host), message,
                Text::tr("Check the address and this computer's clock, or name the registry's certificate authority in "
                         "Settings under Accounts.")};
    case ErrorCode::TimedOut:
        return {Text::tr("%1 stopped answering").arg(host), message,
                Text::tr("Check the network connection and try again. What was sent before is kept.")};
    case ErrorCode::DigestMismatch:
        return {Text::tr("The data does not match its digest"),
                Text::tr("It was damaged on its way, or it changed. Nothing of it was used. %1").arg(message),
                Text::tr("Try again. If it happens again, check the disk and tell the registry's operator.")};
    case ErrorCode::SizeMismatch:
        return {Text::tr("The data has another size than announced"),
                Text::tr("It was cut off, or it changed. Nothing of it was used. %1").arg(message),
                Text::tr("Try again.")};
    case ErrorCode::ContentChanged:
        return {Text::tr("A file changed while it was read"), message,
                Text::tr("Let the program that writes it finish, then try again, or leave the file out.")};
    case ErrorCode::LimitExceeded:
        return {Text::tr("Larger than can be handled"), message,
                Text::tr("Pack small files into tar layers, or leave out what is not needed.")};
    case ErrorCode::UnsafePath:
        return {Text::tr("A name would leave the folder"), Text::tr("Nothing was written. %1").arg(message),
                Text::tr("Do not trust this artifact; tell who published it. If it is your own, rename the file.")};
    case ErrorCode::Unsupported:
        return {Text::tr("This is of a kind that is not known here"), message,
                Text::tr("Choose something else, or look for a newer version of Modelcrate.")};
    case ErrorCode::FileSystem:
        return {Text::tr("The disk refuses"), message,
                Text::tr("Check that the place exists and that you may read and write there, or choose another one.")};
    case ErrorCode::NoSpace:
        return {Text::tr("No space left on the disk"), message,
                Text::tr("Free some space there, or choose another folder.")};
    case ErrorCode::Internal: break;
    }
    return {Text::tr("Modelcrate made a mistake"), Text::tr("This should not happen. %1").arg(message),
            Text::tr("Copy the details and report them; trying again may help.")};
}

struct Headline {
    std::string_view id;
    const char *text;
};

// What a check is about; the finding's own message follows, since it holds the particulars.
constexpr std::array headlines{
    Headline{"MP000", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Cannot be checked")},
    Headline{"MP001", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Digest or size does not match")},
    Headline{"MP002", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Not proper JSON")},
    Headline{"MP003", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Not an OCI image manifest")},
    Headline{"MP004", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Artifact type")},
    Headline{"MP005", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Type of the model config")},
    Headline{"MP006", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Layers of the manifest")},
    Headline{"MP007", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Layer type is not one of ModelPack's")},
    Headline{"MP008", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Two files with one name")},
    Headline{"MP009", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "File name that cannot be unpacked everywhere")},
    Headline{"MP010", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Layer without a file name")},
    Headline{"MP011", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "File metadata of a layer")},
    Headline{"MP012", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Mark of an untested type")},
    Headline{"MP013", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Layer without a title")},
    Headline{"MP020", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Model config breaks the specification")},
    Headline{"MP021", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Number of diff ids")},
    Headline{"MP022", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Wrong diff id")},
    Headline{"MP023", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Unusual value in the model config")},
    Headline{"MP024", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Model config and weights disagree")},
    Headline{"MP030", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Damaged or unsafe tar archive")},
    Headline{"MP031", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Packaging of weights")},
    Headline{"MP032", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Compressed layer cannot be unpacked")},
    Headline{"MP042", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Not the file it is named after")},
    Headline{"MP060", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "More than registries take")},
    Headline{"MP104", QT_TRANSLATE_NOOP("modelcrate::ErrorText", "Older ModelPack names")},
};

} // namespace

ErrorText errorText(const Error &error)
{
    auto parts = partsOf(error);
    return {std::move(parts.title), std::move(parts.cause), std::move(parts.action), detailsOf(error)};
}

QString findingText(const Finding &finding)
{
    const auto message = messageText(finding.message);
    for (const auto &headline : headlines) {
        if (headline.id != finding.id)
            continue;
        const auto title = Text::tr(headline.text);
        //: A finding: what the check is about, and what it found
        return message.isEmpty() ? title : Text::tr("%1: %2", "finding").arg(title, message);
    }
    return message.isEmpty() ? displayText(finding.id) : message;
}

} // namespace modelcrate
