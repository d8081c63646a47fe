"""Every threshold with its unit, default and reason, one frozen dataclass for each stage."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from onrecord.model import Lane


@dataclass(frozen=True, slots=True)
class CaptureSettings:
    """What is taken as a page."""

    largest_bytes: int = 50_000_000
    """Bytes; a larger page is refused unread, whether it is a file or one row of it. The longest live blogs seen stay under 5 MB."""
    largest_growth: int = 200
    """Times its size to which a gzip archive may unpack once that is more than a page; prose grows 3 to 10 times, a bomb 1,000."""
    largest_control_share: float = 0.01
    """Share of control characters from which a file is not text; prose has none, a log with colours some."""
    largest_damage_share: float = 0.001
    """Share of bytes that may break UTF-8 in a file that is otherwise UTF-8: one bad byte is damage, not another encoding."""
    probed_bytes: int = 65_536
    """Bytes looked at to tell text from other things; enough for a header and some of what follows."""
    probed_lines: int = 20
    """Lines among which a row must stand for a file to hold rows: its first ones may be damaged."""
    lane: Lane = "precise"
    """How HTML is read: `precise` asks an extractor of texts which lines it would take, `bulk` does not, at a fraction of the cost."""
    keep_content: bool = False
    """Whether a capture carries its bytes: a record that is kept keeps them, one that is printed has no use for them."""
    piece_bytes: int = 262_144
    """Bytes read at a time, so that a file of rows may have any size."""
    largest_text: int = 600_000
    """Code points of a page's text that are kept; the longest pages of news, live blogs of a day, have 100,000, two thousand
    updates of three sentences five times that."""
    largest_markup: int = 1_000_000
    """Code points of markup from which scripts, styles and embedded pictures are cut out before it is parsed."""
    largest_source: int = 4_000_000
    """Code points looked at after that; a day's live blog has less than a tenth of it."""
    most_elements: int = 20_000
    """Elements of a page that are parsed; pages of news have 700, the fullest of 136 seen 1,600, two thousand updates ten times that."""
    most_careful: int = 6_000
    """Elements beyond which a page is read in bulk whatever the lane: care takes twice as long, and a live blog of a day has fewer."""
    most_tags: int = 250_000
    """Tags that are looked at, those that lie too deep among them."""
    deepest_markup: int = 200
    """Elements within each other that are parsed; pages have 15 to 40, and parsers drop all that follows from 256 on."""
    deepest_archive: int = 2
    """Archives within each other that are opened: one that holds the archives of each day."""
    most_members: int = 100_000
    """Members of an archive: its directory is read as a whole, a kilobyte each."""
    largest_feed: int = 3_000_000
    """Bytes of a feed that are read; full texts of a hundred pages take 1 MB, and a damaged feed takes long to mend."""
    most_items: int = 2_000
    """Pages of a feed that are read; feeds list 10 to 100."""
    largest_group: int = 300_000_000
    """Bytes, unpacked, of one column of a group of rows in a table: it is read as a whole."""
    most_seconds: float = 2.0
    """Seconds of computing on one page after which it is given up; pages within the bounds above take less than one."""
    largest_unguarded: int = 300_000
    """Code points of markup up to which a program that calls `onrecord.read` has it taken apart without a process of its own,
    which takes half a second to start: within the bounds above so much cannot take long."""
    most_memory: int = 400_000_000
    """Bytes that the parser of a page may take beyond those it starts with."""


@dataclass(frozen=True, slots=True)
class MetadataSettings:
    """How far the metadata of a page are read."""

    most_scripts: int = 2_000
    """Scripts of a page that are looked at; the fullest pages seen have 300."""
    most_objects: int = 2_000
    """Objects of linked data that are kept; an index page lists some hundred."""
    longest_script: int = 8_000_000
    """Code points of a script beyond which it is left; the linked data of a day's live blog take 2 million."""
    longest_damaged: int = 2_000_000
    """The same for a script that is no JSON: the lenient reader is slower."""
    deepest: int = 100
    """Brackets within brackets beyond which a script is no linked data; news pages nest 12."""
    most_tries: int = 100
    """Broken objects tried in such a script before the rest is left: each try may read the script to its end."""
    most_headlines: int = 8
    """First-order headings looked at for the headline; some sites mark every teaser as one."""
    headline_reach: int = 60
    """Elements after the headline among which a byline, a date or a time belongs to it."""
    cut_title: float = 0.7
    """Share of the headline's words below which the title given to those who share the page is a shortened one."""
    same_title: float = 0.6
    """Share of words two headlines share to be those of one page."""


