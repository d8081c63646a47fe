"""Words by which English news tells of one and the same matter: each line is one thing that happens, in all its words."""

from types import MappingProxyType

_MATTERS = """
agreement: accord agreement deal pact settlement
aid: aid donation donate relief supplies
aircraft: aeroplane aircraft airliner airplane helicopter jet plane
alarm: alarm alert siren
arson: arson arsonist deliberate deliberately explosives ignite ignition lit purpose sabotage saboteur torch
attack: airstrike artillery attack bomb bombardment fired firing missile mortar raid rocket rounds shell shot strike-on struck
aboard: aboard on-board sailed
ban: ban banned forbid outlaw prohibit
bankrupt: administration bankrupt bankruptcy insolvency insolvent receivership
blackout: blackout electricity outage power-cut
blast: blast blew-up blow-up blown-up detonate explode explosion
breach: breach break-ceasefire break-truce breaking-ceasefire breaking-truce broke-ceasefire broke-truce broken-ceasefire broken-truce
    violate violation
charge: acquit acquitted charged convict conviction guilty indict indictment prosecute sentence trial verdict
close: close closure shut shutdown
collapse: burst caved collapse crumble fell-down gave-way give-way rupture
cost: cost insured valued worth
coup: coup junta mutiny putsch
crash: collide collision crash derail derailment
crush: crush stampede trample
damage: burned-down burned burnt charred damage demolish destroy destruction flatten gone gut gutted leveled levelled past-repair raze ruin
    uninhabitable unsafe wreck
death: body bodies dead death deaths die died dies drown dying fatal fatality grave kill lost-his-life lost-her-life lost-their-lives
    perish toll
detain: apprehend arrest being-held custody detain detention been-held held-for in-custody jail questioned questioning still-held
drone: drone uav
evacuate: airlift carried-from carried-off carried-to displace displacement evacuate evacuation evacuee fled flee flew-out flown-from
    flown-out flown-to forced-from from-homes leave-their lifted-off moved-from moved-out moved-to pulled-from pulled-off taken-by
    taken-off took-off uproot
exchange: exchange swap
fault: corrode corrosion crack defect defective fault faulty flaw malfunction rust worn
fire: blaze fire fires flames inferno wildfire
flood: flood floodwater inundate overflow submerge
fraud: embezzle embezzlement fraud fraudulent rig rigged rigging
free: free freed freedom hand-over handed-over let-go liberate release
hack: cyberattack hack hacker ransomware
hold: held-back hold-back holding-back keep-back kept-back
hostage: abduct abduction captive captivity hostage kidnap kidnapped kidnapping
house: apartment building dwelling home house property
hunger: famine hunger malnutrition starve starvation
illness: ill illness infect infection outbreak sick sicken
injury: burns casualty hurt injure injury smoke-inhalation treat wound
inquiry: inquest inquiry investigate investigation investigator probe
inspect: certified-safe inspect inspection maintenance maintain poorly-kept badly-kept serviced
intercept: downed intercept interception shot-down
jobs: job laid-off layoff redundancy redundant
late: belated delay hours-late late slow slowly too-late
leak: leak seep seepage spill spillage spilt
list: list names register
lose: defeat lose losing
missing: accounted hear-from heard-from locate looking-for missing searching-for turned-up unaccounted untraced whereabouts
money: bribe bribery kickback
neglect: ignore neglect negligence negligent unrepaired
offer: bid bidding offer takeover
overload: certified-for overcrowd overload too-many
paper: author faked forge forgery hoax leaflet memo memorandum pamphlet written wrote
pay: pay paycheck payrise raise salary wage
poison: arsenic contaminate contamination poison poisonous pollute pollution taint toxic
power: cable grid power-line
prisoner: detainee inmate prisoner
protest: demonstrate demonstration demonstrator marched marcher protest protester rally
quake: aftershock earthquake magnitude quake tremor
quit: dismissed oust quit resign resignation sack step-down stepped-down
recall: recall
rescue: rescue rescuer saved survivor
seats: ballot constituency election poll recount seat vote voter
seize: capture overrun seize seizure took-control
shooting: gunfire gunman gunmen gunshot opened-fire shooter shooting
sink: capsize sank sink sunk
soldier: conscript serviceman servicemen soldier troops
sorry: apologise apologize apology
speed: brake km/h kph mph overspeed speed
stoppage: industrial-action stop-work stopped-work stoppage stopping-work walked-out walkout
talks: negotiate negotiation negotiator talks
test: laboratory test sample
theft: haul loot made-off rob robbed robbery steal stole stolen theft thief thieves
transfer: deliver delivery sending sent-to shipment shipped transfer transferred
truce: armistice cease-fire ceasefire truce
warn: warn warning
weapon: ammunition munitions weapon weaponry
win: victory win winning won
"""
"""What happens in the news, and the words by which pages tell it, in all regular forms: "a-b" is two words in a row, without articles."""


