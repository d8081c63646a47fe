"""A noun phrase to a mention: the name in it, the role, the head, and what sort of speaker it can be.

"Kremlin spokesman Ivan Orlo" has a name and a role; "the ministry" has only a head; "she" has neither.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.language import english
from onrecord.language.english_places import CAPITALS, COUNTRIES
from onrecord.language.english_speech import DOCUMENTS, MEDIA_ENDINGS, MEDIA_NAMES, MEDIA_NOUNS
from onrecord.language.tokens import Token, split_tokens
from onrecord.model import ActorType

PARTICLES = frozenset("al abu bin da de del den der di du el ibn la le ten ter van von".split())
"""Lower-case words inside names."""
HONORIFICS = frozenset("dame dr lady lord miss mr mrs ms mx sir".split())
TITLES = english.PERSON_TITLES | english.PERSON_ROLES
OBJECTS = {"her": "she", "him": "he", "them": "they"}
"""Pronouns as objects: "the agency quoted her as saying"."""
EITHER = frozenset("builder carrier maker operator owner supplier".split())
"""Roles that a firm can have as well as a person."""
SMALL = english.DETERMINERS | english.PREPOSITIONS | {"'s", "’s", "‘s", "and"}
"""Words that describe nobody."""
TITLED = TITLES | HONORIFICS
DESCRIBING = TITLES | english.ORGANISATION_NOUNS | english.GROUP_ROLES | DOCUMENTS
"""Nouns by which a description is known for one."""
HEADS = DESCRIBING | MEDIA_NOUNS
"""Nouns that a description can be headed by."""
BODIES = MEDIA_NOUNS | {"company", "firm", "group"} | EITHER - {"owner"}
"""Nouns beside which a body is named: "the broadcaster Kanal Nord"."""
APPOSED = BODIES | english.ORGANISATION_NOUNS
"""Nouns beside which, in commas, a body is named."""
LINKING = frozenset("and for of the".split())
"""Lower-case words inside names of bodies."""
IN_BODIES = english.ORGANISATION_NOUNS | MEDIA_NOUNS | {"house", "news", "times", "post", "cross", "office"}
"""Words that no person's name has, and the names of bodies do."""
SPEAKING_BODIES = english.ORGANISATION_NOUNS | MEDIA_NOUNS
"""Nouns that describe a body."""
NO_ROLE = english.PREPOSITIONS | english.ORGANISATION_NOUNS | english.DETERMINERS | english.TIME_UNITS | MEDIA_NOUNS | EITHER
"""Words that are no part of a role before a name."""
PLACES = COUNTRIES | CAPITALS
_BRACKETS = re.compile(r"\([^)]*\)?")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z.]{1,7})\)")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_AGE = re.compile(r",\s*\d{1,3}\b,?")  # "Tarn, 61"
_RELATIVE = re.compile(r",?\s+(?:which|who|whose)\b.*", re.DOTALL)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
GENERIC = frozenset("agency body company firm force group organisation organization party service".split())
"""Heads that can stand for any body named before."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The parts of one mention."""

    text: str
    """The words as the page has them."""
    name: tuple[str, ...] = ()
    """The proper name's words; empty when there is none."""
    role: frozenset[str] = frozenset()
    """Lower-case words that describe, the head among them."""
    head: str = ""
    """Lower-case head noun of the description; empty for a bare name or pronoun."""
    type: ActorType | None = None
    """What the words show it to be; None when they show nothing."""
    pronoun: str = ""
    """The pronoun, when it is one."""
    acronym: str = ""
    """The short form given in brackets."""
    gender: str = ""
    """`m`, `f` or nothing."""
    core: frozenset[str] = frozenset()
    """The describing words that are no names: "deputy foreign minister" of "Ardania’s deputy foreign minister"."""
    proper: bool = False
    """Whether the head is part of a name: "the Foreign Office"."""
    definite: bool = False
    """Whether it points back: "the ministry", "his deputy"."""
    plain: str = ""
    """The words without article and brackets, to name an actor by."""

    @property
    def full(self) -> str:
        """The proper name."""
        return " ".join(self.name)


@lru_cache(maxsize=4096)
def read_mention(text: str) -> Mention:
    """Read the parts of a mention.

    >>> mention = read_mention("the harbour master, Ilse Tarn")
    >>> mention.full, mention.head, mention.type
    ('Ilse Tarn', 'master', 'person')
    >>> read_mention("the Ardanian interior ministry").head
    'ministry'
    """
    tokens = list(split_tokens(text))
    if len(tokens) == 1 and tokens[0].lower in OBJECTS:
        return _pronoun(text, OBJECTS[tokens[0].lower])
    if len(tokens) == 1 and tokens[0].lower in english.PRONOUNS:
        return _pronoun(text, tokens[0].lower)
    apposed = _apposed_body(tokens)
    if _joined(tokens) and not _described(tokens) and not apposed:
        return Mention(text, type="group", plain=_plain(text))
    acronym = _acronym(text)
    main = list(split_tokens(_BRACKETS.sub(lambda m: " " * len(m.group()), text))) if "(" in text else tokens
    pieces = [bare for piece in _pieces(main) if (bare := _without_article(piece))]
    body = apposed or next((b for b in map(_body_name, pieces) if b), ())
    named = () if body else next((p for p in map(_person_name, pieces) if p), ())
    if not named and not body and _described(tokens):
        named = tuple(t.text for t in pieces[0])
    described = _description(pieces, named or body)
    mention = _mention(text, named, described, acronym, main)
    return replace(mention, name=body, type="organisation") if body else mention


