"""Words by which English news prose tells that something happened, or that it tells of no event: data, no logic."""

NO_EVENTS = frozenset(
    """
    appeared based believed belonged contained depended existed expected faced feared felt followed hoped included
    intended involved knew known lacked lay led liked looked lived loved meant needed numbered owned planned proved
    ranged remained resembled scheduled seemed sought stood supposed tended thought tried used wanted wished
    """.split()
)
"""Past forms that tell how things are or what someone thinks, and not what took place."""

SPEAKING = frozenset(
    """
    added admitted alleged announced argued asked claimed commented confirmed denied described explained insisted noted
    quoted reported said say says spoke stated suggested told urged vowed warned wrote
    """.split()
)
"""Past forms of speech: what was said is a statement, read or not."""

HYPOTHETICAL = frozenset("could if may might must shall should whether will won't would wouldn't".split())
"""Words with which a sentence tells what may be, not what was."""

NEGATING = frozenset("didn't hasn't haven't hadn't isn't neither never no nobody none nor not nothing wasn't weren't".split())
"""Words with which a sentence tells what did not happen."""

ADDRESSING = frozenset("i i'm me my our ours us we we're you you're your yours".split())
"""Words of someone who speaks of himself or to the reader: no report."""

BEEN = frozenset("had has have was were".split())
"""Auxiliaries before the participle of what took place: "was shelled", "has landed"."""

BACKGROUND_OPENERS = ("after", "before", "by", "since", "till", "until")
"""Words before a time at which something else happened than what the sentence tells."""

PRESENT = frozenset(("are", "is"))
PLANNED = frozenset(("due", "scheduled"))
"""Behind "is", what is to take place on a day that has been set."""
