// SPDX-License-Identifier: Apache-2.0
#include "registry/clientsettings.h"

#include "base/text.h"
#include "io/jsonfile.h"
#include "io/userfolders.h"

namespace modelcrate {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view storeMember = "storePath";
constexpr std::string_view registriesMember = "registries";
constexpr std::string_view plainHttpMember = "plainHttp";
constexpr std::string_view caFileMember = "caFile";
constexpr std::string_view keychainMember = "keychainUser";

Error notOurs(Message what)
{
    return Error(ErrorCode::InvalidInput, std::move(what), "Correct or remove this file.");
}

/// The member as text; an error when it is there and is none.
Result<std::string> textOf(const Json &object, std::string_view name)
{
    const auto *member = object.find(name);
    if (!member)
        return std::string();
    if (!member->asString())
        return notOurs(Message::of("%1 is no text", name));
    return *member->asString();
}

/// An absolute path, or none: a relative one would mean something else in every folder.
Result<fs::path> pathOf(const Json &object, std::string_view name)
{
    ASSIGN_OR_RETURN(auto text, textOf(object, name));
    fs::path path(std::move(text));
    if (!path.empty() && !path.is_absolute())
        return notOurs(Message::of("%1 is no absolute path", name));
    return path;
}

Result<RegistrySettings> registryOf(const Json &object)
{
    if (!object.isObject())
        return notOurs(Message::of("the settings of a registry are no object"));
    RegistrySettings settings;
    if (const auto *plain = object.find(plainHttpMember)) {
        if (!plain->asBool())
            return notOurs(Message::of("%1 is neither true nor false", plainHttpMember));
        settings.plainHttp = *plain->asBool();
    }
    ASSIGN_OR_RETURN(settings.caFile, pathOf(object, caFileMember));
    ASSIGN_OR_RETURN(settings.keychainUser, textOf(object, keychainMember));
    return settings;
}

void setOrRemove(JsonObject &object, std::string_view name, const std::string &text)
{
    if (text.empty())
        object.remove(name);
    else
        object.set(name, text);
}

/// Members that are not known here stay.
void writeInto(JsonObject &object, const RegistrySettings &settings)
{
    if (settings.plainHttp)
        object.set(plainHttpMember, true);
    else
        object.remove(plainHttpMember);
    setOrRemove(object, caFileMember, settings.caFile.string());
    setOrRemove(object, keychainMember, settings.keychainUser);
}

JsonObject &objectIn(JsonObject &object, std::string_view name)
{
    if (!object.find(name) || !object.find(name)->asObject())
        object.set(name, JsonObject());
    return *object.find(name)->asObject();
}

/// JSON is UTF-8, and a path need not be.
Result<void> checkPath(const fs::path &path)
{
    if (!path.empty() && !path.is_absolute())
        return Error(ErrorCode::Usage, Message::of("%1 is no absolute path", path.string()));
    if (const auto back = parseJson(dumpJson(path.string())); !back || *back->asString() != path.string())
        return Error(ErrorCode::Unsupported,
                     Message::of("the name of %1 is not UTF-8, so it cannot be remembered",
                                 escapeForDisplay(path.string())));
    return {};
}

} // namespace

std::optional<fs::path> ClientSettings::defaultPath()
{
    if (const auto folder = userFolder(UserFolder::Config))
        return *folder / "client.json";
    return std::nullopt;
}

Result<ClientSettings::Values> ClientSettings::valuesOf(const JsonObject &document)
{
    const Json json(document);
    Values values;
    ASSIGN_OR_RETURN(values.storePath, pathOf(json, storeMember));
    const auto *registries = json.find(registriesMember);
    if (registries && !registries->asObject())
        return notOurs(Message::of("%1 is no object", registriesMember));
    if (!registries)
        return values;
    for (const auto &[name, settings] : *registries->asObject()) {
        const auto host = RegistryHost::parse(name);
        if (!host)
            return notOurs(host.error().wording());
        ASSIGN_OR_RETURN(auto read, registryOf(settings));
        values.registries.insert_or_assign(*host, std::move(read));
    }
    return values;
}

ClientSettings::ClientSettings(fs::path file) : m_file(std::move(file))
{
    if (m_file.empty())
        return;
    const auto document = readJsonFile(m_file);
    if (!document && document.error().code() == ErrorCode::NotFound)
        return;
    auto values = document ? valuesOf(*document->asObject()) : Result<Values>(document.error());
    if (values)
        m_values = std::move(*values);
    else
        m_failure = document
            ? Error(values.error().code(), Message::of("%1: %2", m_file.string(), values.error().wording()),
                    values.error().advice())
            : values.error();
}

Result<void> ClientSettings::state() const
{
    std::lock_guard lock(m_mutex);
    if (m_failure)
        return *m_failure;
    return {};
}

RegistrySettings ClientSettings::registry(const RegistryHost &host) const
{
    std::lock_guard lock(m_mutex);
    const auto found = m_values.registries.find(host);
    return found == m_values.registries.end() ? RegistrySettings() : found->second;
}

std::map<RegistryHost, RegistrySettings> ClientSettings::registries() const
{
    std::lock_guard lock(m_mutex);
    return m_values.registries;
}

fs::path ClientSettings::storePath() const
{
    std::lock_guard lock(m_mutex);
    return m_values.storePath;
}

Result<void> ClientSettings::change(const TaskContext &context, const std::function<void(JsonObject &)> &edit)
{
    RETURN_IF_ERROR(state());
    std::optional<Values> values;
    const auto editAndRead = [&](JsonObject &document) -> Result<void> {
        ASSIGN_OR_RETURN(const auto before, valuesOf(document));
        static_cast<void>(before); // what somebody broke meanwhile is not written over
        edit(document);
        ASSIGN_OR_RETURN(values, valuesOf(document));
        return {};
    };
    if (m_file.empty()) {
        JsonObject document;
        auto &all = objectIn(document, registriesMember);
        setOrRemove(document, storeMember, storePath().string());
        for (const auto &[host, settings] : registries())
            writeInto(objectIn(all, host.toString()), settings);
        RETURN_IF_ERROR(editAndRead(document));
    } else {
        RETURN_IF_ERROR(changeJsonFile(m_file, context, editAndRead));
    }
    std::lock_guard lock(m_mutex);
    m_values = std::move(*values);
    return {};
}

Result<void> ClientSettings::setRegistry(const RegistryHost &host, const RegistrySettings &settings,
                                         const TaskContext &context)
{
    RETURN_IF_ERROR(checkPath(settings.caFile));
    return change(context, [&](JsonObject &document) {
        auto &all = objectIn(document, registriesMember);
        auto &mine = objectIn(all, host.toString());
        writeInto(mine, settings);
        if (mine.empty())
            all.remove(host.toString());
    });
}

Result<void> ClientSettings::setStorePath(const fs::path &path, const TaskContext &context)
{
    RETURN_IF_ERROR(checkPath(path));
    return change(context, [&](JsonObject &document) { setOrRemove(document, storeMember, path.string()); });
}

} // namespace modelcrate
