"""Words beside numbers in English news prose: bounds, things counted, verbs that do things to them. Data, no logic."""

from onrecord.model import Bound

BOUND_BEFORE: dict[str, Bound] = {
    "about": "about", "additional": "additional", "almost": "about", "another": "additional", "approximately": "about",
    "around": "about", "as many as": "at_most", "as much as": "at_most", "at least": "at_least", "at most": "at_most",
    "below": "at_most", "close to": "about", "estimated": "about", "exactly": "exact", "extra": "additional",
    "fewer than": "at_most", "further": "additional", "in excess of": "at_least", "less than": "at_most", "maybe": "about",
    "minimum of": "at_least", "more than": "at_least", "nearly": "about", "no fewer than": "at_least",
    "no less than": "at_least", "no more than": "at_most", "not more than": "at_most", "over": "at_least", "perhaps": "about",
    "probably": "about", "record": "record", "record of": "record", "record total of": "record", "roughly": "about",
    "some": "about", "under": "at_most", "up to": "at_most", "upwards of": "at_least",
}  # fmt: skip
"""What the words just before a number make of it."""

BOUND_AFTER: dict[str, Bound] = {
    "additional": "additional", "and more": "at_least", "at least": "at_least", "at most": "at_most", "extra": "additional",
    "further": "additional", "maybe": "about", "more": "additional", "or fewer": "at_most", "or less": "at_most",
    "or more": "at_least", "or so": "about", "or thereabouts": "about",
}  # fmt: skip
"""What the words just after a number make of it."""

LOOSE_NUMBERS = frozenset(("a couple", "a dozen", "a hundred", "a million", "a thousand", "half a dozen", "half a million"))
"""Numbers in words that are round by nature."""

LABELS = frozenset(
    """
    act apollo area article bus category chapter clause day exit figure flight formula gate grade group highway item
    lane level line lot mile no no. number page par para paragraph part phase pier platform point postcode question room
    route row rule section stage step table tel tier unit verse volume ward week year zone
    """.split()
)
"""Words whose number names a thing and counts none: "paragraph 3"."""

MEASURES = frozenset(
    """
    c celsius centigrade centimetre centimetres cm degree degrees f fahrenheit feet foot ft inch inches kilometer
    kilometers kilometre kilometres kilometres-long km kmh kph lb lbs meter meters metre metres mile miles mm mph nm
    o'clock yard yards
    """.split()
)
"""What is measured, not counted; their numbers are left out."""

NO_COUNT_AFTER_ONE = frozenset(
    """
    another at by can could day else example factor he in is it man's might moment month more morning must night of or
    point reason said she should side simple single such thing time to was way week who will would year
    """.split()
)
"""After these, "one" is a pronoun or the beginning of a turn of phrase."""

NO_COUNT_AFTER_THE_TWO = 2
"""Numbers up to this one after "the" or "these" name a pair already met."""

PAIRS = frozenset(
    """
    camps countries governments halves leaders men nations neighbours parties presidents rivals sides states
    """.split()
)
"""What comes in twos and is not counted by "two"."""

PEOPLE = frozenset(
    """
    aircraft americans boy brother child civilian firefighter girl man nurse officer passenger patient person pilot
    policeman prisoner rescuer sailor soldier student teenager victim villager woman worker
    """.split()
)
"""Singular nouns that "one" counts even when nothing else is counted beside them."""

IRREGULAR_PLURALS = frozenset(
    """
    aircraft brethren bureaux cattle children clergy craft crew criteria data dead deer feet fish folk geese gendarmerie
    hovercraft injured livestock media men mice oxen people personnel police police-officers policemen policewomen
    poultry salmon sheep spacecraft staff teeth troops women wounded youth
    """.split()
)
"""Plurals that do not end in -s, and words that are counted like them."""

NOT_PLURAL = frozenset(
    """
    abdomen across acumen always amen as because besides bremen bus business campus chaos christmas congress crisis
    does gas goes has his is its james jones less minus news omen others paris pass perhaps plus press process ramen
    regimen specimen status texas this thus towards us wales was williams yemen yes
    """.split()
)
"""Words in -s or -men that are no plurals."""

