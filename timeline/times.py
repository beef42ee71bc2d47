"""The front door of the times: a text and its date → every time expression in it, dated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypedDict, Unpack

from timeline.find import find
from timeline.model import Published, TimeExpression
from timeline.resolve import resolve
from timeline.rules import RuleError, Rules, load
from timeline.wording import short

# Where the month comes before the day in figures.
_MONTH_FIRST = ("US", "PH", "CA", "FM", "MH", "PW")
# Blocks of a page whose times stand beside the story and do not move it on.
_BESIDE = ("furniture", "caption")


class TimeOptions(TypedDict, total=False):
    """What may be said of how times are read, whatever the article.

    `locale` ("en_US") says whether 03/04 begins with the month; without it the region of the article's language does
    ("en-US"), and without that the conventions. `southern` turns the seasons round. `overrides` is the path of a
    user's own rules, words and conventions.
    """

    locale: str | None
    southern: bool
    overrides: str | None


def read_times(
    text: str,
    *,
    anchor: date | Published | None,
    doc: Any = None,
    blocks: Sequence[Any] = (),
    language: str = "en",
    **options: Unpack[TimeOptions],
) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, in order, dated as far as it can be.

    `anchor` is the article's date; None leaves what hangs on it undated. `doc` is a parsed spaCy
    Doc over exactly the same text: with it the tense of a clause comes from its parse.
    """
    check_options(options)
    given: object = anchor
    if not isinstance(given, Published | date | None) or isinstance(given, datetime):
        raise TypeError(f"anchor is {anchor!r:.60}: give a datetime.date, such as date(2016, 7, 27), or None")
    language, region = language_and_region(language)
    rules = _rules(language, options.get("overrides"))
    conventions = rules.conventions
    if locale := options.get("locale"):
        _, region = language_and_region(locale)
    if region:
        conventions = replace(conventions, day_first=region not in _MONTH_FIRST)
    if options.get("southern"):
        conventions = replace(conventions, southern=True)
    return resolve(
        find(text, rules, [b.start for b in blocks]),
        text,
        rules=rules,
        anchor=anchor,
        conventions=conventions,
        doc=doc,
        quiet=[(b.start, b.end) for b in blocks if b.kind in _BESIDE],
    )


def read_time(words: str, *, anchor: date | Published | None) -> TimeExpression | None:
    """The time that these words are from first to last, as somebody types a date; None where they are none."""
    words = words.strip()
    whole = [t for t in read_times(words, anchor=anchor) if not words[: t.start].strip() + words[t.end :].strip()]
    return max(whole, key=lambda time: time.end - time.start, default=None)


def check_options(options: TimeOptions) -> None:
    """LocaleError or TypeError name an option that is none, or that says nothing, and the mend."""
    known = TimeOptions.__annotations__
    if unknown := [name for name in options if name not in known]:
        raise TypeError(f"{unknown[0]!r} is no option of how times are read: these are {', '.join(known)}")
    if (locale := options.get("locale")) is not None:
        check_locale(locale)
    if not isinstance(options.get("southern", False), bool):
        raise TypeError(f"southern is {options['southern']!r}: give True or False")


class LocaleError(ValueError):
    """A locale that is none; the message is one line that says what to write."""


@lru_cache(maxsize=16)
def check_locale(locale: object) -> None:
    """LocaleError where a locale is no language and country that there are: "en_UK", whose code is GB."""
    from babel import Locale

    known = Locale("en")
    language, region = language_and_region(locale) if isinstance(locale, str) else ("", "")
    if language not in known.languages or len(region) != 2 or region not in known.territories or region == "ZZ":
        raise LocaleError(f"“{short(str(locale))}” is no locale: write language and country, as in en_US or en_GB")


def language_and_region(tag: str) -> tuple[str, str]:
    """The parts of a language tag or a locale: ("en-GB") → ("en", "GB"), ("EN_us.UTF-8") → ("en", "US")."""
    language, _, region = tag.partition(".")[0].replace("_", "-").partition("-")
    return language.lower(), region.upper()


@lru_cache(maxsize=16)
def _rules(language: str, overrides: str | None) -> Rules:
    """The rules of a language; those of a user have kept what they promise in their proofs."""
    rules = load(language, overrides)
    for name in rules.own:
        rule = rules.by_name[name]
        for text, words, value, *mod in rule.finds:
            times = resolve(find(text, rules), text, rules=rules, anchor=rules.anchor)
            given = [(t.value or "", t.mod or "") for t in times if t.text == words]
            if not rule.none and (value, *mod) not in [pair[: 1 + len(mod)] for pair in given]:
                others = ", ".join(f"“{t.text}” {t.value or 'without value'}" for t in times) or "nothing"
                raise RuleError(
                    f"{overrides}: rule {name!r}: its proof fails: in “{text}” are found {others}, not “{words}” "
                    f"{' '.join((value, *mod)) or 'without value'}: mend the rule or its finds"
                )
        for text in rule.rejects:
            if any(m.rule == name for m in find(text, rules)):
                raise RuleError(f"{overrides}: rule {name!r}: it finds what it rejects, “{text}”: mend the rule")
    return rules
