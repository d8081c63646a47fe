"""Which lines are news, and where entries begin."""

from dataclasses import dataclass


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

    largest_news: int = 80_000
    """Code points of news of one page from which facts are taken, lines and numbers counting for more: to take, join and print
    them takes onrecord a second, and a person more than an hour to read."""
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
    most_judged_lines: int = 3_000
    """Lines beyond which the line model is left out, so that a huge page costs no more than its rules; the longest seen have 3,000."""
    longest_judged: int = 200_000
    """Code points of text beyond which it is left out likewise; the longest live blogs of a day have half of it."""
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
