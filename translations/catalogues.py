#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the catalogues beside this file in step with the sources, and holds them to rules.

    catalogues.py update [--lupdate PROGRAM]    takes new texts into *.ts, drops those that are gone, says what is left
    catalogues.py check [--lupdate PROGRAM]     changes nothing; status 1 when a catalogue is not complete and right

What is looked for stands at problems(). A translation that is its source must be listed in same-as-source.txt. The
patterns that are given to Message::of() are texts too (messages()). Needs Python 3.9 and lupdate of Qt 6.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
SOURCES = ("ui", "app/desktop")
MESSAGES = ("core", *SOURCES)  # where Message::of() is looked for
MESSAGE_CONTEXT = "modelcrate::Message"
ENGLISH = "en"  # the language of the sources: its catalogue holds the plurals only
FORMS = {"en": 2, "de": 2, "zh_CN": 1}

STRING = r'"(?:[^"\\\n]|\\.)*"'
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s"]*)\(.*?\)\1"|' + STRING + r"|'(?:[^'\\\n]|\\[^'\n]+|\\')'", re.S)
MESSAGE = re.compile(r"\bMessage::of\s*\(\s*(?P<literal>(?:" + STRING + r"\s*)+(?=[,)]))?")

PLACE = re.compile(r"%L?(\d{1,2}|n)")
MNEMONIC = re.compile(r"&(?!&)(\w)")
SHORTCUT = re.compile(r"(Ctrl|Alt|Shift|Meta|F\d)\+\S+")
HAN = r"[\u2e80-\u2fff\u3005-\u303b\u3400-\u9fff\uf900-\ufaff]"
# Half-width punctuation of a Chinese sentence, and blanks beside full-width punctuation.
HALF_WIDTH = re.compile(HAN + r"[,;:!?]|" + HAN + r"\.(?!\w)|" + HAN + r"\((?!&)|" + HAN + r"\)")
LOOSE_BLANK = re.compile(r"[，。；：！？（）、“”] | [，。；：！？（）、]")
LIST_SEPARATOR = re.compile(r"[，、；：。]$")
# How a German reader is not spoken to here; at the beginning of a sentence it is "they".
POLITE = re.compile(r"(?<!^)(?<![.!?] )\bSie\b|\bIhr(e|em|en|er|es)?\b|\bIhnen\b")


class Text(NamedTuple):
    context: str
    source: str
    comment: str
    state: str  # "", "unfinished", "vanished" or "obsolete"
    is_plural: bool
    forms: tuple

    def __str__(self):
        return f"{self.context}: {self.source!r}" + (f" ({self.comment})" if self.comment else "")


def read(catalogue):
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.iter("numerusform")] if is_plural else [translation.text or ""]
            yield Text(context.findtext("name"), message.findtext("source"), message.findtext("comment") or "",
                       translation.get("type", ""), is_plural, tuple(forms))


def language_of(catalogue):
    return catalogue.stem.split("_", 1)[1]


def messages_in(code):
    """What is given to Message::of() in a source, as it is written: one literal or several beside each other. None for
    what is no literal, which no catalogue could know."""
    without_comments = COMMENT_OR_TEXT.sub(lambda match: " " if match[0].startswith("/") else match[0], code)
    return [call["literal"] and call["literal"].strip() for call in MESSAGE.finditer(without_comments)]


def messages():
    """The patterns of the sources' messages, as literals. Ends the program where one is no literal."""
    literals = set()
    for path in sorted(path for folder in MESSAGES for path in (ROOT / folder).rglob("*.*")):
        if path.suffix not in (".cpp", ".h"):
            continue
        found = messages_in(path.read_text(encoding="utf-8"))
        if None in found:
            sys.exit(f"{path.relative_to(ROOT)}: the pattern of a Message::of() is no literal")
        literals.update(found)
    return sorted(literals)


