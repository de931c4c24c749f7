#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the source tree to the rules that a compiler does not check.

    lint.py [ROOT]

Rules: include edges and library owners as core/README.md lists them; no third-party include in our headers; a README
in each core folder; SPDX lines; no trailing blanks and no tabs; no notes about unfinished work. Prints one line per
violation, `path:line: rule: message`, and ends with status 1 if there is any. Needs Python 3.9 and nothing else.
"""

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import NamedTuple

HOUSE_TABLE = "core/README.md"
CODE_ROOTS = ("core", "ui", "app")
CODE_SUFFIXES = (".h", ".cpp")
SPDX_LINE = "SPDX-License-Identifier: Apache-2.0"
SPDX_SUFFIXES = (".h", ".cpp", ".py", ".sh", ".cmake")
SPDX_NAMES = ("CMakeLists.txt", "dev", ".clang-tidy")
TEXT_SUFFIXES = SPDX_SUFFIXES + (".md", ".json", ".txt", ".yml", ".yaml", ".svg", ".qrc", ".in", ".desktop", ".xml")
# Bytes that are not ours to tidy: test inputs, generated catalogues, a licence's own words, Makefiles that need tabs.
UNTOUCHED = ("tests/data/", "tests/fuzz/corpus/", "translations/", "LICENSE", "packaging/debian/rules")
IGNORED_FOLDERS = ("build", ".git", ".cache", "__pycache__")
# Put together so that this file passes its own rule.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME")) + r")\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# <vector>, <cstdint>: a lower-case name without folder and suffix.
STANDARD_HEADER = re.compile(r"^[a-z_0-9]+$")
# What the system's C library and kernel bring.
SYSTEM_HEADER = re.compile(
    r"^(sys|linux|net|netinet|arpa|asm)/|"
    r"^(dirent|endian|errno|execinfo|fcntl|fnmatch|glob|grp|ifaddrs|langinfo|limits|locale|netdb|poll|pthread|pwd|"
    r"resolv|sched|signal|spawn|stdint|stdio|stdlib|string|syslog|termios|time|unistd|wchar)\.h$|"
    r"^sanitizer/")


class Violation(NamedTuple):
    path: str
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


class Library(NamedTuple):
    name: str
    prefixes: tuple
    owners: tuple


class House(NamedTuple):
    edges: dict      # folder -> every folder it may include, itself too
    libraries: list  # in the table's order; the first that fits counts


class TableError(Exception):
    pass


# --- the table ---------------------------------------------------------------------------------------------------

def read_house(text):
    lines = {}
    for row in fenced_block(text, "includes"):
        folder, arrow, targets = row.partition("->")
        if not arrow:
            raise TableError(f"no '->' in the line '{row}'")
        lines[folder.strip()] = targets.split()
    libraries = []
    for row in fenced_block(text, "libraries"):
        words = row.split()
        prefixes = tuple(word for word in words[1:] if is_prefix(word, lines))
        owners = [word for word in words[1:] if word not in prefixes]
        if not prefixes or not owners:
            raise TableError(f"a library needs prefixes and owners: '{row}'")
        libraries.append(Library(words[0], prefixes, tuple(expand(owners, lines))))
    return House({folder: reachable(folder, lines) for folder in lines}, libraries)


def fenced_block(text, name):
    found = re.search(rf"^```{name}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise TableError(f"no block ```{name} in {HOUSE_TABLE}")
    return [row for row in found.group(1).splitlines() if row.strip()]


def is_prefix(word, lines):
    return word not in lines and not word.endswith("/*")


def expand(targets, lines):
    """'ui/*' as the folders that have a line; 'core/*' as those without a slash."""
    for target in targets:
        if target == "core/*":
            yield from (folder for folder in lines if "/" not in folder)
        elif target.endswith("/*"):
            yield from (folder for folder in lines if folder.startswith(target[:-1]))
        elif target in lines:
            yield target
        else:
            raise TableError(f"'{target}' has no line of its own")


def reachable(folder, lines):
    seen, waiting = set(), [folder]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(expand(lines[current], lines))
    return seen


# --- the tree ----------------------------------------------------------------------------------------------------

def tree_files(root):
    """Files that are or may become part of the repository: git knows what is ignored; without git, all but builds."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = [name for name in listed.stdout.decode().split("\0") if name]
    else:
        names = [path.relative_to(root).as_posix() for path in root.rglob("*")]
    return sorted(name for name in set(names)
                  if not set(PurePosixPath(name).parts) & set(IGNORED_FOLDERS)
                  and (root / name).is_file() and not (root / name).is_symlink())


def folder_of(name):
    """'io' for core/io/x.h, 'ui/text' for ui/text/x.h, nothing outside of the house."""
    parts = PurePosixPath(name).parts
    if len(parts) < 3 or parts[0] not in CODE_ROOTS:
        return None
    return parts[1] if parts[0] == "core" else "/".join(parts[:2])


def is_text(name):
    path = PurePosixPath(name)
    return (path.suffix in TEXT_SUFFIXES or path.name in SPDX_NAMES) and not name.startswith(UNTOUCHED)


# --- the rules ---------------------------------------------------------------------------------------------------

