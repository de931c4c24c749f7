#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps the catalogues beside this file in step with the sources, and holds them to rules.

    catalogues.py update [--lupdate PROGRAM]    takes new texts into *.ts, drops those that are gone, says what is left
    catalogues.py check [--lupdate PROGRAM]     changes nothing; status 1 when a catalogue is not complete and right

What is looked for stands at problems() and unseen(). A translation that is its source must be listed in
same-as-source.txt. The patterns that are given to Message::of() are texts too (messages()). Needs Python 3.9 and
lupdate of Qt 6.
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

CALL = re.compile(r"\b(?P<name>tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(")
LITERAL = re.compile(r'R"(?P<mark>[^(\s"]*)\((?P<raw>.*?)\)(?P=mark)"|"(?P<plain>(?:[^"\\\n]|\\.)*)"', re.S)
ESCAPE = re.compile(r"\\(?:x(?P<hex>[0-9a-fA-F]+)|(?P<octal>[0-7]{1,3})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})|"
                    r"(?P<sign>.))", re.S)
SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}

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


class Use(NamedTuple):
    """A literal that a source hands to be translated."""
    place: str  # "ui/x.cpp:12"
    context: str  # "": that of the class
    source: str
    comment: str
    is_plural: bool

    def __str__(self):
        return f"{self.place}: {self.source!r}" + (f" ({self.comment})" if self.comment else "")


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
    for path in sources(MESSAGES):
        found = messages_in(path.read_text(encoding="utf-8"))
        if None in found:
            sys.exit(f"{path.relative_to(ROOT)}: the pattern of a Message::of() is no literal")
        literals.update(found)
    return sorted(literals)


def decoded(literals):
    """What literals beside each other are in a program: escapes are bytes of UTF-8 there, whatever they stand for."""
    def escape(match):
        if match["hex"] or match["octal"]:
            return bytes([int(match["hex"] or match["octal"], 16 if match["hex"] else 8) & 0xff])
        if match["u"] or match["U"]:
            return chr(int(match["u"] or match["U"], 16)).encode()
        return SIGNS.get(match["sign"], match["sign"]).encode()

    text = b""
    for literal in LITERAL.finditer(literals):
        if literal["raw"] is not None:
            text += literal["raw"].encode()
            continue
        end = 0
        for match in ESCAPE.finditer(literal["plain"]):
            text += literal["plain"][end:match.start()].encode() + escape(match)
            end = match.end()
        text += literal["plain"][end:].encode()
    return text.decode(errors="replace")


def arguments_at(code, start):
    """Of a call whose bracket is at `start`: (where it begins, its code) of each argument. Code without comments."""
    depth, begin, at = 0, start + 1, start
    while at < len(code):
        text = COMMENT_OR_TEXT.match(code, at)
        if text:
            at = text.end()
            continue
        sign = code[at]
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0 or (depth == 1 and sign == ","):
            yield begin, code[begin:at]
            begin = at + 1
        if depth == 0:
            return
        at += 1


def texts_in(argument):
    """(where, text) of the literals of an argument; those beside each other are one."""
    groups = []
    for literal in COMMENT_OR_TEXT.finditer(argument):
        if literal[0].startswith("'"):
            continue
        if groups and not argument[groups[-1][1]:literal.start()].strip():
            groups[-1][1] = literal.end()
        else:
            groups.append([literal.start(), literal.end()])
    return [(start, decoded(argument[start:end])) for start, end in groups]


def only_text(argument):
    return "".join(text for _, text in texts_in(argument))


def blanked(code, which):
    """The same code, line by line, without the comments and literals that `which` names."""
    return COMMENT_OR_TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]) if which(match[0]) else match[0], code)


def uses_in(code, name):
    """Each literal that a source gives to tr() and its like, also one of several that an argument chooses from, which
    lupdate does not take."""
    code = blanked(code, lambda text: text.startswith("/"))
    for call in CALL.finditer(blanked(code, lambda _: True)):
        arguments = list(arguments_at(code, call.end() - 1))
        has_context = call["name"] in ("translate", "QT_TRANSLATE_NOOP")
        context = only_text(arguments.pop(0)[1]) if has_context else ""
        if not arguments:
            continue
        comment = only_text(arguments[1][1]) if len(arguments) > 1 else ""
        start, argument = arguments[0]
        for at, text in texts_in(argument):
            line = code.count("\n", 0, start + at) + 1
            yield Use(f"{name}:{line}", context, text, comment, len(arguments) > 2)


def sources(folders):
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.*") if path.suffix in (".cpp", ".h"))


def uses():
    """Of all sources, with the patterns of messages."""
    for path in sources(SOURCES):
        yield from uses_in(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
    yield from (Use("Message::of()", MESSAGE_CONTEXT, decoded(literals), "", False) for literals in messages())


def unseen(catalogue, used):
    """What the sources hand to be translated and lupdate did not take into a catalogue: it loses texts without a word,
    behind certain constants for example."""
    known = {text[:3] for text in read(catalogue)}
    known |= {("", source, comment) for _, source, comment in known}  # which class a tr() is of is not looked for
    for use in used:
        is_wanted = use.is_plural or language_of(catalogue) != ENGLISH
        if is_wanted and (use.context, use.source, use.comment) not in known:
            yield f"{use}: lupdate does not see it"


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
        used = list(uses())
        lost = [f"{copy.name}: {line}" for copy in copies for line in unseen(copy, used)]
        for line in gone + lost:
            print(line)
        return 1 if report(copies) + len(gone) + len(lost) else 0


def keys_only_in(catalogue, copy):
    remaining = {text[:3] for text in read(copy)}
    return (text for text in read(catalogue) if text[:3] not in remaining)


if __name__ == "__main__":
    sys.exit(main())
