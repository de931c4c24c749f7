#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes what the package says about the programs: manual pages, completions for shells, the changelog.

    make_documents.py --cli MODELCRATE_CLI --version VERSION OUTPUT_FOLDER

The command line's verbs and options are taken from what modelcrate-cli itself says with --help, so neither page nor
completions can lack one. Prose, and the page of the window, are the *.1.in files beside this script. Version and date are
those of debian/changelog; a VERSION that differs is an error. Standard library only; the same bytes every time.
"""

import argparse
import gzip
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import List

HERE = Path(__file__).resolve().parent
PROGRAM = "modelcrate-cli"
COLUMN = 30  # where --help's descriptions start


@dataclass
class Option:
    """One line of --help below "Options:" or "Positionals:"."""
    names: List[str]
    value: str = ""  # what it is given, empty for a flag: TEXT, UINT
    choices: List[str] = field(default_factory=list)
    is_file: bool = False
    repeats: bool = False
    description: str = ""


@dataclass
class Help:
    """What the program says with --help, of itself or of a verb."""
    name: str
    description: str
    usage: str
    positionals: List[Option]
    options: List[Option]
    verbs: List[str]
    examples: List[str]


# --- reading --help ----------------------------------------------------------------------------------------------

def ask(cli, *arguments):
    return subprocess.run([cli, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def read_help(cli, *verb):
    lines = ask(cli, *verb, "--help").splitlines()
    usage = next(line for line in lines if line.startswith("Usage: "))
    return Help(name=" ".join(verb) or PROGRAM,
                description=lines[0],
                usage=usage.removeprefix("Usage: "),
                positionals=[read_option(*row) for row in rows(lines, "Positionals:")],
                options=[read_option(*row) for row in rows(lines, "Options:")],
                verbs=[name for name, _ in rows(lines, "Subcommands:")],
                examples=[line.strip() for line in section(lines, "Examples:")])


def section(lines, title):
    """The lines below a title, up to an empty one."""
    if title not in lines:
        return []
    below = lines[lines.index(title) + 1:]
    return below[:below.index("")] if "" in below else below


def rows(lines, title):
    """(name, description) of a section in two columns; a long name has its description on the next line."""
    body = section(lines, title)
    indented = " " * COLUMN
    found = []
    for line, below in zip(body, body[1:] + [""]):
        if below.startswith(indented):
            found.append((line.strip(), below.strip()))
        elif not line.startswith(indented):
            found.append((line[:COLUMN].strip(), line[COLUMN:]))
    return found


def read_option(left, description):
    names, _, value = left.partition(" ")
    option = Option(names.split(","), description=description)
    option.repeats = "..." in value.split()
    kind = re.match(r"([A-Z]{2,})(?::(FILE|\{.*\}))?(?=[ :]|$)", value)
    if kind:
        option.value = kind.group(1)
        check = kind.group(2) or ""
        option.is_file = check == "FILE"
        option.choices = check.strip("{}").split(",") if check.startswith("{") else []
    return option


# --- manual pages ------------------------------------------------------------------------------------------------

def roff(text):
    """Text as it must stand in a manual page to be read, and copied, as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("^", "\\(ha").replace("~", "\\(ti")
    return "\\&" + text if text.startswith(".") else text


def option_in_page(option):
    value = "|".join(option.choices) or {"UINT": "NUMBER"}.get(option.value, option.value)
    names = ", ".join(f"\\fB{roff(name)}\\fR" for name in option.names)
    lines = [".TP", names + (f" \\fI{roff(value)}\\fR" if value else ""), roff(option.description) + "."]
    if option.repeats and "may be repeated" not in option.description:
        lines.append("May be repeated.")
    return lines


def options_in_page(options):
    return [line for option in options if "--help" not in option.names for line in option_in_page(option)]


