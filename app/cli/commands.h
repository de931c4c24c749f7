// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/console.h"
#include "operations/artifacts.h"
#include "operations/edit.h"
#include "operations/publish.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace modelcrate::cli {

// What the user typed, one struct a verb, and the function that does it. Each returns the exit code of a command that
// did its work; an Error becomes one by exitCodeFor().

struct ScanCommand {
    std::string folder;
    std::vector<std::string> exclude;
    RuleSet rules = RuleSet::Modelcrate;
};
Result<int> run(const ScanCommand &command, Console &console);

struct PlanCommand {
    std::string source;
    std::string target; ///< may be empty
    std::string save; ///< *.modelcrate.json to write the package to; may be empty
    PackageEdits edits;
};
Result<int> run(const PlanCommand &command, Console &console);

/// `build` and `push`.
struct PublishCommand {
    std::string source;
    std::string target;
    PackageEdits edits;
    TransferOptions transfer;
    bool toRegistry = false;
    bool dryRun = false;
};
Result<int> run(const PublishCommand &command, Console &console);

struct PullCommand {
    std::string source;
    std::string folder;
    ExtractOptions options;
};
Result<int> run(const PullCommand &command, Console &console);

struct CopyCommand {
    std::string source;
    std::string target;
    TransferOptions transfer;
};
Result<int> run(const CopyCommand &command, Console &console);

struct InspectCommand {
    std::string source;
    bool manifest = false;
    bool config = false;
};
Result<int> run(const InspectCommand &command, Console &console);

struct ValidateCommand {
    std::string source;
    std::optional<DocumentType> as;
    SpecVersion spec = SpecVersion::Main;
    bool deep = false;
};
Result<int> run(const ValidateCommand &command, Console &console);

struct ListCommand {
    std::string place;
};
Result<int> run(const ListCommand &command, Console &console);

struct LoginCommand {
    std::string registry; ///< with --check a repository may follow; empty with --list
    std::string user;
    bool passwordStdin = false;
    bool check = false;
    bool list = false;
};
Result<int> run(const LoginCommand &command, Console &console);

struct LogoutCommand {
    std::string registry;
};
Result<int> run(const LogoutCommand &command, Console &console);

struct EditCommand {
    std::string source;
    std::string target; ///< empty: in place
    ArtifactEdits edits;
    TransferOptions transfer;
    bool dryRun = false;
};
Result<int> run(const EditCommand &command, Console &console);

struct TagCommand {
    std::string source;
    std::vector<std::string> tags;
};
Result<int> run(const TagCommand &command, Console &console);

struct RemoveCommand {
    std::string location;
    bool allTags = false;
};
Result<int> run(const RemoveCommand &command, Console &console);

using Command =
    std::variant<ScanCommand, PlanCommand, PublishCommand, PullCommand, CopyCommand, InspectCommand, ValidateCommand,
                 ListCommand, LoginCommand, LogoutCommand, EditCommand, TagCommand, RemoveCommand>;

} // namespace modelcrate::cli
