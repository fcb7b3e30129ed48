-- Schema 4: what was handed in. See docs/file-format.md.

-- A line is never changed or deleted.
CREATE TABLE issue (
    id        INTEGER PRIMARY KEY,
    year      INTEGER NOT NULL,
    at        TEXT NOT NULL,
    who       TEXT NOT NULL,
    date      TEXT NOT NULL,
    standard  TEXT NOT NULL,
    verdict   TEXT NOT NULL,
    data_code TEXT NOT NULL
) STRICT;
CREATE INDEX issue_of_year ON issue (year);

CREATE TABLE issued_file (
    issue  INTEGER NOT NULL REFERENCES issue (id),
    name   TEXT NOT NULL,
    size   INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    bytes  BLOB,
    PRIMARY KEY (issue, name)
) STRICT;
