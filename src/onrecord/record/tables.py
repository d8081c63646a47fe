"""The tables of a kept record: what each column holds, and the views in which its words can be read.

Words stand once, in `capture.text`; every other table keeps places in it, `[start, end)` in code points, and the views cut the
words out. So no row can say other words than the page does. Columns that hold several places keep them as JSON: `[[start, end], ...]`.
`nth` is the place of a row among those of its capture, from 0, in the page's order. Numbers of entries, statements and figures rise
with time, so that a search goes through the newest first and need not sort.
"""

CAPTURES = """
CREATE TABLE capture (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,                  -- sha256: and the digest of the captured bytes
    name TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    outlet TEXT,
    origin TEXT,
    url TEXT,
    language TEXT,
    title TEXT,                        -- the headline; its place is null where it does not stand in the text
    title_start INTEGER,
    title_end INTEGER,
    published TEXT,                    -- ISO date, or date-time with offset
    published_basis TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    published_evidence TEXT,           -- places
    given TEXT NOT NULL,               -- JSON: what the caller said of it
    notes TEXT NOT NULL,               -- JSON: sentences
    added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    text_hash TEXT NOT NULL,           -- sha256: and the digest of the text in UTF-8
    text TEXT NOT NULL
);
CREATE INDEX capture_id ON capture (id);
CREATE TABLE content (                 -- the captured bytes, compressed by zlib
    capture INTEGER PRIMARY KEY REFERENCES capture (number) ON DELETE CASCADE,
    size INTEGER NOT NULL,             -- bytes before compression
    bytes BLOB NOT NULL
);
CREATE TABLE block (
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    role TEXT NOT NULL,
    entry INTEGER,
    reason TEXT,                       -- why it was dropped; null for what is kept
    PRIMARY KEY (capture, nth)
) WITHOUT ROWID;
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,        -- rises with the time it was posted
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER,
    posted TEXT,
    edited TEXT,
    pinned INTEGER NOT NULL,
    UNIQUE (capture, id)
);
"""

FACTS = """
CREATE TABLE actor (                   -- as one page names them
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    also TEXT NOT NULL,                -- JSON: other words for them
    PRIMARY KEY (capture, nth)
) WITHOUT ROWID;
CREATE TABLE statement (
    number INTEGER PRIMARY KEY,      
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL,
    entry INTEGER NOT NULL,
    act TEXT NOT NULL,
    quoted TEXT NOT NULL,
    content TEXT NOT NULL,             -- places
    cue TEXT,                          -- places
    speaker TEXT,                      -- the words of the mention
    speaker_start INTEGER,
    speaker_end INTEGER,
    speaker_actor TEXT,
    speaker_name TEXT,
    speaker_how TEXT,
    via TEXT,                          -- JSON: text, place and actor of each who passed the words on; null for nobody
    audience_start INTEGER,
    audience_end INTEGER,
    "when" TEXT,                       -- id of a time
    confidence REAL NOT NULL,
    UNIQUE (capture, nth)
);
CREATE TABLE figure (
    number INTEGER PRIMARY KEY,      
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL,
    entry INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    value,                             -- a number; one that 64 bits cannot hold is written out
    high,
    bound TEXT NOT NULL,
    counted TEXT,
    event TEXT,
    actor TEXT,
    place TEXT,
    as_of TEXT,
    holder TEXT,
    holder_actor TEXT,
    UNIQUE (capture, nth)
);
CREATE TABLE sum (
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    total NOT NULL,
    parts TEXT NOT NULL,               -- JSON: numbers
    remainder,
    verdict TEXT NOT NULL,
    spans TEXT NOT NULL,               -- places
    PRIMARY KEY (capture, nth)
) WITHOUT ROWID;
CREATE TABLE time (
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    first TEXT,                        -- what the record calls start
    last TEXT,                         -- what the record calls end
    anchor TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (capture, nth)
) WITHOUT ROWID;
CREATE TABLE happening (
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    id TEXT NOT NULL,
    entry INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "when" TEXT,
    place_start INTEGER,
    place_end INTEGER,
    actors TEXT NOT NULL,              -- JSON: ids
    PRIMARY KEY (capture, nth)
) WITHOUT ROWID;
CREATE TABLE name (
    capture INTEGER NOT NULL REFERENCES capture (number) ON DELETE CASCADE,
    nth INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT NOT NULL,
    actor TEXT,
    PRIMARY KEY (capture, nth)
) WITHOUT ROWID;
"""