def check_tree(root):
    root = Path(root)
    files = tree_files(root)
    try:
        house = read_house((root / HOUSE_TABLE).read_text(encoding="utf-8"))
    except (OSError, TableError) as error:
        return [Violation(HOUSE_TABLE, 1, "table", str(error))]
    violations = check_readmes(files, house)
    for name in files:
        violations += check_file(root, name, set(files), house)
    return violations


def check_file(root, name, files, house):
    if not is_text(name) and not has_shebang(root / name):
        return []
    text = (root / name).read_text(encoding="utf-8", errors="replace")
    violations = []
    if not name.startswith(UNTOUCHED):
        violations += check_text(name, text)
        violations += check_spdx(name, text)
    if PurePosixPath(name).suffix in CODE_SUFFIXES and name.split("/")[0] in CODE_ROOTS:
        violations += check_includes(name, text, files, house)
    return violations


def has_shebang(path):
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def check_readmes(files, house):
    violations = []
    for folder in sorted({PurePosixPath(name).parts[1] for name in files if name.startswith("core/") and folder_of(name)}):
        readme = f"core/{folder}/README.md"
        if readme not in files:
            violations.append(Violation(readme, 1, "readme", "each core folder says what it promises in a README.md"))
        if folder not in house.edges:
            violations.append(Violation(HOUSE_TABLE, 1, "table", f"core/{folder} has no line in the include table"))
    return violations


def check_text(name, text):
    violations = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line != line.rstrip():
            violations.append(Violation(name, number, "blanks", "blanks at the end of the line"))
        if "\t" in line:
            violations.append(Violation(name, number, "tabs", "a tab; blanks are used here"))
        if UNFINISHED.search(line):
            violations.append(Violation(name, number, "unfinished", "finish it or open an issue"))
    return violations


def check_spdx(name, text):
    path = PurePosixPath(name)
    if path.suffix not in SPDX_SUFFIXES and path.name not in SPDX_NAMES and not text.startswith("#!"):
        return []
    head = text.splitlines()[:2]
    expected = head[1:2] if head and head[0].startswith("#!") else head[:1]
    if expected and SPDX_LINE in expected[0]:
        return []
    return [Violation(name, 1, "spdx", f"the first line (after #!) must hold '{SPDX_LINE}'")]


def check_includes(name, text, files, house):
    violations = []
    folder = folder_of(name)
    if folder is None or folder not in house.edges:
        where = "it lies in no folder of the house" if folder is None else f"no line for '{folder}'"
        return [Violation(name, 1, "table", f"{where}; see {HOUSE_TABLE}")]
    for number, line in enumerate(text.splitlines(), start=1):
        found = INCLUDE.match(line)
        if not found:
            continue
        angled, target = found.group(1) == "<", found.group(2)
        message = check_library(name, folder, target, house) if angled else check_edge(name, folder, target, files, house)
        if message:
            violations.append(Violation(name, number, *message))
    return violations


def check_edge(name, folder, target, files, house):
    """Rule and message for a "quoted" include that is not allowed, else nothing."""
    if target.endswith(".moc") or target.startswith(("ui_", "moc_")):
        return None
    candidates = resolve(name, target, files)
    if not candidates:
        return "include", f'"{target}" is no file of ours; includes are written "folder/file.h"'
    if len(candidates) > 1:
        return "include", f'"{target}" may be any of {", ".join(candidates)}'
    target_folder = folder_of(candidates[0])
    if target_folder not in house.edges[folder]:
        return "edge", f"{folder} may not include {target_folder or candidates[0]}; see {HOUSE_TABLE}"
    return None


def resolve(name, target, files):
    if ".." in PurePosixPath(target).parts:
        return []
    roots = ["core", "ui", "app", "."]
    if not name.startswith("core/"):
        roots.append(str(PurePosixPath(name).parent))
    paths = {str(PurePosixPath(root) / target) for root in roots}
    return sorted(path for path in paths if path in files)


def check_library(name, folder, target, house):
    """Rule and message for an <angled> include that is not allowed, else nothing."""
    for library in house.libraries:
        if fits(target, library.prefixes):
            return check_owner(name, folder, target, library)
    if STANDARD_HEADER.match(target) or SYSTEM_HEADER.match(target):
        return None
    return "library", f"<{target}> belongs to no library of the table in {HOUSE_TABLE}"


def fits(target, prefixes):
    def fits_one(prefix):
        if prefix.endswith(".h"):
            return target == prefix
        if prefix == "Q":  # <QString>, <QtCore/QString>
            return re.match(r"^Q[A-Za-z]", target) is not None
        return target.startswith(prefix)
    return any(fits_one(prefix) for prefix in prefixes)


def check_owner(name, folder, target, library):
    if folder not in library.owners:
        return "library", f"{library.name} (<{target}>) belongs to {', '.join(library.owners)}, not to {folder}"
    if name.endswith(".h") and not library.name.startswith("Qt"):
        return "header", f"our headers include no third-party header: {library.name} (<{target}>)"
    return None


def main(arguments):
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2]
    violations = check_tree(root)
    for violation in violations:
        print(violation)
    print(f"lint: {len(violations)} violation{'' if len(violations) == 1 else 's'}")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
