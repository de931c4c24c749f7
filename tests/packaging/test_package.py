#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the Debian package to what it promises.

    test_package.py DEB [UNITTEST-ARGUMENT...]

Validators: Debian's own programs find no error. Contents: the files are those it should have, and say what the programs
can do. Lifecycle: it is installed into an empty root with a package database of its own, both programs run from there, and
when it is removed nothing is left. The machine's packages are not touched. A program that is missing is a failure:
`./dev package` installs all. As a user, dpkg runs under fakeroot.
"""

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
ID = "org.modelcrate.Modelcrate"
MEDIA_TYPE = "application/vnd.modelcrate.package+json"
FILES = {
    "usr/bin/modelcrate",
    "usr/bin/modelcrate-cli",
    f"usr/share/applications/{ID}.desktop",
    "usr/share/bash-completion/completions/modelcrate-cli",
    "usr/share/doc/modelcrate/changelog.gz",
    "usr/share/doc/modelcrate/copyright",
    "usr/share/fish/vendor_completions.d/modelcrate-cli.fish",
    f"usr/share/icons/hicolor/scalable/apps/{ID}.svg",
    "usr/share/man/man1/modelcrate-cli.1.gz",
    "usr/share/man/man1/modelcrate.1.gz",
    f"usr/share/metainfo/{ID}.metainfo.xml",
    f"usr/share/mime/packages/{ID}.xml",
    "usr/share/zsh/vendor-completions/_modelcrate-cli",
}
OPTION = re.compile(r"^  (?:(-\w),)?\s*(--[a-z][a-z-]*)", re.MULTILINE)  # in --help

deb = None  # the package
work = None  # a folder for this run, removed at its end
unpacked = None  # the package's files


def setUpModule():
    global work, unpacked
    work = Path(tempfile.mkdtemp(prefix="modelcrate-package-"))
    unpacked = work / "unpacked"
    for name in ("home", "runtime"):
        (work / name).mkdir(mode=0o700)
    run("dpkg-deb", "--extract", deb, unpacked)


def tearDownModule():
    shutil.rmtree(work)


def environment():
    """Nothing of the user's: settings, store and caches lie in the folder of this run."""
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(work / "home"), "XDG_RUNTIME_DIR": str(work / "runtime"),
            "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "MANWIDTH": "200"}


