"""What lies between pages: stories, claims and how they stand, changes, findings, the timeline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """When two entries tell of one matter.

    Numbers chosen on the development parts of three sets together (news sentences with look-alike events, rumours, an aggregator's
    headlines): any one of them alone would have it finer or coarser.
    """

    joined: float = 0.3
    """Share of an entry's telling words that a matter must have, from 0 to 1, for the entry to join it."""
    merged: float = 0.257
    """The same, on average over the entries of a smaller matter, for the matter to be taken into a larger one."""
    long_from: int = 40
    """Telling words from which an entry counts as long: an article's opening has more than this, a headline a dozen at most."""
    joined_long: float = 0.25
    """`joined` for a long entry, which tells besides of much that others leave out; on 242 whole articles about 46 events, each with
    its look-alike, nothing that differs is joined down to this."""
    merged_long: float = 0.23
    """`merged` for long entries."""
    settled: float = 0.55
    """Share of `joined` that is enough for a matter that is still small when more has come: it is left over more often than alone."""
    settled_entries: int = 4
    """Entries up to which a matter is small."""
    settled_after: int = 500
    """Entries that come until small matters are joined so, which is done again at the end for those since: as good as once for all, but
    what is decided no later page alters. Below 250, sets of so few are cut in two."""
    untold: float = 12.0
    """Weight, of a word met nowhere about 20, that an entry is taken to have besides: of four words two say less than of twenty ten."""
    pair_share: float = 0.5
    """Share, from 0 to 1, of what a word's neighbour tells already that the word tells no more: both parts of a name are one fact."""
    pair_words: int = 16
    """Telling words from the beginning of an entry of which neighbours are counted."""
    back_share: float = 0.4
    """Share that the likeness of the larger matter's entries to the smaller one has in this."""
    number_share: float = 0.5
    """Weight of a number by that of a word as rare: tolls change as a story goes on, and one number stands in many stories."""
    looked_up: int = 12
    """Words of an entry, the most telling ones, under which matters are looked up: a headline has no more."""
    looked_up_share: float = 0.1
    """Share of the weight of these words that a matter must have to be compared: most share one word, and none such is ever joined."""
    looked_up_share_long: float = 0.2
    """The same for a long entry, which shares a word or two with most matters."""
    most_matters: int = 8
    """Matters, those that share most of these words, with which an entry is compared."""
    rivals: int = 4
    """Matters, next to the one that an entry joined, that may be one with it: two that an entry bridges are looked at, no others."""
    rival_share: float = 0.7
    """Share of `joined` that an entry must have in common with such a matter."""
    most_compared: int = 10
    """Entries of the smaller matter that are compared with the larger: half the first, half the latest."""
    presence_power: float = 0.33
    """Power of the share of a matter's entries that have a word: at 0 a word of one entry counts like one of all, at 1 a matter
    of many sides is like nothing."""
    by_matters: float = 0.8
    """How far the rarity of a word goes by the matters it is told of in, and not by the entries: between 0 and 1. A name in a
    hundred entries of one matter tells much, the same name in fifty matters little."""
    background: float = 200.0
    """Matters of the news at large to which those read are added, so that the first entries have a measure of what is rare."""
    most_terms: int = 40
    """Words of an entry that are kept, the most telling ones: more only repeat what it is about."""
    most_postings: int = 24
    """Entries kept under one word, the latest: beyond that it says nothing, and cost must not grow with the archive."""
    lead_words: int = 48
    """Telling words from the beginning of an entry that are looked up: news puts first what it is about."""
    most_words: int = 120
    """Telling words from its beginning under which it can be found; with 200, of those 242 articles look-alikes are joined."""
    most_on_page: int = 60
    """Entries of a live blog, from the top, of which each is compared with each; those below go by what these tell."""
    apart_on_page: float = 0.05
    """Mean likeness, from 0 to 1, of two groups of a live blog's entries below which they are two matters: entries of one matter
    lean on what the reader knows and share little, but hardly ever less."""
    apart_share: float = 0.25
    """The same as a share of the mean likeness within the looser of the two groups: two quakes on one page share the words of quakes.
    On five live blogs of one matter it is .4 or more."""
    held_on_page: float = 0.15
    """Mean likeness within such a group from which it is a matter of its own."""
    fewest_apart: int = 2
    """Entries that make a matter of their own on a live blog: a single one that is like no other is of the page's matter."""


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """When two statements or figures say the same thing.

    Measured on two stories of six pages each, one held against the other; the weights are flat near these values.
    """

    matter_weight: float = 2.0
    """What a word for what happened counts beside a plain one: it tells matters apart, whichever words each page chose."""
    word_weight: float = 1.0
    """What any other word counts that is rare in news."""
    rare_word: float = 8.0
    """Logarithm of how rare a word must be in news to count that much; a commoner one counts less."""
    name_weight: float = 0.3
    """What a name counts: within one story the same names stand in every matter."""
    number_weight: float = 0.4
    """What a number counts: a figure that has been revised must not keep two tellings apart."""
    small_number: int = 12
    """Numbers up to this say little about what is counted."""
    small_number_weight: float = 0.2
    """What such a number counts."""
    around_weight: float = 0.2
    """Share at which the words of the sentence and of the heading around count."""
    most_together: int = 250
    """New groups from which groups are merged: a story is taken whole, a long one piece by piece, at the same cost a page."""
    far_apart: float = 12.0
    """Times the smaller count beyond which two groups count different things: nine dead of a raid, 9,000 of a war."""
    same_number: float = 0.4
    """Added to the likeness of two groups in all whose wordings one number stands; less where it stands in few of them."""
    told_beside: float = 0.2
    """Added for a telling right behind what someone else said, if it has no matter or count of its own: in one paragraph of an article,
    in one entry of a live blog, two thirds of those answer it."""
    size_cost: float = 0.03
    """Taken off the likeness for each e-fold of wordings in the smaller group: two large groups are hardly one claim still told apart."""
    least_likeness: float = 0.19
    """Cosine of two groups' words from which they are one claim."""
    rare_terms: int = 8
    """Words, the rarest first, under which a claim is looked up."""
    most_postings: int = 60
    """Claims, the latest first, that are looked at under one word: cost must not grow with the story."""
    most_candidates: int = 12
    """Claims that each new statement is compared with."""
    most_terms: int = 48
    """Words kept of a claim, the heaviest first."""
    same_wording: int = 3
    """Telling words from which the same wording makes one claim, whatever its numbers."""
    reach_back: int = 3
    """Statements back in which an answer finds what it answers."""


