-- Schema 2: what a subject's figures are, and what a batch did to them, stand together as JSON instead of a row each, so
-- that an import writes some thousand rows and not some ten thousand. See docs/file-format.md.

-- {item: value}, a value being as below, without missing ones.
ALTER TABLE subject ADD COLUMN figures TEXT NOT NULL DEFAULT '{}';
ALTER TABLE batch ADD COLUMN change_count INTEGER NOT NULL DEFAULT 0;

-- What each batch did, in the order of id. A row is a run of changes of one subject from one sheet:
-- [[item, old value, new value, ref], ...]; item null: the subject itself came (null to true) or went (true to null).
-- A value is null (missing), false (not applicable), a text, a whole number, or [amount, scale] = amount / 10^scale.
CREATE TABLE journal (
    id      INTEGER PRIMARY KEY,
    batch   INTEGER NOT NULL REFERENCES batch (id),
    subject INTEGER NOT NULL REFERENCES subject (id),
    sheet   TEXT NOT NULL,
    changes TEXT NOT NULL
) STRICT;
CREATE INDEX journal_of_batch ON journal (batch);
CREATE INDEX journal_of_subject ON journal (subject);

UPDATE subject SET figures = (
    SELECT json_group_object(item, json(CASE
               WHEN state = 2 THEN 'false'
               WHEN text IS NOT NULL THEN json_quote(text)
               WHEN scale = 0 THEN CAST(amount AS TEXT)
               ELSE json_array(amount, scale) END))
    FROM cell WHERE cell.subject = subject.id);

INSERT INTO journal (batch, subject, sheet, changes)
    SELECT batch, subject, sheet, json_array(json_array(item,
               json(CASE
                   WHEN old_state = 0 THEN 'null'
                   WHEN old_state = 2 THEN 'false'
                   WHEN item IS NULL THEN 'true'
                   WHEN old_text IS NOT NULL THEN json_quote(old_text)
                   WHEN old_scale = 0 THEN CAST(old_amount AS TEXT)
                   ELSE json_array(old_amount, old_scale) END),
               json(CASE
                   WHEN new_state = 0 THEN 'null'
                   WHEN new_state = 2 THEN 'false'
                   WHEN item IS NULL THEN 'true'
                   WHEN new_text IS NOT NULL THEN json_quote(new_text)
                   WHEN new_scale = 0 THEN CAST(new_amount AS TEXT)
                   ELSE json_array(new_amount, new_scale) END),
               ref))
    FROM change ORDER BY batch, seq;

UPDATE batch SET change_count = (SELECT count(*) FROM change WHERE change.batch = batch.id);

DROP TABLE change;
DROP TABLE cell;