def update(lupdate, catalogues):
    """Lines of code are not kept: every edit of a source would change every catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        # What lupdate does not know it gets in a form that it knows.
        patterns = Path(folder) / "messages.cpp"
        patterns.write_text("".join(f'QT_TRANSLATE_NOOP("{MESSAGE_CONTEXT}", {literal})\n' for literal in messages()),
                            encoding="utf-8")
        for catalogue in catalogues:
            language = language_of(catalogue)
            only_plurals = ["-pluralonly"] if language == ENGLISH else []
            subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-source-language", ENGLISH,
                            "-target-language", language, *only_plurals, "-I", ".", "-I", "core", "-I", "app", *SOURCES,
                            str(patterns), "-ts", str(catalogue)],
                           cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def is_looked_up(context):
    """A class looks its texts up under its full name; what a catalogue has under another stays English."""
    return context == "main" or context.startswith("modelcrate::")


def same_as_source():
    """(language or "*", source) of same-as-source.txt, which holds a language, a tab and a text in each line."""
    lines = (FOLDER / "same-as-source.txt").read_text(encoding="utf-8").splitlines()
    return {tuple(line.split("\t", 1)) for line in lines if line and not line.startswith("#")}


def places(text):
    return Counter(PLACE.findall(text))


def form_problems(language, text, form):
    """What is wrong with one form of a translation."""
    if not form.strip():
        yield "is empty"
        return
    if places(form) != places(text.source):
        yield "loses or adds a placeholder"
    if len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(text.source)):
        yield "has not the mnemonics of its source"
    for edge in ("lstrip", "rstrip"):
        has_blank = getattr(text.source, edge)() != text.source
        # A Chinese list needs no blank after its comma.
        if (getattr(form, edge)() != form) != has_blank and not LIST_SEPARATOR.search(form):
            yield "begins or ends with another blank"
    if text.source.count("\n") != form.count("\n"):
        yield "has another number of lines"
    if text.source.rstrip().endswith("…") != form.rstrip().endswith("…"):
        yield "has its … elsewhere"
    if language == "zh_CN" and HALF_WIDTH.search(form):
        yield "has half-width punctuation"
    if language == "zh_CN" and LOOSE_BLANK.search(form.strip()):
        yield "has a blank beside full-width punctuation"
    if language == "de" and POLITE.search(form):
        yield "speaks to the reader"


def may_stay(language, source, allowed):
    """A shortcut, what has no letters but those of placeholders, and what is listed."""
    has_words = any(letter.isalpha() for letter in PLACE.sub("", source))
    return not has_words or SHORTCUT.fullmatch(source) or {(language, source), ("*", source)} & allowed


def problems(catalogue, allowed):
    language = language_of(catalogue)
    if language not in FORMS:
        yield "a language whose number of plural forms is not known here"
        return
    for text in read(catalogue):
        if text.state:
            yield f"{text}: {text.state}"
            continue
        if not is_looked_up(text.context):
            yield f"{text}: has a context outside of our namespace"
        if text.is_plural and len(text.forms) != FORMS[language]:
            yield f"{text}: {len(text.forms)} plural forms instead of {FORMS[language]}"
        if language != ENGLISH and text.source in text.forms and not may_stay(language, text.source, allowed):
            yield f"{text}: is its source, and same-as-source.txt does not list it"
        for form in text.forms:
            yield from (f"{text}: {form!r} {problem}" for problem in form_problems(language, text, form))


def unused(catalogues, allowed):
    """Lines of the list that nothing needs any more."""
    seen = {(language, text.source) for catalogue in catalogues for language in (language_of(catalogue),)
            for text in read(catalogue) if text.source in text.forms}
    for language, source in sorted(allowed):
        if not any(source == known and language in ("*", of) for of, known in seen):
            yield f"same-as-source.txt: {language} {source!r} is not needed"


def report(catalogues):
    """Prints what is wrong; how much that is."""
    allowed = same_as_source()
    found = [f"{catalogue.name}: {problem}" for catalogue in catalogues for problem in problems(catalogue, allowed)]
    found += unused(catalogues, allowed)
    for line in found:
        print(line)
    for catalogue in catalogues:
        print(f"{catalogue.name}: {sum(1 for _ in read(catalogue))} texts")
    return len(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("verb", choices=("update", "check"))
    parser.add_argument("--lupdate", default=shutil.which("lupdate", path="/usr/lib/qt6/bin") or "lupdate")
    arguments = parser.parse_args()
    catalogues = sorted(FOLDER.glob("*.ts"))
    if arguments.verb == "update":
        update(arguments.lupdate, catalogues)
        report(catalogues)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(catalogue, folder)) for catalogue in catalogues]
        update(arguments.lupdate, copies)
        gone = [f"{catalogue.name}: {text}: is no text of the sources any more"
                for catalogue, copy in zip(catalogues, copies)
                for text in keys_only_in(catalogue, copy)]
        for line in gone:
            print(line)
        return 1 if report(copies) + len(gone) else 0


def keys_only_in(catalogue, copy):
    remaining = {text[:3] for text in read(copy)}
    return (text for text in read(catalogue) if text[:3] not in remaining)


if __name__ == "__main__":
    sys.exit(main())
