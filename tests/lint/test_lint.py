#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plants violations in small trees and sees that lint.py finds each of them, and nothing in a clean tree."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # leaves no cache folder in the source tree
import lint  # noqa: E402

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
HOUSE = (Path(__file__).resolve().parents[2] / lint.HOUSE_TABLE).read_text(encoding="utf-8")
CLEAN = {
    "core/README.md": HOUSE,
    "core/base/README.md": "# base\n",
    "core/base/result.h": SPDX + "#include <string>\n#include <sys/stat.h>\n",
    "core/base/log.cpp": SPDX + '#include "base/result.h"\n#include <spdlog/spdlog.h>\n',
    "core/io/README.md": "# io\n",
    "core/io/json.h": SPDX + '#include "base/result.h"\n',
    "core/io/json.cpp": SPDX + '#include "io/json.h"\n#include <nlohmann/json.hpp>\n',
    "core/operations/README.md": "# operations\n",
    "core/operations/publish.h": SPDX + '#include "io/json.h"\n#include "base/result.h"\n',
    "ui/text/headline.h": SPDX + '#include <QString>\n#include "base/result.h"\n',
    "app/cli/main.cpp": SPDX + '#include <CLI/CLI.hpp>\n#include "text/headline.h"\n#include "operations/publish.h"\n',
    "dev": "#!/usr/bin/env bash\n# SPDX-License-Identifier: Apache-2.0\n",
}


def lint_tree(changes):
    """Rules that a clean tree violates after the changes (path to text; None removes), with their places."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**CLEAN, **changes}.items():
            if text is not None:
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        return [(found.rule, found.path, found.line) for found in lint.check_tree(folder)]


class PlantedViolations(unittest.TestCase):
    def expect(self, rule, path, line, text, **more):
        self.assertEqual(lint_tree({path: text, **more}), [(rule, path, line)])

    def test_a_clean_tree_has_none(self):
        self.assertEqual(lint_tree({}), [])

    def test_edge_upwards(self):
        self.expect("edge", "core/base/log.cpp", 2, SPDX + '#include "io/json.h"\n')

    def test_edge_between_neighbours(self):
        self.expect("edge", "core/registry/remote.h", 2, SPDX + '#include "modelpack/package.h"\n',
                    **{"core/registry/README.md": "# r\n", "core/modelpack/README.md": "# m\n",
                       "core/modelpack/package.h": SPDX})

    def test_edge_from_core_into_ui(self):
        self.expect("edge", "core/io/json.cpp", 2, SPDX + '#include "ui/text/headline.h"\n')

    def test_edge_from_ui_text_into_operations_is_allowed(self):
        self.assertEqual(lint_tree({"ui/text/x.cpp": SPDX + '#include "operations/publish.h"\n'}), [])

    def test_blanks_inside_an_include_do_not_hide_it(self):
        self.expect("edge", "core/base/log.cpp", 2, SPDX + '  #  include   "io/json.h"\n')

    def test_include_without_folder(self):
        self.expect("include", "core/io/json.cpp", 2, SPDX + '#include "json.h"\n')

    def test_include_through_a_parent_folder(self):
        self.expect("include", "core/io/json.cpp", 2, SPDX + '#include "../base/result.h"\n')

    def test_include_of_a_missing_file(self):
        self.expect("include", "core/io/json.cpp", 2, SPDX + '#include "io/gone.h"\n')

    def test_ambiguous_include(self):
        self.expect("include", "ui/shell/x.cpp", 2, SPDX + '#include "registry/page.h"\n',
                    **{"core/registry/README.md": "# r\n", "core/registry/page.h": SPDX, "ui/registry/page.h": SPDX})

    def test_library_in_our_header(self):
        self.expect("header", "core/io/json.h", 2, SPDX + "#include <nlohmann/json_fwd.hpp>\n")

    def test_library_in_a_folder_that_does_not_own_it(self):
        self.expect("library", "core/base/log.cpp", 2, SPDX + "#include <curl/curl.h>\n")

    def test_library_that_nobody_owns(self):
        self.expect("library", "core/io/json.cpp", 2, SPDX + "#include <boost/asio.hpp>\n")

    def test_qt_in_core(self):
        for header in ("QString", "QtCore/QString", "QtConcurrent"):
            with self.subTest(header):
                self.expect("library", "core/io/json.cpp", 2, SPDX + f"#include <{header}>\n")

    def test_qtconcurrent_outside_of_jobs(self):
        self.expect("library", "ui/shell/x.cpp", 2, SPDX + "#include <QtConcurrentRun>\n")

    def test_core_folder_without_readme(self):
        self.assertEqual(lint_tree({"core/io/README.md": None}), [("readme", "core/io/README.md", 1)])

    def test_core_folder_without_a_line_in_the_table(self):
        self.assertIn(("table", "core/README.md", 1), lint_tree({"core/odd/x.h": SPDX, "core/odd/README.md": "# x\n"}))

    def test_table_that_is_gone(self):
        self.assertEqual(lint_tree({"core/README.md": "# core\n"}), [("table", "core/README.md", 1)])

    def test_missing_spdx_line(self):
        self.expect("spdx", "core/io/json.h", 1, "#pragma once\n")
        self.expect("spdx", "tests/unit/tst_x.cpp", 1, "\n" + SPDX)
        self.expect("spdx", "tools/anything", 1, "#!/bin/sh\necho\n")

    def test_trailing_blank_and_tab(self):
        self.expect("blanks", "core/io/README.md", 1, "# io \n")
        self.expect("tabs", "core/io/README.md", 2, "# io\na\tb\n")

    def test_notes_about_unfinished_work(self):
        for word in ("TO" + "DO", "FIX" + "ME"):
            with self.subTest(word):
                self.expect("unfinished", "core/io/README.md", 1, f"# {word}: io\n")

    def test_test_data_is_left_alone(self):
        self.assertEqual(lint_tree({"tests/data/odd.json": "{\t} \n"}), [])


class IncludeTable(unittest.TestCase):
    def setUp(self):
        self.house = lint.read_house(HOUSE)

    def test_a_folder_gets_what_its_lines_folders_get(self):
        self.assertIn("base", self.house.edges["operations"])
        self.assertIn("operations", self.house.edges["app/desktop"])

    def test_modelpack_and_registry_do_not_know_each_other(self):
        self.assertNotIn("registry", self.house.edges["modelpack"])
        self.assertNotIn("modelpack", self.house.edges["registry"])

    def test_no_folder_of_core_reaches_ui_or_app(self):
        for folder, reached in self.house.edges.items():
            if "/" not in folder:
                self.assertFalse([name for name in reached if "/" in name], folder)

    def test_an_unknown_target_is_refused(self):
        with self.assertRaises(lint.TableError):
            lint.read_house(HOUSE.replace("registry       -> oci http", "registry       -> oci htpp"))


if __name__ == "__main__":
    unittest.main()
