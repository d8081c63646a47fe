"""What is taken as a page, how far its metadata are read, and when it is a live blog."""

from dataclasses import dataclass

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
    most_lines: int = 9_000
    """Lines of that text, empty ones not counted: two thousand updates of a time, a heading and two paragraphs have fewer."""
    largest_markup: int = 1_000_000
    """Code points of markup from which scripts, styles and embedded pictures are cut out before it is parsed."""
    largest_source: int = 4_000_000
    """Code points looked at after that; a day's live blog has less than a tenth of it."""
    most_elements: int = 14_000
    """Elements of a page that are parsed; pages of news have 700, the fullest of 136 seen 1,600, two thousand updates of a time, a
    heading and two paragraphs 10,000."""
    most_careful: int = 6_000
    """Elements beyond which a page is read in bulk whatever the lane: care takes twice as long, and a live blog of a day has fewer."""
    longest_careful: int = 200_000
    """Code points of text beyond which a page is read in bulk likewise; the longest live blogs of a day have half of it."""
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
    """Seconds of computing on one page, until it is printed; one that takes more to read is given up. Pages within the bounds above take
    a second and a half at most, live blogs of a day a third of that."""
    joining_seconds: float = 0.5
    """Seconds of these that are kept for joining a page to others and printing it: no facts are taken once the rest is over."""
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

    most_updates: int = 2_400
    """Updates read of one page; the longest live blogs have some hundred, and so many take a second."""
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
