import re

import pytest

from onrecord.language.english_time_words import KINDS
from onrecord.language.timex.phrases import PHRASES, expand
from onrecord.language.timex.rules import RULES
from onrecord.language.timex.words import NAMES


def test_no_word_is_of_two_kinds() -> None:
    words = [word for kind in KINDS.values() for word in kind]
    assert len(words) == len(set(words))


def test_every_kind_of_word_stands_in_a_rule() -> None:
    written = " ".join((*PHRASES.values(), *(rule.pattern for rule in RULES)))
    assert [kind for kind in KINDS if not re.search(rf"\b{kind}\b", written)] == []


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_no_rule_matches_nothing() -> None:
    assert [rule.name for rule in RULES if re.match(expand(rule.pattern), "")] == []


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_is_made_of_kinds_that_there_are(phrase: str) -> None:
    assert set(re.findall(r"[a-z][a-z_]+|\ba\b", PHRASES[phrase])) <= set(NAMES)