def verb_in_page(verb):
    words = roff(verb.usage.removeprefix(PROGRAM + " "))
    lines = [f'.SS "{words}"', roff(verb.description) + "."]
    for place in verb.positionals:
        lines += [".TP", f"\\fI{roff(place.names[0])}\\fR", roff(place.description) + "."]
    lines += options_in_page(verb.options)
    lines += [".PP", ".nf", ".RS"] + [roff(example) for example in verb.examples] + [".RE", ".fi"]
    return lines


def manual_page(template, values):
    text = (HERE / template).read_text(encoding="utf-8")
    # The licence line is for those who read the source.
    text = "".join(line for line in text.splitlines(keepends=True) if "SPDX" not in line)
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


# --- completions -------------------------------------------------------------------------------------------------

NOTE = f"# What {PROGRAM} can be given, taken from its own --help when the package was made."


def takes_value(option):
    return bool(option.value)


def names_of(options):
    return [name for option in options for name in option.names]


def bash_completion(program, verbs):
    lines = [NOTE, f"_{function_name()}()", "{"]
    lines += ["    local current=${COMP_WORDS[COMP_CWORD]} previous='' verb='' options='' index word",
              "    COMPREPLY=()",
              "    ((COMP_CWORD == 0)) || previous=${COMP_WORDS[COMP_CWORD - 1]}",
              "    # Bash takes --name=value apart into three words.",
              "    if [[ $current == '=' ]]; then",
              "        current=''",
              "    elif [[ $previous == '=' ]] && ((COMP_CWORD > 1)); then",
              "        previous=${COMP_WORDS[COMP_CWORD - 2]}",
              "    fi",
              "    for ((index = 1; index < COMP_CWORD; ++index)); do",
              "        word=${COMP_WORDS[index]}",
              "        case $word in"]
    lines += [f"        {' | '.join(names_of(filter(takes_value, program.options)))}) ((++index)) ;;",
              f"        {' | '.join(program.verbs)})",
              "            verb=$word",
              "            break",
              "            ;;",
              "        esac",
              "    done",
              "    case $verb:$previous in"]
    for patterns, choices in bash_values(program, verbs):
        if choices:
            lines += [f"    {patterns})",
                      f"        mapfile -t COMPREPLY < <(compgen -W '{choices}' -- \"$current\")",
                      "        return",
                      "        ;;"]
        else:
            lines += [f"    {patterns}) return ;;"]
    lines += ["    esac",
              "    if [[ $current == -* ]]; then",
              f"        options='{' '.join(names_of(program.options))}'",
              "        case $verb in"]
    for verb in verbs:
        own = [name for name in names_of(verb.options) if name not in ("-h", "--help")]
        lines += [f"        {verb.name}) options+=' {' '.join(own)}' ;;"] if own else []
    lines += ["        esac",
              "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")",
              "    elif [[ -z $verb ]]; then",
              f"        mapfile -t COMPREPLY < <(compgen -W '{' '.join(program.verbs)}' -- \"$current\")",
              "    fi",
              "    # Nothing found: names of files are offered.",
              "}",
              f"complete -o bashdefault -o default -F _{function_name()} {PROGRAM}"]
    return "\n".join(lines) + "\n"


def bash_values(program, verbs):
    """(patterns of VERB:OPTION, what may follow them); where that is a file or free text, names of files are offered."""
    patterns = {}
    for verb, options in [("*", program.options)] + [(verb.name, verb.options) for verb in verbs]:
        for option in filter(takes_value, options):
            patterns.setdefault(" ".join(option.choices), []).extend(f"{verb}:{name}" for name in option.names)
    return [(" | ".join(found), choices) for choices, found in patterns.items()]


def zsh_completion(program, verbs):
    lines = [f"#compdef {PROGRAM}", NOTE, "local context state state_descr line", "typeset -A opt_args",
             "local -a everywhere verbs", "everywhere=("]
    lines += [f"    {zsh_option(spec)}" for spec in zsh_options(program.options)]
    lines += [")", "verbs=("]
    lines += [f"    '{quoted(verb.name + ':' + verb.description)}'" for verb in verbs]
    lines += [")", "_arguments -C $everywhere '1: :->verb' '*:: :->rest'", "case $state in",
              "verb) _describe verb verbs ;;", "rest)", "    case $words[1] in"]
    for verb in verbs:
        own = " ".join(zsh_option(spec) for spec in zsh_options(verb.options, leave_out=names_of(program.options)))
        lines += [f"    {verb.name}) _arguments $everywhere {own + ' ' if own else ''}'*:file:_files' ;;"]
    lines += ["    esac", "    ;;", "esac"]
    return "\n".join(lines) + "\n"