@dataclass(frozen=True, slots=True)
class LiveSettings:
    """When a page is a live blog, and what its updates are."""

    most_updates: int = 3_000
    """Updates read of one page; the longest live blogs have some hundred, and so many take a second and a half."""
    fewest_loose: int = 3
    """Posts in linked data that break off from which they are taken for the updates of a live blog."""
    fewest_same_time: int = 3
    """Updates from which one time for all is nobody's: two may well be of one minute."""
    fewest_blocks: int = 2
    """Blocks alike, each with a time, that make a live blog where the page says that it is one."""
    fewest_silent: int = 4
    """The same where the page does not say so."""
    fewest_words: int = 12
    """Words outside links in the middle block of such a page: a list of headlines has none, a list of comments is known by its name."""
    least_share: float = 0.5
    """Share of the page's prose that must stand in the blocks of such a page."""
    most_linked: float = 0.6
    """Share of words in links from which blocks are a list of links: key events, other stories."""
    most_levels: int = 12
    """Elements around a time that are looked at for the block it belongs to."""
    most_marks: int = 20_000
    """Times of a page that are looked at."""
    shortest_script: int = 200
    """Code points of a script that can hold the posts of a live blog as data."""
    same_text: float = 0.9
    """Share of words from which two blocks are one update, pinned and again in its place."""


@dataclass(frozen=True, slots=True)
class ActorSettings:
    """When actors of two pages may be one though their names differ."""

    least_shared: int = 2
    """Actors whom two pages name alike for them to be about one matter: one name may be a coincidence, or everybody's."""
    few_pages: int = 12
    """Pages read together up to which they are taken for one matter: who gives so few wants them held against each other."""
    most_pages: int = 40
    """Pages that may name an actor before that tells nothing of their matter: presidents are on all pages."""


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """When two pages share words, and when two sentences tell the same news."""

    shingle_words: int = 4
    """Words hashed together: short enough to outlive an edit, long enough not to be an idiom."""
    window: int = 6
    """Runs among which one is kept: nine shared words in a row are then always noticed."""
    most_postings: int = 8
    """Places kept of one fingerprint, the first ones: cost and room must not grow with the archive, and a copy of a
    copy is found through the first."""
    least_run: int = 8
    """Words in a row from which a run is looked at: two reports of one event that quote the same people share shorter ones."""
    least_prints: float = 4.0
    """Fingerprints that two pages without such a run must share to be compared at all."""
    least_prints_share: float = 0.1
    """And the share of those that the smaller one of them has, as its length makes one expect."""
    least_words_share: float = 0.1
    """Share of a page's words in such runs from which another page is looked at though none of them says much by itself."""
    most_runs: int = 4_000
    """Runs shared by two pages that are looked at, the longest first; two live blogs share some hundred, a page made of copies more."""
    most_pages: int = 8
    """Pages compared sentence by sentence with each page, those that share most with it; further ones only for words none of these has."""
    least_share: float = 0.2
    """Share of the shorter one's long runs from which two pages are searched for sentences told in other words, too."""
    likeness_of_rare: float = 0.5
    """Share of the smaller one's news, without the words met everywhere, from which two sentences are compared."""
    most_places: int = 16
    """Sentences that a word may stand in to lead from one to another: beyond that it says nothing."""
    longest: int = 400
    """Words of a sentence beyond which it is no sentence, but a text that lost its marks: it is not compared word for word."""
    fewest_words: int = 5
    """News words that two sentences must share: "He did not say more" is said every day."""
    fewest_words_exact: int = 4
    """News words of a paragraph that is told again word for word; a shorter line may be a label."""
    likeness: float = 0.7
    """Share of the smaller one's news, rare words counting more, from which it is the same news; below it two
    statements on one matter begin to be taken for one."""
    likeness_nearby: float = 0.9
    """The same within two paragraphs of one entry, where a summary is followed by the words it sums up."""
    least_size_ratio: float = 0.4
    """News of the smaller over news of the larger: a short line all of whose words occur in a long one is no retelling."""
    aligned: float = 0.75
    """Share of such a short line's words that must stand in the long one in their order."""
    aligned_between_pages: float = 0.5
    """The same for any two sentences on two pages: what is shared there is a text, not only the news."""
    run_words: int = 9
    """Words in a row that are a repeat whatever stands around them: a quotation used again in a new sentence."""