def _pronoun(text: str, word: str) -> Mention:
    gender = {"he": "m", "she": "f"}.get(word, "")
    sort: ActorType | None = "person" if word in {"he", "she", "i"} else "group" if word in {"they", "we"} else None
    return Mention(text, pronoun=word, gender=gender, type=sort, plain=word)


def _joined(tokens: list[Token]) -> bool:
    """Tell whether several speak together: "Ardania and South Lorn"; not a name like "Marks and Orlo"."""
    for i, token in enumerate(tokens):
        if token.lower in {"and", "or"} and 0 < i < len(tokens) - 1:
            after = tokens[i + 1]
            return bool(after.capital or after.lower in english.DETERMINERS or tokens[-1].lower in english.GROUP_ROLES | {"officials"})
    return False


def _described(tokens: list[Token]) -> bool:
    """Tell whether one person's name stands first and a role behind it: "Ivo Tarn, head of Sales and Repairs"."""
    pieces = _pieces(tokens)
    first = pieces[0] if pieces else []
    named = bool(first) and all(t.capital and t.kind == "word" for t in first)
    return named and len(pieces) > 1 and bool({t.lower for t in pieces[1][:5]} & TITLES)


def _apposed_body(tokens: list[Token]) -> tuple[str, ...]:
    """Give a body's name of several words that stands in commas beside what it is: "The charity, Save the Children"."""
    pieces = _pieces(tokens)
    if len(pieces) != 2 or pieces[0][-1].lower not in APPOSED or pieces[0][-1].capital:
        return ()
    name = pieces[1]
    linked = any(not token.capital for token in name)
    whole = all(token.capital or token.text == "&" or token.lower in LINKING for token in name)
    return tuple(token.text for token in name) if linked and whole and name[0].capital and name[-1].capital else ()


def _acronym(text: str) -> str:
    match = _ACRONYM.search(text)
    return match.group(1) if match else ""


def _pieces(tokens: list[Token]) -> list[list[Token]]:
    """Split at commas, so that a name and its apposition are looked at by themselves."""
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "," or token.lower in {"who", "which", "whose"}:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _without_article(piece: list[Token]) -> list[Token]:
    """Leave out the articles that open a piece; a capital at a sentence's start makes none of them a name."""
    start = 0
    while start < len(piece) and piece[start].lower in {"a", "an", "the"}:
        start += 1
    return piece[start:]


def _person_name(piece: list[Token]) -> tuple[str, ...]:
    """Find a person's name at the end of a piece: what follows the last title or role, or a run of capitals alone."""
    end = len(piece)
    i = end
    while i > 0 and _in_name(piece, i - 1):
        i -= 1
    while i < end and (not piece[i].capital or piece[i].lower in TITLED):
        i += 1
    run = piece[i:end]
    if not run:
        return ()
    words = tuple(t.text for t in run)
    titled = i > 0 and piece[i - 1].lower.rstrip(".") in TITLED
    last = max((k for k in range(i, end) if piece[k].lower in TITLES), default=None)
    if last is not None and last + 1 < end:
        return tuple(t.text for t in piece[last + 1 : end])
    if titled:
        return words
    if len(words) >= 2 and not _names_body(run) and all(_may_tell_role(t) for t in piece[:i]):
        return words
    return ()


def _may_tell_role(token: Token) -> bool:
    """Tell whether a word before a name can be part of a role that no list has: "harbour master Ilse Tarn"."""
    return token.kind == "word" and not token.capital and token.lower not in NO_ROLE