PAST_VERBS = frozenset(
    """
    ate became began begun bled blew bore born bought bound broke broken brought built burnt came caught chose chosen
    crept cut dead did died done drew driven drove fed fell felt fled flew flown fought found froze frozen gave given
    gone got grew grown heard held hid hidden hit hurt kept knew known laid lain lay led left lent lit lost made meant met
    mistaken overran overthrown paid put ran rang read risen rode rose said sank sat saw seen sent set shook shot shut
    slept sold sought spent spoke sprang stole stolen stood struck stuck sunk swam swept swum taken taught threw thrown
    told took tore torn was went were withdrawn withdrew woken won wore worn written wrote
    """.split()
)
"""Past forms that do not end in -ed."""

PRESENT_VERBS = frozenset(
    """
    appear appears are arrive attend await awaits become believe call come comes face faces fall fear flee give gives go
    goes have hold holds include includes keep keeps know lead leads leave leaves lie lies live lives lose make makes
    match matches need needs put puts reach reaches remain remains return rise rises run runs say says see sees send
    sends sit stand stands stay stays take takes travel travels turn want wants work works
    """.split()
)
"""Present forms that a count's noun is not mistaken for."""

PARTICLES = frozenset("away back down in off out over up".split())
"""Short words that belong to the verb before them: "shot down"."""

VEHICLES = frozenset(
    """
    air boat boats bus buses car cars coach ferry foot helicopter land mistake plane post rail road sea ship train
    """.split()
)
"""After "by" these say how, not who."""

FACTS_OF_WORDING = frozenset(
    """
    accused added announced asked believed claimed confirmed counted denied estimated expected feared gave given gives known listed lists
    meant needed registered related reported said say says showed shows states supposed thought told
    """.split()
)
"""Verbs that tell what is said or thought of a count; the event is the verb after them."""

HARM = tuple(
    """
    abduct arrest dead death detain die drown dying evacuat execut fatal hospital hurt injur jail kidnap kill maim massacr murder perish
    slain treat wound
    """.split()
)
"""How words begin that tell what is done to people."""

STATES = frozenset(
    """
    blind buried dead displaced homeless hospitalised hospitalized hurt idle ill injured jailed jobless missing orphaned paralysed sick
    stranded trapped unaccounted unburied unconscious unemployed unhurt wounded
    """.split()
)
"""How people are left, or remain."""

STATED_BY = frozenset("lay leave leaves leaving left lie lies remain remained remaining remains stay stayed stays".split())
"""Verbs behind which such a word says what became of people."""

PERSONS = frozenset(
    """
    activists adults aides athletes babies boys brethren brothers bystanders cadets captives casualties children
    citizens civilians clergy clerks colleagues combatants conscripts couples crew crews cyclists daughters dead deputies
    diplomats drivers envoys families fans folk gendarmerie gendarmes girls guards guests hostages households infants
    inhabitants injured inmates intruders judges kids lives marines medics migrants militants militia mourners nationals
    nuns nurses occupants officials paramedics parents patients pedestrians people peoples personnel persons pilgrims
    pilots police priests pupils recruits refugees relatives residents schoolchildren sisters sons souls staff students
    suspects teachers teens toddlers tourists troops victims wounded youth youths
    """.split()
)
"""Words for people in the plural that their ending does not tell."""

BEASTS = frozenset(
    """
    animals bears birds buffalo camels cats cattle chickens cows deer dogs dolphins elephants fish goats hens horses lambs livestock oxen
    pets pigs poultry reindeer salmon seals sheep swans whales wolves
    """.split()
)
"""What is killed or hurt besides people."""

PERSON_ENDINGS = ("ees", "ers", "ians", "ists", "men", "ors")
"""Endings of words for people: "detainees", "sailors", "women"."""

