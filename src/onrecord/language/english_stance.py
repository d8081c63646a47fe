"""Words by which a headline speaks for a claim, against it, or only passes it on: data, no logic."""

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    # what says that it is not so
    "answers_no": r"""
        ^(?:debunk(?:ed)?|exclusive|update)?[:,]?\s*(?:no|nope|relax|sorry|wrong)\b(?!\s+\w+ed\b) |
        \b(?:update|really)\b.{0,3}\s(?:no|nope)\b
    """,
    "contradicts": r"""
        contradict\w* | correct(?:ion|ions|s|ed) | debunk\w* | den(?:ial|ied|ies|y|ying) | discredit\w* | dismiss\w* | dispel\w* |
        disprov\w+ | disput\w+ | quash\w* | rebuff\w* | rebut\w* | refut\w+ | reject(?:ed|ing|s)? | retract\w* | squash\w* |
        apologi[sz]\w* | (?:kill|knock|play|shoot|shot|shut|swat)(?:ing|s)?\s(?:it\s)?down |
        (?:blast|kill|slam)s?\s(?:\w+\s){0,2}(?:claims?|reports?|rumou?rs?) | (?:back|walk)s?\s(?:away|back|down|off) |
        puts?\sto\srest | sets?(?:ting)?\s(?:the\s)?record | clear(?:ed|s)?\s(?:the\sair|up)
    """,
    "denies_verb": r"cannot | isnt | never | neither | nor | not | didnt | doesnt | hasnt | wasnt | wont | \w+n['’]t",
    "doubts": r"""
        cast(?:s|ing)?\sdoubt | dubious | doubt\w* | hard\sto\sbelieve | holes | implausib\w* | probably\s(?:a|didn|isn|not) |
        raises?\squestions | questionable | s[ck]eptic\w* | too\sgood | unlikely
    """,
    "fake": r"""
        bogus | conned | doctored | duped | fabricat\w+ | fak(?:e|ed|ery|es|ing) | fooled | fraud\w* | hoax\w* | invented |
        jok(?:e|er|es|ing) | liar | lie[ds]? | lying | made\s(?:it|that|this)?\s*(?:all\s)?up | makes?\sup | parod\w+ | phony |
        photoshop\w* | prank\w* | satir\w+ | scam | spoof\w* | stunt | troll(?:ed|ing|s)?
    """,
    "false": r"""
        baseless | erroneous\w* | error | exaggerat\w+ | false(?:hoods?|ly)? | groundless | inaccura\w+ | incorrect\w* | misidentif\w*
        | misinform\w* | misinterpret\w+ | mislead\w+ | misread\w* | misreport\w* | mistak\w+ | myth\w* | nonsense | not\strue |
        overblown | rubbish | unfounded | unsubstantiated | untrue | wrong(?:ly)?
    """,
    "no_noun": r"no | nobody | none | nothing | without",
    "unharmed": r"alive | innocent | okay | safe | still | survived | unharmed | well",
    "clears_up": r"actually | explain(?:ed|s) | explanation | facts? | real\sstory | really | the\struth | turns\sout",
    # what only passes it on
    "alleged": r"""
        allegations? | alleged(?:ly)? | alleges? | apparent(?:ly)? | presumed | purport\w* | reported(?:ly)? | so-called |
        supposed(?:ly)? | suspected
    """,
    "asks": r"\?",
    "asks_first": r"^(?:are|can|could|did|do|does|had|has|have|how|is|should|was|were|what|where|who|why|will|would)\b.*\?",
    "by_source": r"""
        :\s*(?:analysts?|officials?|police|reports?|rumou?rs?|sources?|study)\s*$ |
        ^(?:claims?|officials?|reports?|rumou?rs?|sources?)\s*:
    """,
    "claims": r"claim(?:ed|ing|s)?",
    "may": r"""
        appears? | could | considering | fear(?:ed|s) | likely | looks?\slike | maybe | may | might | mulls? | perhaps |
        plan(?:ning|s)? | possibilit\w+ | possibl[ey] | potential(?:ly)? | seem(?:ingly|s)? | thought | believed | want(?:ing|s)?
    """,
    "report": r"reports?",
    "rumour": r"""
        buzz | conspiracy | gossip | hearsay | internet | online | rumou?r\w* | social\smedia | speculat\w+ | stor(?:ies|y) | tale |
        unconfirmed | unverified | viral
    """,
    "says": r"""
        accus\w+ | believes? | estimates? | expect(?:ed|s)? | forecasts? | hints? | insists? | predicts? | projected | said |
        say(?:ing|s)? | suggests? | tells? | thinks? | told | warn(?:ed|s)?
    """,
    "set_to": r"""
        (?:believed | expected | feared | likely | poised | rumou?red | said | set | slated | thought | tipped | understood) \s to
    """,
    "source": r"according\sto | analysts? | congress(?:man|woman) | insiders? | lawmakers? | officials? | rep\. | senators? | sources?",
    "tries": r"aims? | bid | eye(?:ing|s) | hopes? | looking\sto | proposes? | seeks? | talks? | threat\w*",
    # what says that it is so
    "after": r"after | because | despite | following",
    "confirms": r"""
        acknowledg\w+ | admits? | announce(?:d|s)? | confirm(?:ed|ing|s)? | finally | identified | named | official(?:ly)? | proof |
        proves? | real | reveal(?:ed|s)? | ruled | true | unveil\w* | verified
    """,
    "quotes": r"""['‘’\"“”]""",
    "shows": r"audio | caught\son | footage | images? | photos? | pics? | pictures? | video | watch",
    "talks_to_reader": r"here['’]s | how | meet | these | this | why | you | your",
}
"""Kinds of cues, each a pattern over words in any case (white space in it stands for nothing)."""
