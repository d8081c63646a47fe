"""The tables of what lies between the pages of a kept record: what is known of each beside all others, and what parts of them tell.

All pages are laid beside each other; a part is those about one matter, known by the `digest` of all that what it tells rests on, so that
nothing is found twice. `nth` is the place of a row among those of its part, or of what it belongs to, from 0; places are `[start, end)`
in the text of a capture.
"""

LAID = """
CREATE TABLE laying (                  -- one row while all that is kept has been laid beside each other
    digest TEXT NOT NULL               -- of the pages, and of what people have put right on them
);
CREATE TABLE laid_page (
    capture INTEGER PRIMARY KEY REFERENCES capture (number) ON DELETE CASCADE,
    rank INTEGER NOT NULL,             -- its place in the order of the times that pages tell, from 0
    dropped TEXT NOT NULL,             -- JSON: why blocks are furniture beside other pages, by their numbers
    published TEXT,                    -- the day that other pages tell of it, where it does not say that itself
    earliest TEXT,
    latest TEXT,
    evidence TEXT                      -- places
);
CREATE TABLE voice (                   -- actors, as all pages name them together
    nth INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    also TEXT NOT NULL                 -- JSON: other words for them
);
CREATE TABLE voice_on_page (           -- which of them the actor of a page is
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    actor TEXT NOT NULL,
    voice INTEGER NOT NULL REFERENCES voice (nth) ON DELETE CASCADE,
    PRIMARY KEY (capture, actor)
) WITHOUT ROWID;
CREATE TABLE repeat (
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "of" INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    of_start INTEGER NOT NULL,
    of_end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (capture, nth)
) WITHOUT ROWID;
CREATE TABLE copy (
    nth INTEGER PRIMARY KEY,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    "of" INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    containment REAL NOT NULL,
    origin TEXT
);
CREATE TABLE story (
    nth INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    first TEXT,
    last TEXT
);
CREATE TABLE story_entry (
    story INTEGER NOT NULL REFERENCES story (nth) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    entry INTEGER NOT NULL,
    PRIMARY KEY (story, nth)
) WITHOUT ROWID;
"""

_OF = "part INTEGER NOT NULL REFERENCES part (number) ON DELETE CASCADE,"
PARTS = f"""
CREATE TABLE part (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE
);
CREATE TABLE part_page (
    {_OF}
    nth INTEGER NOT NULL,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    PRIMARY KEY (part, nth)
) WITHOUT ROWID;
CREATE INDEX part_page_capture ON part_page (capture);
CREATE TRIGGER between_forget BEFORE DELETE ON capture BEGIN -- what rested on a page goes with it
    DELETE FROM part WHERE number IN (SELECT part FROM part_page WHERE capture = old.number);
    DELETE FROM laying;
END;
CREATE TABLE claim (
    {_OF}
    nth INTEGER NOT NULL,
    text TEXT NOT NULL,
    story INTEGER,                     -- place of its story among those of the pages of the part
    origins INTEGER NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (part, nth)
) WITHOUT ROWID;
CREATE TABLE claim_member (            -- a statement, a figure or a place
    {_OF}
    claim INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    statement TEXT,
    figure TEXT,
    start INTEGER,
    "end" INTEGER,
    PRIMARY KEY (part, claim, nth)
) WITHOUT ROWID;
CREATE TABLE claim_step (              -- how its standing came about
    {_OF}
    claim INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    "when" TEXT,
    standing TEXT NOT NULL,
    "by" TEXT,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (part, claim, nth)
) WITHOUT ROWID;
CREATE TABLE claim_origin (
    {_OF}
    claim INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    who TEXT,
    members TEXT NOT NULL,             -- JSON: places of its members among those of the claim
    why TEXT NOT NULL,
    PRIMARY KEY (part, claim, nth)
) WITHOUT ROWID;
CREATE TABLE series (
    {_OF}
    nth INTEGER NOT NULL,
    quantity TEXT NOT NULL,
    PRIMARY KEY (part, nth)
) WITHOUT ROWID;
CREATE TABLE point (
    {_OF}
    series INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    figure TEXT NOT NULL,
    value NOT NULL,                    -- a number; one that 64 bits cannot hold is written out
    bound TEXT NOT NULL,
    as_of TEXT,
    holder TEXT,
    revises INTEGER,
    PRIMARY KEY (part, series, nth)
) WITHOUT ROWID;
CREATE TABLE change (
    {_OF}
    nth INTEGER NOT NULL,
    earlier INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    later INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    before_start INTEGER,
    before_end INTEGER,
    after_start INTEGER,
    after_end INTEGER,
    PRIMARY KEY (part, nth)
) WITHOUT ROWID;
CREATE TABLE finding (
    {_OF}
    nth INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (part, nth)
) WITHOUT ROWID;
CREATE TABLE finding_evidence (
    {_OF}
    finding INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (part, finding, nth)
) WITHOUT ROWID;
CREATE TABLE day (                     -- days of the timeline
    {_OF}
    nth INTEGER NOT NULL,
    "when" TEXT NOT NULL,
    weight REAL NOT NULL,              -- to be added to what other parts make of the day
    PRIMARY KEY (part, nth)
) WITHOUT ROWID;
CREATE TABLE day_evidence (
    {_OF}
    day INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (part, day, nth)
) WITHOUT ROWID;
"""

TRACES = """
CREATE TABLE trace (                   -- what was found of pages, to be found no second time
    digest TEXT PRIMARY KEY,           -- of all that it rests on
    way INTEGER NOT NULL,              -- number of the way in which it was found
    found TEXT NOT NULL                -- JSON
) WITHOUT ROWID;
"""

SIGHTS = """
CREATE TABLE sight (                   -- what is known of a page when it is laid beside others
    capture INTEGER PRIMARY KEY REFERENCES capture (number) ON DELETE CASCADE,
    mark TEXT NOT NULL,                -- a digest of the page as it was read
    speakers TEXT NOT NULL             -- JSON: ids of the actors that speak on it
);
"""

BETWEEN_VIEWS = """
CREATE VIEW claims AS
SELECT claim.part, claim.nth, text, standing, origins,
    (SELECT count(*) FROM claim_member WHERE claim_member.part = claim.part AND claim_member.claim = claim.nth) AS members,
    (SELECT min("when") FROM claim_step WHERE claim_step.part = claim.part AND claim_step.claim = claim.nth) AS since,
    (SELECT json_group_array(json_object('when', "when", 'standing', step.standing, 'by', "by", 'page', capture.name,
        'words', substr(capture.text, start + 1, "end" - start)))
        FROM claim_step AS step JOIN capture ON capture.number = step.capture
        WHERE step.part = claim.part AND step.claim = claim.nth) AS history
FROM claim;
CREATE VIEW stories AS
SELECT story.nth, title, first, last, (SELECT count(*) FROM story_entry WHERE story_entry.story = story.nth) AS entries
FROM story;
CREATE VIEW changes AS
SELECT change.part, change.nth, before.name AS earlier, after.name AS later, kind, what,
    substr(before.text, before_start + 1, before_end - before_start) AS before,
    substr(after.text, after_start + 1, after_end - after_start) AS after
FROM change
JOIN capture AS before ON before.number = change.earlier
JOIN capture AS after ON after.number = change.later;
CREATE VIEW findings AS
SELECT finding.part, finding.nth, kind, finding.text, capture.name AS page,
    substr(capture.text, start + 1, "end" - start) AS words
FROM finding
JOIN finding_evidence ON finding_evidence.part = finding.part AND finding_evidence.finding = finding.nth
JOIN capture ON capture.number = finding_evidence.capture;
"""
