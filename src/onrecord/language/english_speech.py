"""Words with which English news reports speech: data, no logic.

A cue's frame says what its complement looks like and where it stands:

clause      a clause or quotation: "said that ...", "..., he said"
listener    the same after the one it is told to: "told reporters that ..."
matter      a noun phrase, gerund or clause: "denied the report", "confirmed that ..."
target      someone, then "of" / "for" and the matter: "accused the dairy of cheating"
address     someone, then "to" and an infinitive: "urged the clubs to merge"
infinitive  "to" and a verb: "vowed to return"
that        a clause, and only behind "that": "agreed that"
label       someone or something, then what it is called: "called the memo “a fantasy”"
measure     a count: "put the crowd at 400", "spoke on Sunday of 60 barns"
refusal     an infinitive of telling or a noun phrase: "declined to say whether ..."
"""

from onrecord.model import Act

CUES: tuple[tuple[str, str, Act, str], ...] = (
    ("accuse", "target", "accuse", "accuses accused accusing"),
    ("acknowledge", "matter", "confirm", "acknowledges acknowledged acknowledging"),
    ("add", "clause", "assert", "adds added adding"),
    ("admit", "matter", "confirm", "admits admitted admitting"),
    ("agree", "that", "confirm", "agrees agreed agreeing"),
    ("allege", "matter", "accuse", "alleges alleged alleging"),
    ("announce", "matter", "assert", "announces announced announcing"),
    ("argue", "clause", "assert", "argues argued arguing"),
    ("ask", "address", "ask", "asks asked asking"),
    ("assert", "clause", "assert", "asserts asserted asserting"),
    ("believe", "clause", "believe", "believes believed believing"),
    ("blame", "target", "accuse", "blames blamed blaming"),
    ("blast", "matter", "accuse", "blasts blasted blasting"),
    ("boast", "clause", "assert", "boasts boasted boasting"),
    ("brand", "label", "accuse", "brands branded branding"),
    ("call", "label", "assert", "calls called calling"),
    ("caution", "clause", "warn", "cautions cautioned cautioning"),
    ("cite", "relay", "assert", "cites cited citing"),
    ("claim", "clause", "assert", "claims claimed claiming"),
    ("complain", "clause", "accuse", "complains complained complaining"),
    ("concede", "clause", "confirm", "concedes conceded conceding"),
    ("conclude", "clause", "assert", "concludes concluded concluding"),
    ("condemn", "matter", "accuse", "condemns condemned condemning"),
    ("confirm", "matter", "confirm", "confirms confirmed confirming"),
    ("contend", "clause", "assert", "contends contended contending"),
    ("continue", "quote", "assert", "continues continued continuing"),
    ("counter", "quote", "assert", "counters countered countering"),
    ("criticise", "matter", "accuse", "criticises criticised criticising criticizes criticized criticizing"),
    ("declare", "clause", "assert", "declares declared declaring"),
    ("decline", "refusal", "decline", "declines declined declining"),
    ("demand", "matter", "demand", "demands demanded demanding"),
    ("denounce", "matter", "accuse", "denounces denounced denouncing"),
    ("deny", "matter", "deny", "denies denied denying"),
    ("describe", "label", "assert", "describes described describing"),
    ("disclose", "matter", "assert", "discloses disclosed disclosing"),
    ("dismiss", "matter", "deny", "dismisses dismissed dismissing"),
    ("dispute", "matter", "deny", "disputes disputed disputing"),
    ("emphasise", "clause", "assert", "emphasises emphasised emphasising emphasizes emphasized emphasizing"),
    ("estimate", "clause", "believe", "estimates estimated estimating"),
    ("expect", "address", "predict", "expects expected expecting"),
    ("explain", "clause", "assert", "explains explained explaining"),
    ("express", "matter", "assert", "expresses expressed expressing"),
    ("fear", "clause", "believe", "fears feared fearing"),
    ("find", "that", "assert", "finds found finding"),
    ("forecast", "clause", "predict", "forecasts forecasting"),
    ("hope", "clause", "believe", "hopes hoped hoping"),
    ("indicate", "clause", "assert", "indicates indicated indicating"),
    ("insist", "clause", "assert", "insists insisted insisting"),
    ("joke", "clause", "assert", "jokes joked joking"),
    ("lament", "clause", "accuse", "laments lamented lamenting"),
    ("maintain", "clause", "assert", "maintains maintained maintaining"),
    ("mention", "clause", "assert", "mentions mentioned mentioning"),
    ("note", "clause", "assert", "notes noted noting"),
    ("plead", "clause", "demand", "pleads pleaded pleading"),
    ("pledge", "infinitive", "promise", "pledges pledged pledging"),
    ("post", "quote", "assert", "posted posting"),
    ("praise", "matter", "assert", "praises praised praising"),
    ("predict", "clause", "predict", "predicts predicted predicting"),
    ("promise", "infinitive", "promise", "promises promised promising"),
    ("propose", "matter", "demand", "proposes proposed proposing"),
    ("put", "measure", "assert", "put puts putting"),
    ("quip", "quote", "assert", "quips quipped"),
    ("quote", "relay", "assert", "quotes quoted quoting"),
    ("reaffirm", "matter", "assert", "reaffirms reaffirmed reaffirming"),
    ("recall", "that", "assert", "recalls recalled recalling"),
    ("refuse", "refusal", "decline", "refuses refused refusing"),
    ("reiterate", "matter", "assert", "reiterates reiterated reiterating"),
    ("reject", "matter", "deny", "rejects rejected rejecting"),
    ("remark", "clause", "assert", "remarks remarked remarking"),
    ("remind", "listener", "assert", "reminds reminded reminding"),
    ("repeat", "clause", "assert", "repeats repeated repeating"),
    ("reply", "clause", "assert", "replies replied replying"),
    ("report", "clause", "assert", "reports reported reporting"),
    ("respond", "quote", "assert", "responds responded responding"),
    ("reveal", "matter", "assert", "reveals revealed revealing"),
    ("rule", "clause", "assert", "ruled"),
    ("say", "clause", "assert", "says said saying"),
    ("shout", "quote", "assert", "shouts shouted shouting"),
    ("show", "that", "assert", "shows showed"),
    ("signal", "clause", "assert", "signals signalled signaled signalling signaling"),
    ("slam", "matter", "accuse", "slams slammed slamming"),
    ("speak", "measure", "assert", "speaks spoke spoken"),
    ("speculate", "clause", "believe", "speculates speculated speculating"),
    ("stand", "measure", "assert", "stands stood"),
    ("state", "that", "assert", "states stated stating"),
    ("stress", "clause", "assert", "stresses stressed stressing"),
    ("suggest", "clause", "assert", "suggests suggested suggesting"),
    ("tell", "listener", "assert", "tells told telling"),
    ("testify", "clause", "assert", "testifies testified testifying"),
    ("think", "clause", "believe", "thinks thought thinking"),
    ("threaten", "infinitive", "warn", "threatens threatened threatening"),
    ("tweet", "clause", "assert", "tweets tweeted tweeting"),
    ("urge", "address", "demand", "urges urged urging"),
    ("vow", "infinitive", "promise", "vows vowed vowing"),
    ("warn", "clause", "warn", "warns warned warning"),
    ("withdraw", "matter", "assert", "withdraws withdrew withdrawing"),
    ("wonder", "clause", "ask", "wonders wondered wondering"),
    ("write", "quote", "assert", "writes wrote writing"),
)
"""Lemma, frame, act and the forms that report speech; bare forms are added by the reader."""