def zsh_options(options, leave_out=()):
    return [(name, option) for option in options for name in option.names if name not in leave_out]


def zsh_option(name_and_option):
    name, option = name_and_option
    text = re.sub(r"([\[\]:\\])", r"\\\1", option.description)
    what = ""
    if option.choices:
        what = f":value:({' '.join(option.choices)})"
    elif takes_value(option):
        what = ":file:_files" if option.is_file else ":value:_default"
    return f"'{'*' if option.repeats else ''}{name}[{quoted(text)}]{what}'"


def fish_completion(program, verbs):
    lines = [NOTE]
    lines += [fish_option(option, "") for option in program.options]
    for verb in verbs:
        lines += [f"complete -c {PROGRAM} -n __fish_use_subcommand -f -a {verb.name} -d '{fish_quoted(verb.description)}'"]
    for verb in verbs:
        condition = f" -n '__fish_seen_subcommand_from {verb.name}'"
        lines += [fish_option(option, condition) for option in verb.options if "--help" not in option.names]
    return "\n".join(lines) + "\n"


def fish_option(option, condition):
    words = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    if option.choices:
        words.append(f"-x -a '{' '.join(option.choices)}'")
    elif takes_value(option):
        words.append("-r")
    return f"complete -c {PROGRAM}{condition} {' '.join(words)} -d '{fish_quoted(option.description)}'"


def quoted(text):
    """For single quotes of a POSIX shell."""
    return text.replace("'", "'\\''")


def fish_quoted(text):
    return text.replace("\\", "\\\\").replace("'", "\\'")


def function_name():
    return PROGRAM.replace("-", "_")


# --- changelog and output ----------------------------------------------------------------------------------------

def read_changelog(text):
    """Version and date of the newest release."""
    version = re.match(r"modelcrate \(([^)]+)\)", text)
    date = re.search(r"^ -- .*>  \w+, (\d+) (\w+) (\d+) ", text, re.MULTILINE)
    if not version or not date:
        sys.exit("make_documents.py: debian/changelog does not begin with a release of modelcrate")
    return version.group(1), " ".join(date.groups())


def write(path, text, compress=False):
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if compress else data)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cli", required=True, help="the program modelcrate-cli")
    parser.add_argument("--version", required=True, help="the project's version")
    parser.add_argument("output", type=Path, help="folder to write to")
    wanted = parser.parse_args(arguments)

    changelog = (HERE / "debian/changelog").read_text(encoding="utf-8")
    version, date = read_changelog(changelog)
    if version != wanted.version:
        sys.exit(f"make_documents.py: the project is {wanted.version}, debian/changelog begins with {version}")

    program = read_help(wanted.cli)
    verbs = [read_help(wanted.cli, verb) for verb in program.verbs]
    values = {"VERSION": version, "DATE": date, "OPTIONS": "\n".join(options_in_page(program.options)),
              "VERBS": "\n".join(line for verb in verbs for line in verb_in_page(verb))}
    for page in ("modelcrate.1", "modelcrate-cli.1"):
        write(wanted.output / f"{page}.gz", manual_page(f"{page}.in", values), compress=True)
    write(wanted.output / "changelog.gz", changelog, compress=True)
    write(wanted.output / "bash" / PROGRAM, bash_completion(program, verbs))
    write(wanted.output / "zsh" / f"_{PROGRAM}", zsh_completion(program, verbs))
    write(wanted.output / "fish" / f"{PROGRAM}.fish", fish_completion(program, verbs))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
