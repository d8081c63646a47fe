"""Words that tell one kind of cue from another: data, no logic."""

SPEECH = frozenset(
    """
    according accuse accused accuses acknowledge acknowledged add added adding adds admits admitted announce announced argue argued
    argues arguing ask asked asking asks asserted asserts assured assures boasted call called calling cautioned cited cites citing claim
    claimed claiming claims commented complained conceded concluded concludes confirm confirmed contended contends countered declare
    declared declares declaring decline declined denied deny describe described describes describing discussed echoed emphasized explain
    explained explaining hinted indicated indicates insist insisted insists joked mentioned mentioning note noted notes noting pledged
    pledges pointed pointing points posted predicted predicts promised promises promising proposed proposes quipped quoted recalled
    reiterated remarked reminded repeated replied reply report reported reports requested respond responded retorted revealed reveals
    said say saying says shouted signaled speak spoke spoken state stated stressed suggest suggested suggesting suggests talked talking
    talks tell telling tells testified told tweet tweeted tweeting urged urges urging uttered voiced vow vowed warn warned warns
    whispered write writes wrote
    """.split()
)
"""Verbs of saying and writing."""

ATTITUDES = frozenset(
    """
    advocate advocated advocates agree agreed agrees aim aimed aims appear appeared appears approve approved assume assumed attacked
    attacking attacks backed backing backs believe believed believes believing blamed blames blasted challenged committed concerned
    condemned condemns confident consider considered considers convinced criticized criticizes criticizing decide decided decides deemed
    defended defending defends denounced denouncing deplored determined disagree disagreed dismissed dismisses doubt doubted eager
    endorse endorsed expect expected expecting expects favor favored fear feared fears feel feels felt hope hoped hopes hoping imagine
    intend intended intends interested knew know known knows like liked likes looking mocked mulling need needs oppose opposed opposes
    optimistic plan planned planning plans praised praises praising prefer preferred prefers questioned ready refuse refused regard
    regarded reject rejected rejects remember saw see seeing seek seeking seeks seem seemed seems seen sees skeptical sought support
    supported supporter supporters supporting supports suspect suspected think thinking thinks thought tried tries try trying urge view
    viewed views want wanted wanting wants wary weighing welcomed willing wish wished wishes worried worries worry
    """.split()
)
"""Words of belief, feeling, approval, blame, intention and plan."""

DOCUMENTS = frozenset(
    """
    account affidavit agreement analysis article bill book budget census complaint constitution data document documents
    editorial email emails figures filing filings findings form forms guidelines indictment law lawsuit letter letters manifesto
    memo memorandum memos minutes notes order paper papers petition platform poll polling polls post posts rating records release report
    reports research results returns rules ruling script statistics studies study suit survey surveys text texts transcript
    transcripts treaty tweet tweets video
    """.split()
)
"""Things that are read, and so speak."""

NOUNS = frozenset(
    """
    accounts accusation accusations admission advice allegation allegations announcement answer appeal argument assertion assertions
    assessment assurance belief claim claims comment comments concern concerns conclusion confession confidence conviction criticism
    decision declaration demand demands denial desire determination doubt doubts endorsement estimate estimates expectation expectations
    explanation fear fears feeling goal hope hopes idea impression insistence intention intentions interest message notion offer opinion
    opposition order perception plan plans pledge position praise prediction predictions promise promises proposal question questions
    recommendation refusal remark remarks request response revelation sense speculation speech statement statements suggestion support
    suspicion testimony theory threat threats view views vow warning warnings willingness wish word words worry
    """.split()
)
"""Nouns that have a content of their own, as in "the promise that"."""

DETERMINERS = frozenset("a an any her his its my no our some such that the their these this those your s".split())
"""Words before a noun; "s" is what is left of a possessive."""

PRONOUNS = frozenset("he her him i it one she that them these they this those us we which who whom you".split())
"""Words that stand for a speaker named elsewhere."""