def run(*command):
    """Standard output; whatever else it says comes with the failure."""
    tool = str(command[0])
    if "/" not in tool and not shutil.which(tool, path=environment()["PATH"]):
        raise AssertionError(f"{tool} is not installed; ./dev package installs what this test needs")
    done = subprocess.run([str(word) for word in command], env=environment(), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=300, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def field(name):
    return run("dpkg-deb", "--field", deb, name).strip()


def cli(*arguments):
    return run(unpacked / "usr/bin/modelcrate-cli", *arguments)


def verbs():
    listed = cli("--help").split("\nSubcommands:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in listed.splitlines()]


def options_of(*verb):
    return [long for _, long in OPTION.findall(cli(*verb, "--help"))]


class Validators(unittest.TestCase):
    def test_desktop_file(self):
        said = run("desktop-file-validate", unpacked / f"usr/share/applications/{ID}.desktop")
        self.assertEqual(said, "")

    def test_metainfo(self):
        run("appstreamcli", "validate", "--no-net", unpacked / f"usr/share/metainfo/{ID}.metainfo.xml")

    def test_lintian(self):
        run("lintian", "--allow-root", "--fail-on", "error,warning", deb)


class Contents(unittest.TestCase):
    def test_files(self):
        found = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if not path.is_dir()}
        self.assertEqual(found, FILES)

    def test_owners_and_permissions(self):
        for line in run("dpkg-deb", "--contents", deb).splitlines():
            mode, owner, *_, name = line.split()
            expected = "-rw-r--r--"
            if mode.startswith("d"):
                expected = "drwxr-xr-x"
            elif name.startswith("./usr/bin/"):
                expected = "-rwxr-xr-x"
            self.assertEqual((mode, owner), (expected, "root/root"), name)

    def test_programs_are_stripped_and_search_no_folders(self):
        for name in ("modelcrate", "modelcrate-cli"):
            program = unpacked / "usr/bin" / name
            self.assertNotRegex(run("readelf", "--dynamic", "--wide", program), r"\((RPATH|RUNPATH)\)")
            self.assertNotRegex(run("readelf", "--sections", "--wide", program), r"\.(debug_info|symtab)\b")

    def test_control(self):
        self.assertEqual(field("Package"), "modelcrate")
        self.assertEqual(f"modelcrate-cli {field('Version')}", cli("--version").strip())
        depends = re.findall(r"(?:^|, )([a-z0-9.+-]+)", field("Depends"))
        for library in ("libc6", "libcurl4", "libqt6svg6", "libqt6widgets6", "libsqlite3-0"):
            self.assertIn(library, depends)
        control = work / "control"
        run("dpkg-deb", "--control", deb, control)
        # No script runs at install or removal, and no file is left behind as configuration.
        self.assertEqual({path.name for path in control.iterdir()}, {"control", "md5sums"})

    def test_debian_has_what_it_depends_on(self):
        said = run("apt-get", "--simulate", "--no-install-recommends", "--reinstall", "--allow-downgrades", "install", deb)
        self.assertRegex(said, r"(?m)^Inst modelcrate ")

    def test_versions_agree(self):
        version = field("Version")
        metainfo = (unpacked / f"usr/share/metainfo/{ID}.metainfo.xml").read_text(encoding="utf-8")
        changelog = run("zcat", unpacked / "usr/share/doc/modelcrate/changelog.gz")
        self.assertEqual(re.search(r'<release version="([^"]+)"', metainfo).group(1), version)
        self.assertTrue(changelog.startswith(f"modelcrate ({version}) "), changelog)

    def test_desktop_file_fits_the_rest(self):
        desktop = (unpacked / f"usr/share/applications/{ID}.desktop").read_text(encoding="utf-8")
        entry = dict(line.split("=", 1) for line in desktop.splitlines() if "=" in line)
        self.assertEqual(entry["Exec"], "modelcrate %F")
        self.assertEqual(entry["Icon"], ID)
        self.assertEqual(entry["MimeType"], f"{MEDIA_TYPE};")

    def test_media_type(self):
        mime = work / "mime"
        shutil.copytree(unpacked / "usr/share/mime", mime)
        run("update-mime-database", mime)
        self.assertIn(f"50:{MEDIA_TYPE}:*.modelcrate.json", (mime / "globs2").read_text(encoding="utf-8").splitlines())
        self.assertIn(f"{MEDIA_TYPE} application/json", (mime / "subclasses").read_text(encoding="utf-8").splitlines())


class ManualPages(unittest.TestCase):
    def page(self, name):
        path = unpacked / f"usr/share/man/man1/{name}.1.gz"
        return run("man", "--no-hyphenation", "--no-justification", "--local-file", path)

    def test_read_without_warnings(self):
        for name in ("modelcrate", "modelcrate-cli"):
            path = unpacked / f"usr/share/man/man1/{name}.1.gz"
            said = run("sh", "-c", 'man --warnings --local-file "$1" 2>&1 >/dev/null', "sh", path)
            self.assertEqual(said, "")

    def test_no_option_of_the_window_is_missing(self):
        said = run(unpacked / "usr/bin/modelcrate", "--help")
        options = re.findall(r"--[a-z][a-z-]*", said.split("Options:")[1].split("Arguments:")[0])
        self.assertIn("--publish-to", options)
        page = self.page("modelcrate")
        for option in options:
            self.assertRegex(page, rf"(?m)^ +(-\w, )?{option}\b")

    def test_no_option_of_the_command_line_is_missing(self):
        sections = self.sections(self.page("modelcrate-cli"))
        for option in options_of():
            self.assertRegex(sections["OPTIONS"], rf"(?m)^ +(-\w, )?{option}\b")
        self.assertIn("push", verbs())
        for verb in verbs():
            for option in options_of(verb):
                if option != "--help":  # said once, above
                    self.assertRegex(sections[verb], rf"(?m)^ +(-\w, )?{option}\b", verb)

    @staticmethod
    def sections(page):
        """Text of each section by its title, of each verb by its name."""
        sections, title = {}, ""
        for line in page.splitlines():
            head = re.match(r"( {0,3})(\S+)", line)
            if head and not line.startswith("    "):
                title = head.group(2)
            sections[title] = sections.get(title, "") + line + "\n"
        return sections


class Completions(unittest.TestCase):
    BASH = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _modelcrate_cli; ' \
           'printf "%s\\n" "${COMPREPLY[@]}"'

    def bash(self, *words):
        file = unpacked / "usr/share/bash-completion/completions/modelcrate-cli"
        return run("bash", "--norc", "-euo", "pipefail", "-c", self.BASH, "bash", file, "modelcrate-cli", *words).split()

    def fish(self, line):
        file = unpacked / "usr/share/fish/vendor_completions.d/modelcrate-cli.fish"
        said = run("fish", "--no-config", "--command", f"source {file}; complete --do-complete '{line}'")
        return [row.split("\t")[0] for row in said.splitlines()]

    def test_bash(self):
        self.assertEqual(sorted(self.bash("pu")), ["pull", "push"])
        self.assertEqual(self.bash(""), verbs())
        self.assertEqual(self.bash("--progress", "j"), ["json"])
        self.assertEqual(self.bash("--progress", "=", "j"), ["json"])
        self.assertEqual(self.bash("--log", "debug", "validate", "--as", "c"), ["config"])
        self.assertEqual(self.bash("push", "./mod"), [])  # the shell's own names of files
        self.assertTrue(set(options_of()) <= set(self.bash("--")))
        for verb in verbs():
            self.assertTrue(set(options_of(verb)) <= set(self.bash(verb, "--")), verb)

    def test_bash_knows_whom_it_is_for(self):
        file = unpacked / "usr/share/bash-completion/completions/modelcrate-cli"
        self.assertIn("-F _modelcrate_cli modelcrate-cli",
                      run("bash", "--norc", "-c", 'source "$1"; complete -p modelcrate-cli', "bash", file))

    def test_fish(self):
        self.assertEqual(sorted(self.fish("modelcrate-cli pu")), ["pull", "push"])
        self.assertIn("json", self.fish("modelcrate-cli scan --progress "))
        for verb in verbs():
            self.assertTrue(set(options_of(verb)) <= set(self.fish(f"modelcrate-cli {verb} --")), verb)

    def test_zsh_reads_it(self):
        file = unpacked / "usr/share/zsh/vendor-completions/_modelcrate-cli"
        self.assertTrue(file.read_text(encoding="utf-8").startswith("#compdef modelcrate-cli\n"))
        run("zsh", "-f", "-n", file)


class Lifecycle(unittest.TestCase):
    def setUp(self):
        self.root = work / "root"
        admin = self.root / "var/lib/dpkg"
        for name in ("info", "updates", "triggers"):
            (admin / name).mkdir(parents=True)
        for name in ("status", "available"):
            (admin / name).touch()

    def dpkg(self, *arguments):
        """dpkg for the empty root. What the machine's own dpkg leaves out (manuals, in containers) comes with it."""
        as_root = [] if os.geteuid() == 0 else ["fakeroot"]
        return run(*as_root, "dpkg", f"--root={self.root}", f"--log={work}/dpkg.log", "--force-depends",
                   "--path-include=/*", *arguments)

    def outside_of_dpkg(self):
        """Every file and folder of the root, with what would change with it."""
        found = {}
        for path in self.root.rglob("*"):
            name = str(path.relative_to(self.root))
            if not name.startswith("var/lib/dpkg"):
                info = path.lstat()
                content = (info.st_size, info.st_mtime_ns) if stat.S_ISREG(info.st_mode) else None
                found[name] = (info.st_mode, content)
        return found

    def test_installs_runs_and_leaves_nothing(self):
        before = self.outside_of_dpkg()
        self.dpkg("--install", deb)
        self.assertIn("Status: install ok installed", self.dpkg("--status", "modelcrate"))
        self.assertEqual(self.dpkg("--verify", "modelcrate"), "")
        installed = self.outside_of_dpkg()
        self.assertTrue(FILES <= set(installed))

        self.use_both_programs()
        self.assertEqual(self.outside_of_dpkg(), installed, "the programs wrote among their own files")

        self.dpkg("--remove", "modelcrate")
        self.assertEqual(self.outside_of_dpkg(), before)
        self.assertEqual(self.mentions(), [])

    def use_both_programs(self):
        programs = self.root / "usr/bin"
        model = work / "tiny-model"
        run(sys.executable, SOURCE / "resources/sample/make-sample", model)
        self.assertEqual(run(programs / "modelcrate-cli", "--version").strip(), f"modelcrate-cli {field('Version')}")
        self.assertRegex(run(programs / "modelcrate-cli", "scan", model), r"model\.safetensors")
        built = run(programs / "modelcrate-cli", "build", model, "store:sample/built:v1")

        picture = work / "window.png"
        published = run(programs / "modelcrate", "--publish-to", "store:sample/published:v1", "--picture", picture, model)
        self.assertTrue(picture.read_bytes().startswith(b"\x89PNG"))
        digest = re.search(r"sha256:[0-9a-f]{64}", published)
        self.assertTrue(digest, published)
        self.assertIn(digest.group(0), built)
        self.assertIn("sample/published", run(programs / "modelcrate-cli", "list", "store:"))

        # As a double click on a package does.
        package = work / "tiny.modelcrate.json"
        run(programs / "modelcrate-cli", "plan", model, "--save", package)
        published = run(programs / "modelcrate", "--publish-to", "store:sample/package:v1", "--picture", picture, package)
        self.assertIn(digest.group(0), published)
        self.assertTrue((work / "home/.local/share/modelcrate/store").is_dir())

    def mentions(self):
        """Files of the package database that still speak of us; status-old is dpkg's copy of what was before."""
        admin = self.root / "var/lib/dpkg"
        return [str(path) for path in admin.rglob("*") if path.is_file() and path.name != "status-old"
                and ("modelcrate" in path.name or b"modelcrate" in path.read_bytes())]


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    deb = Path(sys.argv.pop(1)).resolve()
    unittest.main()
