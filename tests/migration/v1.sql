-- A county file of schema 1, as its tables and marks stood when that schema was released. Never edited:
-- what opens here must open for ever.
PRAGMA application_id = 0x4A484A48;
PRAGMA user_version = 1;
PRAGMA foreign_keys = ON;
BEGIN;
CREATE TABLE county (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    code     TEXT NOT NULL,
    name     TEXT NOT NULL,
    standard TEXT NOT NULL
) STRICT;
CREATE TABLE subject (
    id     INTEGER PRIMARY KEY,
    year   INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    school TEXT NOT NULL,
    part   TEXT NOT NULL,
    alive  INTEGER NOT NULL CHECK (alive IN (0, 1)),
    UNIQUE (year, kind, school, part)
) STRICT;
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

INSERT INTO county VALUES (1, '990102', '云溪县', 'national-2017');
INSERT INTO subject VALUES
    (1, 2024, 'school', '9901020001', '', 1),
    (2, 2025, 'school', '9901020001', '', 1),
    (3, 2025, 'section', '9901020001', 'junior', 1),
    (4, 2025, 'campus', '9901020001', '东校区', 1),
    (5, 2025, 'school', '9901020002', '', 0),
    (6, 2025, 'county', '', '', 1);
INSERT INTO batch VALUES
    (1, 2024, '2024-10-09T02:00:00.000Z', 'zhangsan', 'edit', '新建学校', '', '', NULL),
    (2, 2025, '2025-10-08T01:30:00.250Z', 'zhangsan', 'import', '导入 数据表.xlsx', '数据表.xlsx',
     'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', NULL),
    (3, 2025, '2025-10-08T02:00:00.000Z', 'zhangsan', 'edit', '撤并 石桥小学', '', '', NULL),
    (4, 2025, '2025-10-09T03:00:00.000Z', 'lisi', 'edit', '修改 柳溪中学 初中 在校学生数', '', '', NULL),
    (5, 2025, '2025-10-09T03:05:00.000Z', 'lisi', 'edit', '修改 柳溪中学 初中 教学班数', '', '', NULL),
    (6, 2025, '2025-10-09T03:06:00.000Z', 'lisi', 'undo', '修改 柳溪中学 初中 教学班数', '', '', 5);
INSERT INTO change VALUES
    (1, 1, 1, NULL, 0, NULL, NULL, NULL, 1, NULL, NULL, NULL, '', ''),
    (2, 1, 2, NULL, 0, NULL, NULL, NULL, 1, NULL, NULL, NULL, '学校', 'A2'),
    (2, 2, 5, NULL, 0, NULL, NULL, NULL, 1, NULL, NULL, NULL, '学校', 'A3'),
    (2, 3, 3, NULL, 0, NULL, NULL, NULL, 1, NULL, NULL, NULL, '学段', 'A2'),
    (2, 4, 4, NULL, 0, NULL, NULL, NULL, 1, NULL, NULL, NULL, '校区', 'A2'),
    (2, 5, 2, 'school_name', 0, NULL, NULL, NULL, 1, NULL, NULL, '柳溪中学', '学校', 'B2'),
    (2, 6, 2, 'school_type', 0, NULL, NULL, NULL, 1, NULL, NULL, '初级中学', '学校', 'C2'),
    (2, 7, 2, 'boarding', 0, NULL, NULL, NULL, 1, 1, 0, NULL, '学校', 'D2'),
    (2, 8, 2, 'public_funds_budget', 0, NULL, NULL, NULL, 1, 1234500, 4, NULL, '学校', 'E2'),
    (2, 9, 5, 'school_name', 0, NULL, NULL, NULL, 1, NULL, NULL, '石桥小学', '学校', 'B3'),
    (2, 10, 3, 'pupils', 0, NULL, NULL, NULL, 1, 600, 0, NULL, '学段', 'C2'),
    (2, 11, 3, 'teachers_doctor', 0, NULL, NULL, NULL, 2, NULL, NULL, NULL, '学段', 'D2'),
    (2, 12, 4, 'teaching_area', 0, NULL, NULL, NULL, 1, 350025, 2, NULL, '校区', 'C2'),
    (2, 13, 6, 'filled_by', 0, NULL, NULL, NULL, 1, NULL, NULL, '李四', '县级', 'B9'),
    (3, 1, 5, 'school_name', 1, NULL, NULL, '石桥小学', 0, NULL, NULL, NULL, '', ''),
    (3, 2, 5, NULL, 1, NULL, NULL, NULL, 0, NULL, NULL, NULL, '', ''),
    (4, 1, 3, 'pupils', 1, 600, 0, NULL, 1, 612, 0, NULL, '', ''),
    (5, 1, 3, 'classes', 0, NULL, NULL, NULL, 1, 14, 0, NULL, '', ''),
    (6, 1, 3, 'classes', 1, 14, 0, NULL, 0, NULL, NULL, NULL, '', '');
INSERT INTO cell VALUES
    (2, 'school_name', 1, NULL, NULL, '柳溪中学', 2),
    (2, 'school_type', 1, NULL, NULL, '初级中学', 2),
    (2, 'boarding', 1, 1, 0, NULL, 2),
    (2, 'public_funds_budget', 1, 1234500, 4, NULL, 2),
    (3, 'pupils', 1, 612, 0, NULL, 4),
    (3, 'teachers_doctor', 2, NULL, NULL, NULL, 2),
    (4, 'teaching_area', 1, 350025, 2, NULL, 2),
    (6, 'filled_by', 1, NULL, NULL, '李四', 2);
COMMIT;
