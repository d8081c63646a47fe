"""Word lists of English news prose: data, no logic. Each list is in the order of the alphabet, days and months in their own."""

ABBREVIATIONS = frozenset(
    """
    adm apr aug ave brig capt cmdr co col corp cpl dec dept det dr est feb fri gen gov hon inc insp jan jr jul jun
    lt ltd maj mar messrs mon mr mrs ms no nos nov oct op pc ph prof pvt rep reps rev sat sen sens sep sept sgt sr
    st sun supt thu thur thurs tue tues vol vs wed
    """.split()
)
"""Words after which a full stop does not end a sentence."""

DETERMINERS = frozenset(
    """
    a all an another any both each either every few half her his its many most my neither no our several some
    such that the their these this those your
    """.split()
)
"""Words that open a noun phrase."""

POSSESSIVES = frozenset("her his its my our their your".split())
"""Determiners that point back to someone."""

PRONOUNS = frozenset(
    """
    anybody anyone anything everybody everyone everything he herself him himself i it itself me nobody none
    nothing one she somebody someone something them themselves there they us we who you
    """.split()
)
"""Words that stand for a noun phrase."""

SPEAKER_PRONOUNS = frozenset("he i it she they we which who".split())
"""Pronouns that can be the subject of a verb of saying."""

PREPOSITIONS = frozenset(
    """
    aboard about above across after against along alongside amid among around as at before behind below beneath beside
    between beyond by concerning despite down during following for from in inside into like near of off on onto out
    outside over past per since than through throughout till to toward towards under until up upon via with within
    without
    """.split()
)
"""Words that open a prepositional phrase."""

CONJUNCTIONS = frozenset("and but nor or so yet".split())
"""Words that join equals."""

SUBORDINATORS = frozenset(
    "after although as because before how if once since that though unless until what when where whereas whether while why".split()
)
"""Words that open a clause that depends on another."""

AUXILIARIES = frozenset(
    """
    'd 'll 're 've am are aren't be been being can can't cannot could couldn't did didn't do does doesn't don't had
    hadn't has hasn't have haven't is isn't may might must never not shall should shouldn't to was wasn't were weren't
    will won't would wouldn't
    """.split()
)
"""Words of a verb group besides its main verb."""

ADVERBS = frozenset(
    """
    again ago already also always apart away back before briefly earlier even ever far further here however indeed instead
    just later maybe meanwhile moreover now often once only otherwise overnight perhaps previously quite rather separately so
    soon still then thereby thus today together tomorrow tonight too twice yesterday yet
    """.split()
)
"""Adverbs without -ly, those of time among them."""

NOT_ADVERBS = frozenset(
    """
    ally anomaly assembly belly bully daily early elderly family fly friendly holy italy july likely lonely lovely
    monopoly monthly only rally reply supply ugly unlikely weekly yearly
    """.split()
)
"""Words in -ly that are not adverbs."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""Days of the week."""

MONTHS = frozenset("january february march april may june july august september october november december".split())
"""Months."""

TIME_UNITS = frozenset(
    "day days decade decades fortnight hour hours minute minutes moment month months second seconds week weekend weeks year years".split()
)
"""Nouns that measure time and never speak."""

DAY_PARTS = frozenset("afternoon dawn evening midday midnight month morning night noon week weekend year".split())
"""Nouns that make a time of "this", "last" or "Saturday"."""

TIME_OPENERS = frozenset("earlier early last late later mid next this".split())
"""Words that open a time without a preposition: "said late Saturday"."""

COMMON_VERBS = frozenset(
    """
    agreed arrived asked ate became began broke brought built burned came carried caused chose closed continued crossed
    cut destroyed died drove ended entered failed fell fired flew fought found gave got grew happened held helped hit
    hurt intercepted joined kept killed knew launched led left lost made met moved opened ordered paid played pulled
    ran reached received remained reported returned rose said sank sat saw sent set shot showed sought spent spoke
    started stayed stood stopped struck suffered taken took tried turned visited walked wanted went withdrew won worked
    wounded wrote
    """.split()
)
"""Past forms of frequent verbs."""

PERSON_TITLES = frozenset(
    """
    adm admiral ambassador archbishop bishop brigadier capt captain chancellor chief cmdr col colonel commander commissioner congressman
    congresswoman constable councillor councilor dame detective doctor dr gen general gov governor govs inspector judge justice
    king lady lieutenant lord lt maj major mayor miss mr mrs ms officer pastor pope president prince princess prof professor
    queen rabbi rep representative reps rev sen senator sens sergeant sgt sheikh sheriff sir superintendent
    """.split()
)
"""Words that stand before a person's name, in lower case without a full stop."""

MALE = frozenset("boy brother chairman father he him his husband king lord man mr prince sir son spokesman".split())
"""Words that show that a person is a man."""

FEMALE = frozenset("chairwoman dame daughter girl her lady miss mother mrs ms princess queen she sister spokeswoman wife woman".split())
"""Words that show that a person is a woman."""

TITLE_ABBREVIATIONS = tuple(
    """
    Adm Capt Cmdr Col Cpl Dr Gen Gov Govs Hon Insp Lt Maj Messrs Mr Mrs Ms Prof Pvt Rep Reps Rev Sen Sens Sgt Supt
    """.split()
)
"""Titles that are written short, with a full stop that belongs to them."""

PERSON_ROLES = frozenset(
    """
    activist adviser advisor aide ambassador analyst author boss chair chairman chairwoman chief citizen co-founder commander
    commissioner coordinator correspondent deputy diplomat director doctor driver economist editor engineer envoy executive
    expert farmer fisherman founder geologist governor head historian judge lawmaker lawyer leader manager mayor member minister
    mp negotiator neighbor neighbour nurse officer official operator owner passenger physician pilot premier president prosecutor
    representative researcher resident scientist secretary senator shopkeeper soldier spokesman spokesperson spokeswoman student
    surgeon teacher volunteer witness worker
    """.split()
)
"""Nouns for what a person is."""

GROUP_ROLES = frozenset(
    """
    activists allies analysts authorities campaigners critics diplomats experts families firefighters forces forecasters
    governments insiders investigators lawyers leaders ministers observers officers officials parents people police
    prosecutors rebels relatives rescuers residents scientists sides sources spokesmen students supporters survivors
    unions victims villagers volunteers witnesses workers
    """.split()
)
"""Nouns for many who speak together."""

ORGANISATION_NOUNS = frozenset(
    """
    administration agency airline army assembly association authority bank board brigade broadcaster bureau cabinet campaign
    center centre channel charity club coastguard college commission committee company congress consulate corporation council
    court department directorate directors embassy federation firm force forces foundation front government group guard
    hospital house institute institution ministry mission movement navy network newspaper office operator organisation
    organization parliament party police press radio regime regulator secretariat senate service services station tank team
    television think-tank tribunal union university watchdog
    """.split()
)
"""Head nouns of bodies that speak."""