@dataclass(frozen=True, slots=True)
class CopySettings:
    """When two pages tell the same text."""

    fewest_words: int = 24
    """News words below which a page is no text that can be copied."""
    share: float = 0.48
    """Share of the shorter page's runs of eight words that stand in the other one: about half of it is copied. On real
    reprints 0.45 takes two pages in a hundred for copies that are none, and 0.52 misses three copies in a hundred."""
    containment_same_title: float = 0.2
    """The same for pages of one outlet under one headline, which may have been rewritten almost whole."""
    fuller: float = 1.2
    """Times as many words from which one of two reprints is the fuller one, which comes first where nothing else tells."""
    fewest_entries: int = 3
    """Entries from which a page is taken for a live blog."""
    shared_passages: int = 3
    """Sentences that two live blogs of one outlet must share to be one: background paragraphs give one or two."""
    shared_at_top: int = 2
    """Of these, sentences that stand in the newest entry of both."""
    shared_entries: int = 3
    """Or entries, on both, that they stand in."""


@dataclass(frozen=True, slots=True)
class TurnWeights:
    """What each sign counts for (or against, below 0) a new matter in a live blog that has lost its marks.

    In the unit of a logistic regression over 180 pages put together from the openings of articles on one matter, then
    rounded; what such pages do not have (turning, breaks) is set by reading.
    """

    base: float = 1.9
    """What a paragraph without any sign has."""
    shared: float = -3.6
    """Times the share of its words, from 0 to 1, that the three paragraphs before have: a matter keeps its words."""
    rarest_shared: float = -2.4
    """Times the rareness, from 0 to about 1, of the rarest word shared with its entry."""
    ahead: float = 4.6
    """Times the share of the next paragraph's words in this one less that in those before: an opening is taken up, an ending is not."""
    ahead_two: float = 3.6
    """The same of the paragraph after the next."""
    one_paragraph: float = -3.0
    """After an entry of one paragraph, which are few."""
    two_paragraphs: float = -1.1
    """After an entry of two paragraphs."""
    says_little: float = -1.3
    """A paragraph with hardly a word of its own."""
    lately: float = 1.1
    """It names its day: openings do."""
    newly: float = 0.6
    """It tells in the perfect what someone has just done."""
    leaning: float = -0.5
    """It leans on words before: "the report"."""
    answering: float = -2.0
    """It answers what was told: "declined to comment"."""
    background: float = -1.3
    """It opens with what lies back or ahead: "Last year", "In 2018", "Next week"."""
    the: float = -0.8
    """It opens with "The"."""
    setting: float = -0.8
    """It opens with a place or time: "In Osk", "On Sunday"."""
    in_quotes: float = -1.4
    """Times the share of its characters, from 0 to 1, that stand in quotation marks."""
    naming: float = 1.4
    """Times up to 1.2 for names in full at its beginning."""
    short_name: float = -1.0
    """Times up to 1.5 for someone named in short, as known."""
    turning: float = 3.0
    """It says that it turns to something else."""
    meanwhile: float = -2.0
    """It opens with "Meanwhile" or its like."""
    after_break: float = 1.5
    """A teaser, a picture or a line of the page about itself stands before it."""


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How the lines of a page are told apart."""

    largest_news: int = 100_000
    """Code points of news of one page from which facts are taken, lines and numbers counting for more: that takes onrecord a second,
    and a person an hour and a half."""
    line_cost: int = 15
    """Code points for which each line counts besides its own: a page of many short lines takes longer than one of few long ones."""
    many_lines: int = 3_000
    """Lines of a page beyond which each line, read for facts or not, takes `line_cost` off `largest_news`, down to a tenth of it: to tell
    what each of ten thousand lines is takes as long as to read facts from what is left. The longest live blogs seen have so many lines."""
    number_cost: int = 30
    """Code points for which each number counts besides its own: a table of numbers costs as much as a text so much longer."""
    appeal_score: float = 4.0
    """Points from which a paragraph is a plea for money; news in the outlet's own voice has at most 2."""
    appeal_neighbour_score: float = 2.5
    """Points that are enough next to a sure plea; pleas come in runs."""
    fewest_foot_words: int = 13
    """Words of a sentence after which the foot of the page cannot have begun; a sentence of the foot is shorter or known by its words."""
    title_score: float = 2.0
    """Points from which a line is the page's title; a standfirst that stands alone has 2, and stands in for a headline lost in saving."""
    title_word_told: float = 0.5
    """Points for each telling word that a line which could be the title shares with the news below; links to other stories share none."""
    most_title_words_told: int = 4
    """Words that count so: a standfirst is longer than a headline, not better."""
    fewest_links: int = 5
    """Bare lines in a row that are links to other pages; four short headings or names do stand in a row in news."""
    fewest_links_below: int = 3
    """The same below the last paragraph, where a text has little to add."""
    fewest_links_wall: int = 10
    """Lines in a row, links and furniture, beyond which the text is seldom taken up again."""
    least_stretch_share: float = 0.3
    """Words of paragraphs beyond such a wall over those of the text, below which they are blurbs of other stories."""
    fewest_blurbs: int = 4
    """Paragraphs beyond such a wall, each under a headline of its own, from which all are blurbs of other stories."""
    fewest_comment_signs: int = 3
    """Lines such as "Ann Orr says:" or "Reply" from which the lines under "Comments" are a thread of readers."""
    first_comment_within: int = 6
    """Lines from the label of a thread within which the first of them stands."""
    least_news: float = -0.5
    """Log-odds of news below which the line model drops what no rule drops; below 0, for losing news is worse than keeping furniture."""
    least_standfirst: float = -1.0
    """The same for a standfirst that tells of the text, on a page saved whole: captions and links may stand in its place."""
    least_news_on_short: float = -3.0
    """The same on a short page: what its reader saved was mostly chosen already, and the rules find the rest."""
    least_dropped: float = 0.03
    """Share of lines that rules drop below which a page is a text that somebody chose already, as a short page is."""
    short_page: int = 50
    """Lines up to which a page is short; of 136 pages flattened whole 130 have more."""
    most_judged_lines: int = 20_000
    """Lines beyond which the line model is left out, so that a huge page costs no more than its rules; the longest seen have 3,000."""
    surely_news: float = 1.5
    """Log-odds from which a line that rules drop by its place alone is news after all."""
    fewest_marks: int = 3
    """Clock lines from which a page is a live blog with marks; an article has one or two."""
    fewest_live_paragraphs: int = 6
    """Paragraphs below which a page without marks is one entry: too few to tell a change of matter from its course."""
    live_signs: int = 2
    """Breaks between paragraphs, and people introduced anew, from which a page without marks is a live blog; of 136
    articles none introduces anyone anew."""
    turn_score: float = -0.4
    """Points from which a paragraph begins a new matter; below 0, for a boundary missed costs as much as one too many."""
    turn_weights: TurnWeights = TurnWeights()
    """What each sign of a new matter counts."""
    untaken_score: float = 2.0
    """Log-odds by which a line of a marked page is less likely news where the extractor of texts did not take it, beyond what the
    model makes of that: the model has seen few sites, and two that agree err less."""
    bulk_score: float = -1.0
    """Log-odds above which a line read in bulk is the page's text, cross-validated on the pages it was trained on."""
    alone_score: float = -0.25
    """The same where no extractor was asked, or it took nothing."""
    marked_stay: tuple[float, float] = (0.5, 0.5)
    """Log-odds that a line is news where the one before it is, and none where that is none; the model sees the lines around already."""
    update_score: float = 4.0
    """Log-odds by which a line of a marked page is likelier to be news within an update of a live blog: what is not, is marked so."""


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """Which lines of an outlet's pages are its own, and not a page's."""

    fewest_pages: int = 3
    """Different pages of one outlet on which a line must stand: two follow-ups of one story may share a heading by chance."""
    most_alike: float = 0.5
    """Share of the smaller page's lines that another has too, from which both are one page: a later capture, or a reprint."""