def _read(table: str) -> dict[str, str]:
    """Turn the table round: word to matter; a form that is a word of another matter stays that."""
    found: dict[str, str] = {}
    matter = ""
    for part in table.split():
        if part.endswith(":"):
            matter = part[:-1]
        else:
            found[part] = matter
    forms = {form: matter for word, matter in found.items() for form in _forms(word)}
    return forms | found


def _forms(word: str) -> tuple[str, ...]:
    """Give the regular forms of a word; none of two words in a row, or of a form."""
    if "-" in word or word.endswith(("ed", "ing")):
        return ()
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith("e"):
        return word + "s", word + "d", word[:-1] + "ing"
    return word + ("es" if word.endswith(("ch", "s", "sh", "x")) else "s"), word + "ed", word + "ing"


MATTERS = MappingProxyType(_read(_MATTERS))
"""Word, or two words joined by a hyphen, to the matter that it tells of."""

COUNTABLE = frozenset("aircraft drone hostage house jobs prisoner seats soldier".split())
"""Matters that are people or things: what counts hostages does not count prisoners."""

NO_CONTRARY = COUNTABLE | frozenset("agreement close list missing power seats weapon".split())
"""Matters of which a negation is no denial: "they stand on no list", "they have not been heard from"."""

PER_DAY = frozenset("attack drone".split())
"""Matters that are counted anew each day: two nights' drones are two counts, and no one is wrong."""

DEEDS = frozenset("attack breach hack theft".split())
"""Matters that somebody does: the army's breaches of a truce are not the rebels'."""

OUTCOMES = frozenset("aboard damage death detain evacuate free injury missing rescue".split())
"""Matters that become of those who are counted: who counts the dead does not count the missing."""

HOLDING = frozenset("held hold holding holds".split())
"""Words that tell of captives when people are counted; elsewhere of meetings, lines and opinions."""

DOCUMENT = "#paper"
"""The matter of a document and of who wrote it, as a term."""

PLANNING = ("(?:are|is|was|were) to", "to be", "will", "would", "due", "plans?", "planned", "promised", "agreed", "shall")
"""Words that tell of what is still to come."""

EMPTY = frozenset(
    """
    according account added afternoon again ago ahead also anyone anything april area around asked august back become before began begin
    being case come comes coming day days december do does doing done early earlier else even evening ever every far february first
    five four friday get gets getting give given go goes going got half hour hours january july june just kind know known last later least
    less like little long made make makes making man many march matter may men minute minutes monday month months more morning most much
    need new next night nine nobody none nothing november now number numbers october of off often old one only other others part people
    person place put rather really said same saturday say saying says second see seen september set seven several show shown side since six
    so some someone something soon statement still such sunday take taken takes taking tell ten thing things think third three thursday
    time times today together told tomorrow tonight too took total tuesday two until very want wanted way wednesday week weeks well went
    what when where which while who whole whose why woman women word words work year years yesterday yet
    """.split()
)
"""Words too common in news to tell one matter from another."""