NOT_PERSONS = frozenset(
    """
    anchors answers armors beepers bees blowers boilers bombers boosters boulders breakers bulldozers bumpers bunkers
    burgers burners cancers canisters carriers centers chambers chapters characters chargers choppers clippers clusters
    coasters colors committees compressors computers containers conveyors cookers coolers copters corners corridors
    counters covers craters cruisers cursors cutters cylinders dampers degrees destroyers detectors diggers dinners
    dishwashers doors dozers drawers dumpers elevators embers errors excavators factors favors feeders fees fenders
    fevers fibers filters fingers fliers floors flowers folders freezers freighters generators gliders gutters hammers
    harbors heaters helicopters icebreakers igniters indicators injectors interceptors inverters jumpers knees ladders
    lasers launchers layers letters levers lighters liners liters loaders lockers loudspeakers markers matters meteors
    meters minehunters minelayers minesweepers mirrors monitors motors mowers multicopters numbers offers orders others
    pagers papers pointers posters powers printers processors projectors propellers quadcopters quarters radiators
    razors reactors refrigerators registers rivers rollers rotors routers rumors scanners schooners scooters sectors
    semesters sensors servers shelters shutters skyscrapers speakers specimen speedometers spiders steamers stickers
    stretchers sweepers tankers tasers tenders theaters thrusters tigers timers tippers toasters towers trackers
    tractors trailers transformers transmitters transponders transporters trawlers trees tremors triggers tubers tumors
    vapors vectors ventilators vouchers wafers waters whalers
    """.split()
)
"""Things whose names end like those of people."""

COUNTS_OF_VERBS = {
    "appealed": "appeals", "arrested": "arrests", "attacked": "attacks", "bombed": "bombings", "breached": "breaches",
    "complained": "complaints", "crossed": "crossings", "denied": "denials", "erupted": "eruptions", "failed": "failures",
    "fined": "fines", "flooded": "floods", "inspected": "inspections", "met": "meetings", "phoned": "calls",
    "postponed": "postponements", "raided": "raids", "refused": "refusals", "searched": "searches", "struck": "strikes",
    "tested": "tests", "violated": "violations", "visited": "visits", "voted": "votes", "warned": "warnings", "won": "wins",
    "written": "letters", "wrote": "letters",
}  # fmt: skip
"""What "times" counts behind a verb: who was fined four times has four fines."""

SOUNDS = {
    "airstrike": "explosions", "artillery": "explosions", "blast": "explosions", "bomb": "explosions", "detonat": "explosions",
    "explo": "explosions", "gunfire": "shots", "gunman": "shots", "gunmen": "shots", "missile": "explosions", "mortar": "explosions",
    "rocket": "explosions", "shell": "explosions", "shoot": "shots", "shot": "shots",
}  # fmt: skip
"""How words begin that tell of what is heard, and what the number of those heard counts: "we heard six" of a shelling."""

PLEDGES = frozenset("agreement armistice ceasefire law laws pledge promise rules truce".split())
"""What is violated by whoever breaks it."""

OWN_PEOPLE = frozenset(("citizens", "nationals"))
"""People counted by whose they are: "nine of its citizens"."""

LISTS = ("list", "lists", "register", "roll")
"""What has names, so that its names count what is listed."""

COUNT_NOUNS = ("count", "estimate", "figure", "figures", "list", "number", "tally", "toll", "total")
"""What somebody's own number is called: "the rebels' figure of 48"."""

HOLDING_VERBS = (
    "count", "counted", "counts", "had counted", "insisted on", "listed", "lists", "provided for", "provides for", "reported", "settled on",
    "stood by", "stuck to", "stuck with",
)  # fmt: skip
"""Verbs whose subject stands by the number behind them."""

AGREEMENTS = {
    "accord": "agreement", "agreement": "agreement", "contract": "contract", "deal": "agreement", "pact": "agreement",
    "settlement": "settlement", "treaty": "treaty",
}  # fmt: skip
"""What was agreed on to the name that its text goes by; "deal" and "pact" are words of headlines."""