@dataclass(frozen=True, slots=True)
class StatementSettings:
    """Which of the attributions that a tagger marked are taken."""

    least_weight: float = 0.35
    """How sure a tagger must be of an attribution that the rules do not read."""
    least_weight_in_headings: float = 0.5
    """The same in titles and headings, which leave out the words that tell who says what: "What the company says"."""


@dataclass(frozen=True, slots=True)
class FindingSettings:
    """How findings are told."""

    same_matter: float = 0.6
    """Share of the fewer words that carry the news from which two denials of one speaker are of one matter."""
    longest_quote: int = 160
    """Characters of a page's words in one finding; it must stay one sentence, and the page is at hand for the rest."""


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
class FigureSettings:
    """How far from a number the words that belong to it are looked for."""

    reach_back: int = 3
    """Sentences back in which a number without a noun finds what it counts; farther back the matter has changed."""
    least_share: float = 0.5
    """Share of a total that parts told in the sentence after must make up; less is most likely another matter."""


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


@dataclass(frozen=True, slots=True)
class DatingSettings:
    """How the day of a page that does not state it is told from its words.

    How often a thing is so, measured on 600 dated articles and rounded; what live blogs do is set by reading a few.
    """

    weekday_behind: tuple[float, ...] = (0.34, 0.26, 0.16, 0.11, 0.07, 0.03, 0.03)
    """How often a weekday that a page names lies 0, 1, ... 6 days behind."""
    live_weekday_behind: tuple[float, ...] = (0.40, 0.30, 0.15, 0.08, 0.04, 0.02, 0.01)
    """The same for a live blog, which tells little of what was before."""
    day_behind: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({0: 0.12, 1: 0.08, 2: 0.03, 3: 0.02, 7: 0.012, 31: 0.01, 366: 0.0013})
    )
    """How often a day of a month that a page names without a year lies so many days behind, for each of so many days at most."""
    live_day_behind: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({0: 0.12, 1: 0.08, 2: 0.03, 3: 0.02, 7: 0.006, 31: 0.003, 366: 0.0004})
    )
    """The same for a live blog."""
    named_day_behind: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({0: 0.45, 1: 0.15, 2: 0.08, 3: 0.05, 7: 0.02, 31: 0.004, 366: 0.0003})
    )
    """The same for a day that is named with its weekday ("Sunday, 3 May"), which news hardly does of what is long past."""
    wrong_weekday: float = 0.02
    """How often a day is named with a weekday that it is not."""
    other_month: float = 0.15
    """How often "last month" is not the month whose day a page names, for each of the other months."""
    years_behind: tuple[float, ...] = (0.4, 0.25, 0.1, 0.05, 0.05, 0.03, 0.03)
    """How often the newest year that a page names, of what lies behind, is its own, the year before, ...; the last for all more."""
    from_anniversary: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({1: 0.05, 7: 0.015, 100: 0.002, 366: 0.0005, 99999: 0.00002})
    )
    """How often, for each of so many days at most, an anniversary that a page tells of is so far off."""
    other_year: float = 0.05
    """How often the year of the copyright line is not that of the page."""
    captures_apart: tuple[float, ...] = (0.5, 0.2, 0.04, 0.01)
    """How often two captures of one page were published 0, 1, ... days apart, either way."""
    sure: float = 0.8
    """Share of all weight that the days given must hold."""
    fewest_days: int = 2
    """Days given at least: words do not tell a single day for sure."""
    most_days: int = 7
    """Days given at most. Of 591 articles with a copyright year put below them 29 are dated within a week, 25 of those rightly;
    of those dated within a month a third are wrong."""
    most_years: int = 6
    """Years around those named in which a page can still have been published."""
    most_captures: int = 6
    """Other captures of a page that are asked for its day; more add nothing but time."""


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """When two entries tell of one matter.

    Numbers chosen on the development parts of three sets together (news sentences with look-alike events, rumours, an aggregator's
    headlines): any one of them alone would have it finer or coarser.
    """

    joined: float = 0.285
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
    settled: float = 0.65
    """Share of `joined` that is enough for a matter that is still small when all has come: it is left over more often than alone."""
    settled_entries: int = 3
    """Entries up to which a matter is small."""
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
    """Matters kept under one word, the latest told of: beyond that it says nothing, and cost must not grow with the archive."""
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

    matter_weight: float = 3.0
    """What a word for what happened counts beside a plain one: it tells matters apart, whichever words each page chose."""
    word_weight: float = 1.0
    """What any other word counts that is rare in news."""
    rare_word: float = 8.0
    """Logarithm of how rare a word must be in news to count that much; a commoner one counts less."""
    name_weight: float = 0.6
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
    other_noun: float = 0.2
    """Share of their likeness that is left to two groups whose figures count different things, or what else became of them."""
    far_apart: float = 12.0
    """Times the smaller count beyond which two groups count different things: nine dead of a raid, 9,000 of a war."""
    same_number: float = 0.4
    """Added to the likeness of two groups in all whose wordings one number stands; less where it stands in few of them."""
    size_cost: float = 0.03
    """Taken off the likeness for each e-fold of wordings in the smaller group: two large groups are hardly one claim still told apart."""
    least_likeness: float = 0.25
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
    """When figures are of one quantity, and when they cannot both hold."""

    about: float = 0.1
    """Share by which "about" may miss at most; it misses by no more than it is rounded to: about 2,300 is not 2,450."""
    farthest_apart: float = 5.0
    """Times the smaller figure from which two figures are of different things, whatever they count: 9,000 in a war, 6 in a raid."""
