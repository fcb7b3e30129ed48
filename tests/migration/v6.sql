-- A county file of schema 6, as its tables and marks stood when that schema was released. Never edited:
-- what opens here must open for ever.
PRAGMA application_id = 0x4A484A48;
PRAGMA user_version = 6;
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
    figures TEXT NOT NULL DEFAULT '{}',
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
    change_count INTEGER NOT NULL DEFAULT 0,
    CHECK ((undoes IS NOT NULL) = (kind IN ('undo', 'redo')))
) STRICT;
CREATE INDEX batch_of_year ON batch (year);
CREATE INDEX batch_undoing ON batch (undoes);
CREATE TABLE journal (
    id      INTEGER PRIMARY KEY,
    batch   INTEGER NOT NULL REFERENCES batch (id),
    subject INTEGER NOT NULL REFERENCES subject (id),
    sheet   TEXT NOT NULL,
    changes TEXT NOT NULL
) STRICT;
CREATE INDEX journal_of_batch ON journal (batch);
CREATE INDEX journal_of_subject ON journal (subject);
CREATE TABLE content (
    sha256 TEXT PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT;
CREATE TABLE standard (
    id       TEXT PRIMARY KEY,
    document TEXT NOT NULL
) STRICT;
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

INSERT INTO county VALUES (1, '990102', '云溪县', 'national-2017');
INSERT INTO subject VALUES
    (1, 2024, 'school', '9901020001', '', 1, '{"school_name":{"c":"柳溪中学"},"boarding":{"c":1},"built_year":2003}'),
    (8, 2024, 'campus', '9901020001', '东校区', 1, '{"teaching_area":{"c":[350025,2]},"books":{"c":false}}'),
    (2, 2025, 'school', '9901020001', '', 1,
     '{"school_name":"柳溪中学","school_type":"初级中学","boarding":1,"public_funds_budget":[1234500,4]}'),
    (3, 2025, 'section', '9901020001', 'junior', 1, '{"pupils":612,"teachers_doctor":false}'),
    (4, 2025, 'campus', '9901020001', '东校区', 1, '{"teaching_area":[350025,2]}'),
    (5, 2025, 'school', '9901020002', '', 0, '{}'),
    (6, 2025, 'county', '', '', 1, '{"filled_by":"李四"}'),
    (9, 2024, 'county', '', '', 1, '{"filled_by":"张三"}'),
    (7, 2025, 'evidence', '', 'G8/1', 1, '{"evidence_name":"a.txt","evidence_size":3,"evidence_sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}');
INSERT INTO batch VALUES
    (1, 2024, '2024-10-09T02:00:00.000Z', 'zhangsan', 'edit', '开始 2024—2025 学年（承接 2023—2024 学年）', '', '', NULL, 7),
    (2, 2025, '2025-10-08T01:30:00.250Z', 'zhangsan', 'import', '导入 数据表.xlsx', '数据表.xlsx',
     'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', NULL, 13),
    (3, 0, '2025-10-08T02:00:00.000Z', 'zhangsan', 'edit', '撤并 石桥小学', '', '', NULL, 7),
    (4, 2025, '2025-10-09T03:00:00.000Z', 'lisi', 'edit', '修改 柳溪中学 初中 在校学生数', '', '', NULL, 1),
    (5, 2025, '2025-10-09T03:05:00.000Z', 'lisi', 'edit', '修改 柳溪中学 初中 教学班数', '', '', NULL, 1),
    (6, 2025, '2025-10-09T03:06:00.000Z', 'lisi', 'undo', '修改 柳溪中学 初中 教学班数', '', '', 5, 1),
    (7, 2024, '2025-10-10T03:00:00.000Z', 'zhangsan', 'edit', '确认 柳溪中学 规划建成年份', '', '', NULL, 1);
INSERT INTO journal VALUES
    (1, 1, 1, '', '[[null,null,true,""],["school_name",null,{"c":"柳溪中学"},""],["boarding",null,{"c":1},""],["built_year",null,{"c":2003},""]]'),
    (2, 1, 8, '', '[[null,null,true,""],["teaching_area",null,{"c":[350025,2]},""],["books",null,{"c":false},""]]'),
    (3, 2, 2, '学校', '[[null,null,true,"A2"]]'),
    (4, 2, 5, '学校', '[[null,null,true,"A3"]]'),
    (5, 2, 3, '学段', '[[null,null,true,"A2"]]'),
    (6, 2, 4, '校区', '[[null,null,true,"A2"]]'),
    (7, 2, 2, '学校', '[["school_name",null,"柳溪中学","B2"],["school_type",null,"初级中学","C2"],["boarding",null,1,"D2"],["public_funds_budget",null,[1234500,4],"E2"]]'),
    (8, 2, 5, '学校', '[["school_name",null,"石桥小学","B3"]]'),
    (9, 2, 3, '学段', '[["pupils",null,600,"C2"],["teachers_doctor",null,false,"D2"]]'),
    (10, 2, 4, '校区', '[["teaching_area",null,[350025,2],"C2"]]'),
    (11, 2, 6, '县级', '[["filled_by",null,"李四","B9"]]'),
    (12, 3, 5, '', '[["school_name","石桥小学",null,""],[null,true,null,""]]'),
    (13, 3, 7, '', '[[null,null,true,""],["evidence_name",null,"a.txt",""],["evidence_size",null,3,""],["evidence_sha256",null,"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",""]]'),
    (14, 3, 9, '', '[["filled_by",null,"张三",""]]'),
    (15, 4, 3, '', '[["pupils",600,612,""]]'),
    (16, 5, 3, '', '[["classes",null,14,""]]'),
    (17, 6, 3, '', '[["classes",14,null,""]]'),
    (18, 7, 1, '', '[["built_year",{"c":2003},2003,""]]');
INSERT INTO content VALUES ('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', x'616263');
INSERT INTO standard VALUES ('own-county', '{"format": 1, "id": "own-county", "title": "本县标准", "extends": "national-2017"}');
INSERT INTO issue VALUES (1, 2025, '2025-10-20T01:00:00.000Z', 'lisi', '2025-10-18', 'national-2017', '未达标', '0F1E 2D3C 4B5A 6978');
INSERT INTO issued_file VALUES
    (1, '自评报告.pdf', 3, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', x'616263'),
    (1, '云溪县2025上报包.zip', 12, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', NULL);
COMMIT;