def _body_name(piece: list[Token]) -> tuple[str, ...]:
    """Find the name of an outlet or firm told by what it is: "the broadcaster Kanal Nord", "Ardania’s APN news agency"."""
    places = [i for i, t in enumerate(piece) if t.lower in BODIES and not t.capital]
    if not places:
        return ()
    at = next((i for i in places if i + 1 < len(piece) and piece[i + 1].capital), places[-1])
    behind = []
    for token in piece[at + 1 :]:
        if not token.capital:
            break
        behind.append(token.text)
    if behind:
        return tuple(behind)
    if at + 1 < len(piece) and piece[at + 1].kind == "word":  # "the press secretary"
        return ()
    before = at
    while before > 0 and piece[before - 1].lower in {"news", "state", "state-run", "state-owned", "owned"}:
        before -= 1
    start = before
    while start > 0 and piece[start - 1].capital and piece[start - 1].kind == "word":
        start -= 1
    run = tuple(t.text for t in piece[start:before])
    if before < at and piece[at].lower != "agency" and not any(word.isupper() for word in run):
        return ()  # "Ardanian state television" has no name
    told = start > 0 and piece[start - 1].lower not in english.DETERMINERS and piece[start - 1].kind == "word"  # "state-owned Orlo company"
    described = before == at and not told and not any(word.isupper() for word in run)  # "the Orlen broadcaster", "Local radio"
    return () if described else run


def _in_name(piece: list[Token], i: int) -> bool:
    token = piece[i]
    if token.kind != "word":
        return False
    if token.capital:
        return True
    return token.lower in PARTICLES and i + 1 < len(piece) and (piece[i + 1].capital or piece[i + 1].lower in PARTICLES)


def _names_body(run: list[Token]) -> bool:
    words = {t.lower for t in run}
    if run[0].lower in MEDIA_NAMES or run[-1].text in MEDIA_ENDINGS or " ".join(t.lower for t in run) in PLACES:
        return True
    return not words.isdisjoint(IN_BODIES)


def _description(pieces: list[list[Token]], named: tuple[str, ...]) -> list[Token]:
    """Give the words that describe rather than name: of the first piece that has a known head."""
    for piece in pieces:
        words = [t for t in piece if t.text not in named]
        if any(t.lower in DESCRIBING for t in words):
            return words
    rest = [piece for piece in pieces if not any(t.text in named for t in piece)]
    return rest[0] if rest else []


def _head(words: list[Token]) -> str:
    """Find the head noun: the last known one before the first preposition, else the last word there."""
    limit = next((k for k, t in enumerate(words) if t.lower in english.PREPOSITIONS), len(words))
    front = [t for t in words[:limit] if t.kind == "word" and t.lower not in english.DETERMINERS]
    heads = [t.lower for t in front if t.lower in HEADS]
    if heads and (heads[-1] == front[-1].lower or not front[-1].capital):
        return heads[-1] if front[-1].lower in HEADS else front[-1].lower
    if heads:
        return heads[-1]
    return front[-1].lower if front and not front[-1].capital else ""


def _mention(text: str, named: tuple[str, ...], described: list[Token], acronym: str, tokens: list[Token]) -> Mention:
    head = _head(described)
    last = next((t for t in reversed(described) if t.lower == head), None)
    proper = last is not None and last.capital and last is not tokens[0]
    words = frozenset(t.lower for t in described if t.kind == "word" and t.lower not in english.DETERMINERS)
    lowered = {t.lower.rstrip(".") for t in tokens} - english.POSSESSIVES  # "his lawyer" may be a woman
    gender = "m" if lowered & english.MALE else "f" if lowered & english.FEMALE else ""
    sort: ActorType | None
    if named:
        sort = "person"
    elif _is_place(tokens):
        sort = "place"
    elif _is_outlet(tokens):
        sort = "organisation"
    elif head in DOCUMENTS and not proper:
        sort = "document"
    elif head in english.GROUP_ROLES:
        sort = "group"
    elif head in TITLES and head not in english.ORGANISATION_NOUNS:
        sort = "person"
    elif head in SPEAKING_BODIES:
        sort = "organisation"
    else:
        sort = None
    core = frozenset(t.lower for t in described if t.kind == "word" and not t.capital and t.lower not in SMALL) | ({head} - {""})
    definite = bool(tokens) and tokens[0].lower in {"the", "this", "that", "its", "his", "her", "their"}
    return Mention(
        text,
        named,
        words,
        head,
        sort,
        acronym="" if named else acronym,
        gender=gender,
        core=core,
        proper=proper,
        definite=definite,
        plain=_plain(text),
    )


def _is_place(tokens: list[Token]) -> bool:
    """Tell whether a mention is nothing but a country or a capital."""
    return " ".join(t.lower for t in _without_article(tokens)) in PLACES


def _is_outlet(tokens: list[Token]) -> bool:
    """Tell whether a mention is nothing but the name of an agency or newspaper."""
    bare = _without_article(tokens)
    named = bool(bare) and all(t.capital for t in bare)
    return named and (bare[0].lower in MEDIA_NAMES or (len(bare) > 1 and bare[-1].text in MEDIA_ENDINGS))


def _plain(text: str) -> str:
    """Give the words without a leading article, brackets and relative clause."""
    plain = _BRACKETED.sub("", text) if "(" in text else text
    plain = _RELATIVE.sub("", _AGE.sub("", plain) if "," in plain else plain)
    article = _ARTICLE.match(plain)
    return (plain[article.end() :] if article else plain).strip()