MEASURED = {"insist": "on", "put": "at", "speak": "of", "stand": "by"}
"""Lemmas that may give a count, and the word before it."""

STANCES: tuple[tuple[str, Act, str], ...] = (
    ("aim", "intend", "aims aimed aiming"),
    ("appeal", "demand", "appeals appealed appealing"),
    ("back", "assert", "backs backed backing"),
    ("consider", "believe", "considers considered considering"),
    ("doubt", "believe", "doubts doubted doubting"),
    ("feel", "believe", "feels felt feeling"),
    ("intend", "intend", "intends intended intending"),
    ("know", "believe", "knows knew knowing"),
    ("order", "demand", "orders ordered ordering"),
    ("plan", "intend", "plans planned planning"),
    ("prefer", "believe", "prefers preferred preferring"),
    ("question", "ask", "questions questioned questioning"),
    ("request", "demand", "requests requested requesting"),
    ("seek", "intend", "seeks sought seeking"),
    ("suspect", "believe", "suspects suspected suspecting"),
    ("try", "intend", "tries tried trying"),
    ("want", "intend", "wants wanted wanting"),
    ("worry", "believe", "worries worried worrying"),
)
"""Lemma, act and forms of verbs that tell a stance or a plan: no cue for the rules, but what a tagger marks may hold one."""

