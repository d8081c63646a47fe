"""Words by which English news tells of one and the same matter: each line is one thing that happens, in all its words."""

from types import MappingProxyType

_MATTERS = """
agree: agree agreed agreement accord deal pact settlement
aid: aid relief supplies donation donated
aircraft: aircraft aeroplane airliner airplane helicopter helicopters jet plane planes
arson: arson arsonist deliberate deliberately ignite ignited ignition lit purpose torched
attack: airstrike artillery attack attacked bomb bombed bombing bombardment fired firing missile mortar raid rocket rounds shell shelled
    shelling shells shot strike-on struck
bankrupt: administration bankrupt bankruptcy insolvency insolvent receivership
blackout: blackout electricity outage power-cut
breach: breach breached breaches breaching
    violate violated violating violation violations
close: closed closing closure reopen reopened shut shutdown
collapse: burst caved collapse collapsed crumbled fell-down gave-way rupture ruptured
crash: collide collided collision crash crashed derail derailed derailment
damage: burned-down burned burnt charred damage damaged demolished destroyed destruction flattened gone gutted levelled
    past-repair razed ruined uninhabitable unsafe wrecked
death: body bodies dead death deaths die died dies drowned dying fatal fatality fatalities grave graves kill killed killing lost-his-life
    lost-her-life lost-their-lives perished toll
detain: apprehended arrest arrested being-held custody detain detained detention been-held held-for in-custody jailed questioned questioning
    still-held suspect
drone: drone drones uav
evacuate: displaced displacement evacuate evacuated evacuating evacuation evacuees fled moved-from moved-out
    moved-to pulled-off pulled-from taken-by taken-off took-off uprooted
fake: author authored fabricated faked forged forgery hoax wrote
fire: blaze fire fires flames inferno wildfire wildfires
flood: flood flooded flooding floods floodwater inundated overflow submerged
fraud: embezzle embezzled embezzlement fraud fraudulent rigged rigging
exchange: exchange exchanged exchanges swap swapped swaps
free: free freed freeing freedom handed-over let-go liberate liberated release released releasing
hack: cyberattack hack hacked hacker hackers hacking ransomware
hold: held-back hold-back holding-back keep-back kept-back
hostage: abducted abduction captive captives captivity hostage hostages kidnapped kidnapping
house: apartment apartments building buildings dwelling dwellings home homes house houses properties property
hunger: famine hunger malnutrition starvation starving
illness: ill illness infected infection infections outbreak sick sickened
injury: burns casualties hurt injured injuries injury smoke-inhalation treated wounded wounds
inquiry: inquest inquiry investigate investigated investigation investigator investigators probe
inspect: certified-safe inspect inspected inspection inspections maintenance maintained poorly-kept badly-kept serviced
intercept: downed intercepted interception shot-down
jobs: job jobs laid-off layoff layoffs redundancies redundancy redundant
late: belated delay delayed hours-late late slow slowly too-late
leak: contaminated contamination leak leaked leaking pollute polluted pollution spill spillage spilled spilt
list: list lists names register
lose: defeat defeated lose losing
missing: accounted hear-from heard-from located looking-for missing searching-for turned-up unaccounted untraced whereabouts
money: bribe bribed bribery bribes kickback kickbacks
offer: bid bidding offer offered takeover
pay: pay paycheck payrise raise salaries salary wage wages
power: cable cables grid power-line power-lines wire
prisoner: detainee detainees inmate inmates prisoner prisoners
protest: demonstrate demonstration demonstrations demonstrators marched marchers protest protested protesters rally
quake: aftershock earthquake magnitude quake tremor
quit: dismissed ousted quit quits resign resignation resigned sack sacked step-down stepped-down
rescue: rescue rescued rescuers rescuing saved survivor survivors
seats: ballot ballots constituencies election poll polls polling recount seat seats vote voted voters votes
seize: captured capture overrun seize seized seizure took-control
sink: capsize capsized sank sink sinking sunk
soldier: conscripts servicemen soldier soldiers troops
sorry: apologise apologised apologize apologized apology
speed: brake brakes braking km/h kph mph overspeed speed speeding
stoppage: industrial-action picket pickets stoppage walked-out walkout
talks: negotiate negotiated negotiating negotiation negotiations negotiators talks
test: tested tests testing sample samples
theft: robbed robbery steal stealing stole stolen theft thieves
transfer: deliver delivered deliveries delivery sending sent-to shipment shipments shipped transfer transferred transfers
truce: armistice cease-fire ceasefire truce
warn: alarm alert siren sirens warning warnings
weapon: ammunition munitions weapon weapons weaponry
win: victory win winning wins won
"""
"""What happens in the news, and the words by which pages tell it: "a-b" is two words in a row."""


def _read(table: str) -> dict[str, str]:
    """Turn the table round: word to matter."""
    found: dict[str, str] = {}
    matter = ""
    for part in table.split():
        if part.endswith(":"):
            matter = part[:-1]
        else:
            found[part] = matter
    return found


MATTERS = MappingProxyType(_read(_MATTERS))
"""Word, or two words joined by a hyphen, to the matter that it tells of."""

COUNTABLE = frozenset("aircraft drone hostage house jobs prisoner seats soldier".split())
"""Matters that are people or things: what counts hostages does not count prisoners."""

PER_DAY = frozenset("attack drone".split())
"""Matters that are counted anew each day: two nights' drones are two counts, and no one is wrong."""

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