VIEWS = """
CREATE VIEW statements AS
SELECT statement.number, statement.capture, statement.id, coalesce(speaker_name, speaker) AS speaker, act, quoted,
    (SELECT group_concat(substr(text, json_extract(value, '$[0]') + 1, json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' ')
        FROM json_each(content)) AS words,
    via, confidence, coalesce(posted, published) AS said, outlet, capture.name AS page, url,
    1 + length(substr(text, 1, json_extract(content, '$[0][0]')))
        - length(replace(substr(text, 1, json_extract(content, '$[0][0]')), char(10), '')) AS line
FROM statement
JOIN capture ON capture.number = statement.capture
LEFT JOIN entry ON entry.capture = statement.capture AND entry.id = statement.entry;
CREATE VIEW entries AS
SELECT entry.number, entry.capture, entry.id,
    coalesce(substr(text, heading_start + 1, heading_end - heading_start), title) AS heading,
    substr(text, entry.start + 1, entry."end" - entry.start) AS words,
    coalesce(posted, published) AS said, outlet, capture.name AS page, url,
    1 + length(substr(text, 1, entry.start)) - length(replace(substr(text, 1, entry.start), char(10), '')) AS line
FROM entry
JOIN capture ON capture.number = entry.capture;
CREATE VIEW figures AS
SELECT figure.number, figure.capture, figure.id, holder, value, high, bound, counted, event, place, as_of,
    substr(text, figure.start + 1, figure."end" - figure.start) || coalesce(' ' || counted, '') || coalesce(' ' || event, '')
        || ' – ' || substr(text, block.start + 1, block."end" - block.start) AS words,
    coalesce(posted, published) AS said, outlet, capture.name AS page, url,
    1 + length(substr(text, 1, figure.start)) - length(replace(substr(text, 1, figure.start), char(10), '')) AS line
FROM figure
JOIN capture ON capture.number = figure.capture
LEFT JOIN entry ON entry.capture = figure.capture AND entry.id = figure.entry
LEFT JOIN block ON block.capture = figure.capture AND block.start <= figure.start AND block."end" > figure.start;
"""

WORDS = """
CREATE VIRTUAL TABLE statement_words USING fts5 (
    speaker, words, content='statements', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE entry_words USING fts5 (
    heading, words, content='entries', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE figure_words USING fts5 (
    holder, counted, event, place, content='figures', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
"""

