#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plants mistakes in a catalogue and sees that catalogues.py finds each of them, and nothing in a right one."""

import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

sys.dont_write_bytecode = True  # leaves no cache folder in the source tree
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "translations"))
import catalogues  # noqa: E402


def catalogue(source, *forms, plural=False, state="", context="modelcrate::C"):
    attribute = f' type="{state}"' if state else ""
    inside = "".join(f"<numerusform>{form}</numerusform>" for form in forms) if plural else forms[0]
    return (f'<TS version="2.1"><context><name>{context}</name><message{" numerus=" + chr(34) + "yes" + chr(34) if plural else ""}>'
            f"<source>{source}</source><translation{attribute}>{inside}</translation></message></context></TS>")


def found(language, *args, allowed=(), **kwargs):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"modelcrate_{language}.ts"
        path.write_text(catalogue(*args, **kwargs), encoding="utf-8")
        return [line.rsplit(": ", 1)[-1] for line in catalogues.problems(path, set(allowed))]


class Catalogues(unittest.TestCase):
    def assert_found(self, part, *args, **kwargs):
        lines = found(*args, **kwargs)
        self.assertTrue(any(part in line for line in lines), f"{part!r} not in {lines}")

    def test_right(self):
        for args in (("de", "Open %1…", "%1 öffnen…"), ("zh_CN", "&amp;File", "文件(&amp;F)"), ("de", "Ctrl+K", "Ctrl+K"),
                     ("de", "%1: %2", "%1: %2"), ("zh_CN", ", ", "，"), ("de", "They wait.", "Sie warten."),
                     ("zh_CN", "Files of %1", "%1 的文件（内置）")):
            self.assertEqual(found(*args), [], args)
        self.assertEqual(found("de", "%n file(s)", "%n Datei", "%n Dateien", plural=True), [])
        self.assertEqual(found("zh_CN", "%n file(s)", "%n 个文件", plural=True), [])

    def test_unfinished(self):
        self.assert_found("unfinished", "de", "Open", "", state="unfinished")
        self.assert_found("vanished", "de", "Open", "Öffnen", state="vanished")
        self.assert_found("is empty", "de", "Open", "")

    def test_plural_forms(self):
        self.assert_found("1 plural forms instead of 2", "de", "%n file(s)", "%n Dateien", plural=True)
        self.assert_found("2 plural forms instead of 1", "zh_CN", "%n file(s)", "%n 个", "%n 个", plural=True)
        self.assert_found("is empty", "en", "%n file(s)", "%n file", "", plural=True)

    def test_same_as_source(self):
        self.assert_found("is its source", "de", "Manifest", "Manifest")
        self.assertEqual(found("de", "Manifest", "Manifest", allowed={("de", "Manifest")}), [])
        self.assertEqual(found("de", "Manifest", "Manifest", allowed={("*", "Manifest")}), [])
        self.assert_found("is its source", "zh_CN", "Manifest", "Manifest", allowed={("de", "Manifest")})

    def test_placeholders(self):
        for translation in ("Datei öffnen", "%1 von %2", "%2 öffnen", "%1 %1"):
            self.assert_found("placeholder", "de", "Open %1", translation)
        self.assert_found("placeholder", "de", "%n file(s)", "eine Datei", "%n Dateien", plural=True)

    def test_mnemonics(self):
        self.assert_found("mnemonics", "de", "&amp;Open", "Öffnen")
        self.assert_found("mnemonics", "zh_CN", "Open", "打开(&amp;O)")

    def test_blanks_and_ends(self):
        self.assert_found("blank", "de", " GiB", "GiB")
        self.assert_found("lines", "de", "One\ntwo", "Eins zwei")
        self.assert_found("…", "de", "Open…", "Öffnen")
        self.assert_found("…", "de", "Open…", "Öffnen...")

    def test_chinese_punctuation(self):
        for translation in ("文件,大小", "文件.", "文件(内置)", "大小:5"):
            self.assert_found("half-width", "zh_CN", "Any", translation)
        self.assert_found("full-width", "zh_CN", "Any", "文件， 大小")

    def test_polite_german(self):
        self.assert_found("speaks", "de", "Any", "Bitte wählen Sie einen Ordner")
        self.assert_found("speaks", "de", "Any", "Ihre Dateien")

    def test_contexts(self):
        self.assert_found("outside of our namespace", "de", "Open", "Öffnen", context="C")
        self.assertEqual(found("de", "Open", "Öffnen", context="main"), [])

    def test_messages(self):
        code = r"""
            /// Message::of(pattern) is what this is about, Message::of("%1 in a comment", x) too.
            const char quote = '"'; // Message::of(other)
            auto a = Message::of("cannot open %1: %2", path, Message::of("it is \"%1\"", why));
            auto b = Message::of(
                "one part and "
                "another", x); /* Message::of(no) */
            auto c = R"(Message::of "raw" // )"; auto d = 1'000'000; auto e = '\'';
            auto f = Message::of( "http://%1" );
        """
        self.assertEqual(catalogues.messages_in(code)[:3], ['"cannot open %1: %2"', r'"it is \"%1\""', self.two_parts(code)])
        self.assertEqual(catalogues.messages_in(code)[3:], ['"http://%1"'])
        for pattern in ("pattern, x", 'isFile ? "a" : "b"', '"a" + b', ""):
            self.assertEqual(catalogues.messages_in(f"Message::of({pattern})"), [None], pattern)

    @staticmethod
    def two_parts(code):
        return code[code.index('"one part'):code.index(", x); /*")]

    def test_messages_of_the_sources(self):
        literals = catalogues.messages()
        self.assertIn('"No space left on device"', literals)
        self.assertIn('"%1: %2"', literals)

    def test_literals_of_a_program(self):
        for literals, text in ((r'"a \"b\" \\ \n"', 'a "b" \\ \n'), (r'"\xc2\xa0%"', "\u00a0%"),
                               (r'"\u2026" "\U0001f600"', "…\U0001f600"),
                               ('"one "\n    "two"', "one two"), (r'R"(a \n "b")"', r'a \n "b"'), ('R"x()")x"', ')"'),
                               (r'"\303\244"', "ä"), ('"ä"', "ä")):
            self.assertEqual(catalogues.decoded(literals), text, literals)

    def test_texts_that_are_used(self):
        code = r"""
            // tr("in a comment") /* tr("too") */
            const char *text = "tr(\"in a text\")";
            a = tr("Open"); b = tr("one "
                                   "two", "said of files"); /* of */ c = Words::tr(
                "%n file(s)", nullptr, count(x, "no text"));
            d = QCoreApplication::translate("modelcrate::C", "In C", "why", n);
            Entry{QT_TRANSLATE_NOOP("modelcrate::D", "In D (%1), or \"D\""), ','};
            e = tr(isOpen ? "Close" : "Show"); f = tr(headline.text); g = painter.translate(1, 2); h = str("no");
            i = tr("%1", nullptr).arg(tr("inside"));
        """
        used = list(catalogues.uses_in(code, "x.cpp"))
        self.assertEqual([use[1:] for use in used], [
            ("", "Open", "", False), ("", "one two", "said of files", False), ("", "%n file(s)", "", True),
            ("modelcrate::C", "In C", "why", True), ("modelcrate::D", 'In D (%1), or "D"', "", False),
            ("", "Close", "", False), ("", "Show", "", False), ("", "%1", "", False), ("", "inside", "", False)])
        self.assertEqual([use.place for use in used][:3], ["x.cpp:4", "x.cpp:4", "x.cpp:6"])

    def test_texts_that_lupdate_does_not_see(self):
        def lost(code, *args, **kwargs):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / f"modelcrate_{args[0]}.ts"
                path.write_text(catalogue(*args[1:], **kwargs), encoding="utf-8")
                return list(catalogues.unseen(path, list(catalogues.uses_in(code, "ui/x.cpp"))))

        self.assertEqual(lost('tr("Open")', "de", "Open", "Öffnen"), [])
        self.assertEqual(lost('\ntr("Close")', "de", "Open", "Öffnen"),
                         ["ui/x.cpp:2: 'Close': lupdate does not see it"])
        self.assertEqual(len(lost('tr("Open", "a door")', "de", "Open", "Öffnen")), 1)
        for context, count in (("modelcrate::C", 0), ("modelcrate::D", 1)):
            code = f'translate("{context}", "Open")'
            self.assertEqual(len(lost(code, "de", "Open", "Öffnen")), count, context)
        # The language of the sources needs plurals only.
        for code, count in (('tr("Close")', 0), ('tr("%n tag(s)", nullptr, n)', 1)):
            lines = lost(code, "en", "%n file(s)", "%n file", "%n files", plural=True)
            self.assertEqual(len(lines), count, code)

    def test_one_text_less(self):
        whole = catalogues.FOLDER / "modelcrate_de.ts"
        used = list(catalogues.uses())
        gone = next(use.source for use in used if not use.context)
        tree = ET.parse(whole)
        for context in tree.getroot().iter("context"):
            for message in context.findall("message"):
                if message.findtext("source") == gone:
                    context.remove(message)
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / whole.name
            tree.write(copy, encoding="utf-8")
            lines = set(catalogues.unseen(copy, used)) - set(catalogues.unseen(whole, used))
            self.assertTrue(lines and all(repr(gone) in line for line in lines), lines)

    def test_lines_that_nothing_needs(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "modelcrate_de.ts"
            path.write_text(catalogue("Open", "Öffnen"), encoding="utf-8")
            self.assertEqual(len(list(catalogues.unused([path], {("de", "Open")}))), 1)


if __name__ == "__main__":
    unittest.main()
