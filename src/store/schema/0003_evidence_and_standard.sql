-- Schema 3: the contents of attached evidence, and a standard of the bureau's own. See docs/file-format.md.

-- By what they are, so that a file attached twice is kept once; never deleted, as an undo may bring it back.
CREATE TABLE content (
    sha256 TEXT PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;

-- The files of those standards of county.standard that do not come with the program.
CREATE TABLE standard (
    id       TEXT PRIMARY KEY,
    document TEXT NOT NULL
) STRICT;