@dataclass(frozen=True, slots=True)
class StandingSettings:
    """When two say the same of a claim, when their figures are of one quantity, and when these cannot both hold."""

    fewest_same: float = 3.0
    """Terms that two tellings share at least to say the same, names counting half: two words may be what a page is about."""
    fewest_alike: float = 2.0
    """The same where both count something, and for what answers another: one word is shared by half a story."""
    share_same: float = 0.5
    """The same as a share of the terms of the shorter one. On 36 news pages nothing wholly unlike is taken for the same; at .3 some is."""
    answering: float = 3.0
    """Terms from which a telling says by itself what it tells of; "the claim" and "it was more than 1,000" lean on what was told before."""

    about: float = 0.1
    """Share by which "about" may miss at most; it misses by no more than it is rounded to: about 2,300 is not 2,450."""
    farthest_apart: float = 5.0
    """Times the smaller figure from which two figures are of different things, whatever they count: 9,000 in a war, 6 in a raid."""


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """When two lines of two captures are one line at two times."""

    likeness: float = 0.55
    """Share of their words, function words counting a third, from which two sentences of one entry or article are one that was reworded."""
    in_place: float = 0.15
    """What is added for two sentences that stand between the same two others."""
    likeness_moved: float = 0.75
    """The same for sentences that stand in different parts of the page."""
    likeness_entry: float = 0.6
    """Share of the telling words of the smaller of two entries that the other has, from which they are one under a new heading and hour."""
    likeness_same_hour: float = 0.3
    """The same for entries posted in the same minute."""
    most_candidates: int = 8
    """Lines compared with each line that has changed."""
    most_postings: int = 40
    """Lines of a capture that may share a word before it says nothing; keeps the cost of a long live blog flat."""
    least_kept: float = 0.5
    """Share of the words of two lines that must be alike for facts to be told apart; below it the sentence was written anew."""
    fewest_words: int = 3
    """Words of a line below which it is not told that it was added or taken out."""
    fewest_cut: int = 3
    """Entries older than all that two captures share from which they were cut off by the page's length, and not taken out."""
    longest_context: int = 40
    """Words of a sentence that is given whole around what was altered in it; of a longer one the clause is given."""
    fewest_in_headline: int = 4
    """Telling words of a headline that is held against its text; a shorter one may mean anything."""
    told_in_headline: float = 0.75
    """Share of these that a sentence must have to tell the same."""
    longest_told: int = 120
    """Characters of each of the two wordings in one finding, which must stay one sentence."""


@dataclass(frozen=True, slots=True)
class FindingSettings:
    """How findings are told."""

    same_matter: float = 0.6
    """Share of the fewer words that carry the news from which two denials of one speaker are of one matter."""
    longest_quote: int = 160
    """Characters of a page's words in one finding; it must stay one sentence, and the page is at hand for the rest."""


@dataclass(frozen=True, slots=True)
class TimelineSettings:
    """What a page's telling of a day counts, by how far back the day lies.

    Who comes back to a day long after says that it mattered. Measured on the gold timelines of five long stories.
    """

    ahead: float = 0.3
    """A page that tells of a day to come: plans are many, and few are kept."""
    same_day: float = 0.5
    """A page of the same day that names the day."""
    soon: int = 7
    """Days after which a page comes back to a day, and does not go on with the news of it."""
    soon_after: float = 1.0
    """A page of the days after, and one that is not dated."""
    long_after: float = 2.0
    """A later page."""
    news_of_the_day: float = 0.5
    """A page of the same day, whether it names the day or not."""
    speakers_worth: float = 0.7
    """Share of its worth that a sentence keeps which a speaker tells: a day is told best in the outlet's own voice."""
    most_evidence: int = 12
    """Places given for one day; on a long story hundreds of pages tell of the first."""