CORRECTIONS = """
CREATE TABLE correction (              -- what a person has put right; none is ever taken out or altered, save for when it was undone
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                -- speaker, date, standing, same or apart
    value TEXT,                        -- a name, an ISO date or a standing; null for nobody, and for same and apart
    was TEXT,                          -- what had been read when it was made
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT,
    undone TEXT,                       -- when; null while it holds
    undone_by TEXT
);
CREATE TABLE corrected (               -- what corrections are of; its words are kept here too, for they stay when the page is taken out
    correction INTEGER NOT NULL REFERENCES correction (number),
    nth INTEGER NOT NULL,
    capture TEXT NOT NULL,             -- id of the capture, which may be added again
    name TEXT NOT NULL,                -- name of the capture
    kind TEXT NOT NULL,                -- page, statement or figure
    spans TEXT NOT NULL,               -- places
    words TEXT NOT NULL,
    PRIMARY KEY (correction, nth)
) WITHOUT ROWID;
CREATE INDEX corrected_capture ON corrected (capture);
ALTER TABLE capture ADD COLUMN correction INTEGER REFERENCES correction (number);    -- of its date, as long as it holds
ALTER TABLE statement ADD COLUMN correction INTEGER REFERENCES correction (number);  -- of its speaker
ALTER TABLE figure ADD COLUMN correction INTEGER REFERENCES correction (number);     -- of its holder, who speaks there
DROP VIEW statements;
DROP VIEW entries;
DROP VIEW figures;
CREATE VIEW statements AS
SELECT statement.number, statement.capture, statement.id,
    CASE WHEN statement.correction IS NULL THEN coalesce(speaker_name, speaker) ELSE spoken.value END AS speaker, act, quoted,
    (SELECT group_concat(substr(text, json_extract(value, '$[0]') + 1, json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' ')
        FROM json_each(content)) AS words,
    via, confidence, coalesce(posted, dated.value, published) AS said, outlet, capture.name AS page, url,
    1 + length(substr(text, 1, json_extract(content, '$[0][0]')))
        - length(replace(substr(text, 1, json_extract(content, '$[0][0]')), char(10), '')) AS line,
    (SELECT json_group_array(json_object('kind', kind, 'was', CASE kind WHEN 'date' THEN published ELSE coalesce(speaker_name, speaker) END,
        'by', "by", 'at', at)) FROM correction WHERE correction.number IN (statement.correction, capture.correction)) AS corrected
FROM statement
JOIN capture ON capture.number = statement.capture
LEFT JOIN entry ON entry.capture = statement.capture AND entry.id = statement.entry
LEFT JOIN correction AS spoken ON spoken.number = statement.correction
LEFT JOIN correction AS dated ON dated.number = capture.correction;
CREATE VIEW entries AS
SELECT entry.number, entry.capture, entry.id,
    coalesce(substr(text, heading_start + 1, heading_end - heading_start), title) AS heading,
    substr(text, entry.start + 1, entry."end" - entry.start) AS words,
    coalesce(posted, dated.value, published) AS said, outlet, capture.name AS page, url,
    1 + length(substr(text, 1, entry.start)) - length(replace(substr(text, 1, entry.start), char(10), '')) AS line,
    (SELECT json_group_array(json_object('kind', kind, 'was', published, 'by', "by", 'at', at))
        FROM correction WHERE correction.number = capture.correction) AS corrected
FROM entry
JOIN capture ON capture.number = entry.capture
LEFT JOIN correction AS dated ON dated.number = capture.correction;
CREATE VIEW figures AS
SELECT figure.number, figure.capture, figure.id,
    CASE WHEN figure.correction IS NULL THEN holder ELSE spoken.value END AS holder,
    figure.value, high, bound, counted, event, place, as_of,
    substr(text, figure.start + 1, figure."end" - figure.start) || coalesce(' ' || counted, '') || coalesce(' ' || event, '')
        || ' – ' || substr(text, block.start + 1, block."end" - block.start) AS words,
    coalesce(posted, dated.value, published) AS said, outlet, capture.name AS page, url,
    1 + length(substr(text, 1, figure.start)) - length(replace(substr(text, 1, figure.start), char(10), '')) AS line,
    (SELECT json_group_array(json_object('kind', kind, 'was', CASE kind WHEN 'date' THEN published ELSE holder END, 'by', "by", 'at', at))
        FROM correction WHERE correction.number IN (figure.correction, capture.correction)) AS corrected
FROM figure
JOIN capture ON capture.number = figure.capture
LEFT JOIN entry ON entry.capture = figure.capture AND entry.id = figure.entry
LEFT JOIN block ON block.capture = figure.capture AND block.start <= figure.start AND block."end" > figure.start
LEFT JOIN correction AS spoken ON spoken.number = figure.correction
LEFT JOIN correction AS dated ON dated.number = capture.correction;
"""

READERS = """
CREATE TABLE reader (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL,             -- highest number of a capture whose news this reader has seen
    before INTEGER NOT NULL            -- what that was before they looked last
);
CREATE TRIGGER readers_forget AFTER DELETE ON capture BEGIN -- the number of the last capture is given again when that is gone
    UPDATE reader SET last = min(last, (SELECT coalesce(max(number), 0) FROM capture)),
        before = min(before, (SELECT coalesce(max(number), 0) FROM capture));
END;
"""
