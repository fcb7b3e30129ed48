-- Schema 1. Released steps are never edited; a change of the schema is a new step. See docs/file-format.md.

CREATE TABLE county (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    code     TEXT NOT NULL,
    name     TEXT NOT NULL,
    standard TEXT NOT NULL
) STRICT;

-- What figures are about. Rows are never deleted: a closed subject has alive = 0 and no cells.
CREATE TABLE subject (
    id     INTEGER PRIMARY KEY,
    year   INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    school TEXT NOT NULL,
    part   TEXT NOT NULL,
    alive  INTEGER NOT NULL CHECK (alive IN (0, 1)),
    UNIQUE (year, kind, school, part)
) STRICT;

-- The journal: one row for each import, edit, undo and redo.
CREATE TABLE batch (
    id     INTEGER PRIMARY KEY,
    year   INTEGER NOT NULL,
    at     TEXT NOT NULL,
    who    TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('import', 'edit', 'undo', 'redo')),
    label  TEXT NOT NULL,
    file   TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    undoes INTEGER REFERENCES batch (id),
    CHECK ((undoes IS NOT NULL) = (kind IN ('undo', 'redo')))
) STRICT;
CREATE INDEX batch_of_year ON batch (year);
CREATE INDEX batch_undoing ON batch (undoes);

-- The figures as they stand; a missing one has no row. state: 1 value, 2 not applicable.
-- A value is a number (amount / 10^scale) or a text.
CREATE TABLE cell (
    subject INTEGER NOT NULL REFERENCES subject (id),
    item    TEXT NOT NULL,
    state   INTEGER NOT NULL CHECK (state IN (1, 2)),
    amount  INTEGER,
    scale   INTEGER CHECK (scale BETWEEN 0 AND 18),
    text    TEXT,
    batch   INTEGER NOT NULL REFERENCES batch (id),
    PRIMARY KEY (subject, item),
    CHECK ((amount IS NULL) = (scale IS NULL)),
    CHECK ((state = 1) = ((amount IS NULL) <> (text IS NULL)))
) STRICT, WITHOUT ROWID;

-- What each batch did, seq = 1, 2, ...; item NULL: the subject itself came (0 to 1) or went (1 to 0). state 0: missing.
CREATE TABLE change (
    batch      INTEGER NOT NULL REFERENCES batch (id),
    seq        INTEGER NOT NULL,
    subject    INTEGER NOT NULL REFERENCES subject (id),
    item       TEXT,
    old_state  INTEGER NOT NULL CHECK (old_state BETWEEN 0 AND 2),
    old_amount INTEGER,
    old_scale  INTEGER,
    old_text   TEXT,
    new_state  INTEGER NOT NULL CHECK (new_state BETWEEN 0 AND 2),
    new_amount INTEGER,
    new_scale  INTEGER,
    new_text   TEXT,
    sheet      TEXT NOT NULL,
    ref        TEXT NOT NULL,
    PRIMARY KEY (batch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_of_subject ON change (subject);