NOUNS_TOO = frozenset(
    """
    announcement blame blames call calls cite claim claims demand demands dispute disputes estimate estimates fear fears
    forecast forecasts hope hopes joke jokes note notes pledge pledges plot post posts praise promise promises put quote
    quotes remark remarks replies reply report reports rule say signal signals state states stress tweet tweets vow vows
    """.split()
)
"""Forms that are nouns as often as verbs: a cue only where a verb can stand."""

DOCUMENTS = frozenset(
    """
    agreement article assessment bulletin communique communiqué deal document draft file filing indictment judgment
    leaflet letter log memo memorandum message note notice paper post readout record report resolution ruling statement
    study survey text transcript treaty verdict
    """.split()
)
"""Nouns that speak though nobody's mouth moves: "the statement reads"."""

SAID_OF = frozenset(
    """
    accused alleged announced asked believed called claimed confirmed considered criticised criticized described
    expected known perceived quoted regarded reported rumored rumoured said seen shown thought told viewed warned
    """.split()
)
"""Participles whose subject, behind "was", is whom it is said of or to, and not who says it."""

DOCUMENT_CUES = frozenset("read reads".split())
"""Verbs of saying when a document is their subject."""

REPORT_NOUNS = frozenset(
    "accusation accusations allegation allegations assertion claim claims report reports statement suggestion suggestions".split()
)
"""Nouns that hold somebody's words: "a report by a radio station that ..."."""

MEDIA_NOUNS = frozenset(
    """
    agency broadcaster broadcasters daily magazine media network newspaper newspapers newswire outlet outlets paper
    press radio station tabloid television tv website weekly wire
    """.split()
)
"""Nouns for those who pass on what others say."""

MEDIA_ENDINGS = frozenset(
    """
    Chronicle Courier Dispatch Gazette Globe Guardian Herald Independent Inquirer Insider Journal Mail Mirror News
    Observer Post Press Radio Record Standard Star Sun Telegraph Television Times Tribune TV
    """.split()
)
"""Last words of the names of newspapers and stations."""

MEDIA_NAMES = frozenset(
    """
    aap abc afp anadolu ansa ap axios bbc bloomberg cbc cbs channel cnbc cnn dpa dw efe euronews fox interfax irna
    itar-tass itv jiji kcna kyodo lbc msnbc nbc npr ntb pbs politico pti reuters ria rte sky swissinfo tass ukrinform
    unian upi wafa xinhua yle yonhap
    """.split()
)
"""Agencies and broadcasters known by one word, in lower case."""

PUBLIC_LISTENERS = frozenset(
    """
    audience audiences briefing conference council court crowd crowds hearing inquiry journalists jury lawmakers
    meeting mps parliament rally reporters senators supporters
    """.split()
)
"""Those who are told something without passing it on."""
