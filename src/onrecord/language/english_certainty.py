"""Words with which English news says how sure something is, and who vouches for it: data, no logic."""


def _phrases(text: str) -> tuple[str, ...]:
    """Give the phrases between the bars, single spaces inside."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


HEDGES: dict[int, tuple[str, ...]] = {
    1: _phrases(
        """
        apparent | apparently | appear to | appearing to | appears to | as far as is known | assumed to | believed | by all accounts |
        considered to | expected | expects | in all likelihood | is likely | it appears | it seems | likely | most likely | presumably |
        presumed | probable | probably | reckoned to | seem to | seemed to | seemingly | seems to | thought | understood | very likely |
        appeared to
        """
    ),
    2: _phrases(
        """
        can be | conceivably | could | could not be ruled out | fear | feared |
        fears | if confirmed | initial reports | maybe | may | might | perhaps | possible | possibly | potential | potentially |
        preliminary reports | reported to | reportedly | reports of | reports that | rumored | rumoured | said to | suspected |
        suspects | suspicion | unclear whether | unclear if | it is unclear | it was unclear
        """
    ),
    3: _phrases(
        """
        alleged | alleged to | allegedly | claimed to | not confirmed | not been confirmed | not been verified | ostensibly | purported |
        purportedly | so-called | supposed | supposedly | unconfirmed | unproven | unsubstantiated | unverified
        """
    ),
}
"""Words of doubt by grade: 1 most likely so, 2 perhaps so, or so one hears, 3 nobody has shown that it is so."""

NO_HEDGE_BEFORE = {"may": frozenset("early in last late mid next since this until".split())}
"""Words behind which a hedge is something else: the month."""

NO_HEDGE_AHEAD = {"could": frozenset("barely feel hardly hear neither never no not only see".split())}
"""Words before which a hedge is something else: what nobody could do."""

HEDGES_BEHIND_A_VERB = {
    "expected": frozenset("am are be been is was were".split()),
    "thought": frozenset("are be been is was were".split()),
}
"""Hedges that are one only behind such a verb: "is thought to", not "she thought"."""

CUE_CLASSES: dict[str, str] = {
    form: kind
    for kind, forms in {
        "accuses": """
            accuse accused accuses accusing blame blamed blames blaming
            """,
        "admits": """
            acknowledge acknowledged acknowledges acknowledging admit admits admitted admitting concede conceded concedes conceding
            """,
        "believes": """
            believe believed believes believing estimate estimated estimates estimating guess guessed guesses speculate speculated
            speculates speculating suspect suspected suspecting suspects think thinking thinks thought expect expected expecting expects
            fear feared fearing fears hope hoped hopes hoping
            """,
        "claims": """
            allege alleged alleges alleging argue argued argues arguing assert asserted asserting asserts boast boasted boasts claim
            claimed claiming claims contend contended contending contends insist insisted insisting insists maintain maintained
            maintaining maintains purport purported purports suggest suggested suggesting suggests
            """,
        "confirms": """
            confirm confirmed confirming confirms corroborate corroborated corroborates disclose disclosed discloses disclosing
            establish established establishes prove proved proven proves reveal revealed revealing reveals verified verifies verify
            verifying
            """,
        "criticises": """
            condemn condemned condemning condemns criticise criticised criticises criticising criticize criticized criticizes criticizing
            denounce denounced denounces denouncing
            """,
        "declines": """
            decline declined declines declining refuse refused refuses refusing
            """,
        "demands": """
            demand demanded demanding demands order ordered ordering orders
            """,
        "denies": """
            contradict contradicted contradicts denied denies deny denying dismiss dismissed dismisses dismissing dispute disputed disputes
            disputing rebuff rebuffed rebuffs refute refuted refutes refuting reject rejected rejecting rejects
            """,
        "promises": """
            pledge pledged pledges pledging promise promised promises promising vow vowed vowing vows
            """,
        "says": """
            according add added adding adds announce announced announces announcing say saying says said state stated states stating tell
            telling tells told
            """,
        "threatens": """
            threaten threatened threatening threatens
            """,
        "urges": """
            urge urged urges urging
            """,
        "warns": """
            warn warned warning warns
            """,
    }.items()
    for form in forms.split()
}
"""What a verb of saying makes of what is said, for each of its forms; verbs that differ only in tone are left out."""

NEGATIONS = frozenset("didn't doesn't don't isn't neither never no nobody none nor not nothing wasn't without won't".split())
"""Words that turn what is told into its contrary."""

CERTAINTY = {"believes": 1, "claims": 1, "says": 2, "admits": 3, "confirms": 3}
"""How sure a thing sounds that is told so."""

HARM_CLASSES: dict[str, str] = {
    stem: kind
    for kind, stems in {
        "dead": "dead death die died dies dying drown fatal kill killed killing kills perish slain",
        "held": "arrest arrested detain detained held jailed",
        "hurt": "hurt injur wound",
        "missing": "missing unaccounted",
    }.items()
    for stem in stems.split()
}
"""What is told of people by how the word for it begins: to change one kind for another is to change the count."""

QUANTIFIERS = frozenset("a an couple few handful many numerous one several some".split())
"""Words that stand where a number may stand."""

ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
"""Numbers in a row."""

MOVING_DAYS = frozenset("now today tomorrow tonight yesterday".split())
"""Days that another day calls otherwise: what was "today" when it was written is put right to "yesterday" the morning after."""

RANKLESS = frozenset("a an another her his its my one our own some that the their these this those two several".split())
"""Words of a mention that do not tell who somebody is."""

NOTE_OPENERS = frozenset("amended clarification corrected correction corrects update updated updates".split())
"""First words of such a note."""

STAMP_WORDS = frozenset("edited first last latest modified posted published time update updated".split())
"""Words of a line that only tells when the page was changed."""

CORRECTION_WORDS = _phrases(
    """
    amended | amendment | an earlier version | an earlier post | an earlier update | clarification | corrected | correction | corrects |
    erroneously | in an earlier | incorrectly | misspelled | misspelt | mistakenly | misstated | originally said | originally stated |
    previously said | previously stated | previous version | removed a | revised to | revised from | this article was updated to |
    this entry was updated to | this post was updated to | this story has been updated | we earlier | we previously | was wrong |
    updated to reflect | updated to say | updates with | updates toll | updates to
    """
)
"""Words of a note in which a page owns to a change, in lower case with straight quotes."""
