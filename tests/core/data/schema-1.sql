CREATE TABLE workspace (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    time_zone BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    min_reader INTEGER NOT NULL,
    min_writer INTEGER NOT NULL
) STRICT;
CREATE TABLE migration (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    at INTEGER NOT NULL,
    program TEXT NOT NULL
) STRICT;
CREATE TABLE team (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    parent_id INTEGER REFERENCES team DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    nickname TEXT,
    teams TEXT,
    left_on TEXT
) STRICT;
CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    signing_key BLOB,
    sealing_key BLOB
) STRICT;
CREATE TABLE cycle (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL
) STRICT;
CREATE TABLE board (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    visibility TEXT,
    cycle_id INTEGER REFERENCES cycle DEFERRABLE INITIALLY DEFERRED,
    archived INTEGER,
    position REAL CHECK (sealed IS NULL OR position IS NULL),
    name TEXT CHECK ((sealed IS NULL) = (name IS NOT NULL)),
    description TEXT CHECK (sealed IS NULL OR description IS NULL)
) STRICT;
CREATE TABLE board_grant (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    board_id INTEGER NOT NULL REFERENCES board DEFERRABLE INITIALLY DEFERRED,
    person_id INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    team_id INTEGER REFERENCES team DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL
) STRICT;
CREATE INDEX board_grant_by_board_id ON board_grant (board_id);
CREATE TABLE objective (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    board_id INTEGER NOT NULL REFERENCES board DEFERRABLE INITIALLY DEFERRED,
    parent_id INTEGER CHECK (sealed IS NULL OR parent_id IS NULL) REFERENCES objective DEFERRABLE INITIALLY DEFERRED,
    title TEXT CHECK ((sealed IS NULL) = (title IS NOT NULL)),
    why TEXT CHECK (sealed IS NULL OR why IS NULL),
    kind TEXT CHECK (sealed IS NULL OR kind IS NULL),
    weight REAL CHECK (sealed IS NULL OR weight IS NULL),
    owners TEXT CHECK (sealed IS NULL OR owners IS NULL),
    position REAL CHECK (sealed IS NULL OR position IS NULL),
    archived INTEGER CHECK (sealed IS NULL OR archived IS NULL),
    grade REAL CHECK (sealed IS NULL OR grade IS NULL)
) STRICT;
CREATE INDEX objective_by_board_id ON objective (board_id);
CREATE INDEX objective_by_parent_id ON objective (parent_id);
CREATE TABLE key_result (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    objective_id INTEGER NOT NULL REFERENCES objective DEFERRABLE INITIALLY DEFERRED,
    title TEXT CHECK ((sealed IS NULL) = (title IS NOT NULL)),
    kind TEXT CHECK (sealed IS NULL OR kind IS NULL),
    start REAL CHECK (sealed IS NULL OR start IS NULL),
    target REAL CHECK (sealed IS NULL OR target IS NULL),
    low REAL CHECK (sealed IS NULL OR low IS NULL),
    high REAL CHECK (sealed IS NULL OR high IS NULL),
    commit_level REAL CHECK (sealed IS NULL OR commit_level IS NULL),
    stretch REAL CHECK (sealed IS NULL OR stretch IS NULL),
    unit TEXT CHECK (sealed IS NULL OR unit IS NULL),
    cadence TEXT CHECK (sealed IS NULL OR cadence IS NULL),
    weight REAL CHECK (sealed IS NULL OR weight IS NULL),
    owners TEXT CHECK (sealed IS NULL OR owners IS NULL),
    kpi_id INTEGER CHECK (sealed IS NULL OR kpi_id IS NULL) REFERENCES kpi DEFERRABLE INITIALLY DEFERRED,
    phases TEXT CHECK (sealed IS NULL OR phases IS NULL),
    position REAL CHECK (sealed IS NULL OR position IS NULL),
    archived INTEGER CHECK (sealed IS NULL OR archived IS NULL)
) STRICT;
CREATE INDEX key_result_by_objective_id ON key_result (objective_id);
CREATE TABLE milestone_part (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    key_result_id INTEGER NOT NULL REFERENCES key_result DEFERRABLE INITIALLY DEFERRED,
    title TEXT CHECK ((sealed IS NULL) = (title IS NOT NULL)),
    weight REAL CHECK (sealed IS NULL OR weight IS NULL),
    position REAL CHECK (sealed IS NULL OR position IS NULL)
) STRICT;
CREATE INDEX milestone_part_by_key_result_id ON milestone_part (key_result_id);
CREATE TABLE kpi (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    board_id INTEGER NOT NULL REFERENCES board DEFERRABLE INITIALLY DEFERRED,
    name TEXT CHECK ((sealed IS NULL) = (name IS NOT NULL)),
    unit TEXT CHECK (sealed IS NULL OR unit IS NULL),
    good TEXT CHECK (sealed IS NULL OR good IS NULL),
    cadence TEXT CHECK (sealed IS NULL OR cadence IS NULL),
    aggregate TEXT CHECK (sealed IS NULL OR aggregate IS NULL),
    amber REAL CHECK (sealed IS NULL OR amber IS NULL),
    owners TEXT CHECK (sealed IS NULL OR owners IS NULL),
    definition TEXT CHECK (sealed IS NULL OR definition IS NULL),
    source TEXT CHECK (sealed IS NULL OR source IS NULL),
    nature TEXT CHECK (sealed IS NULL OR nature IS NULL),
    timing TEXT CHECK (sealed IS NULL OR timing IS NULL),
    guardrail_id INTEGER CHECK (sealed IS NULL OR guardrail_id IS NULL) REFERENCES kpi DEFERRABLE INITIALLY DEFERRED,
    formula TEXT CHECK (sealed IS NULL OR formula IS NULL),
    position REAL CHECK (sealed IS NULL OR position IS NULL),
    archived INTEGER CHECK (sealed IS NULL OR archived IS NULL)
) STRICT;
CREATE INDEX kpi_by_board_id ON kpi (board_id);
CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    kpi_id INTEGER NOT NULL REFERENCES kpi DEFERRABLE INITIALLY DEFERRED,
    valid_from TEXT CHECK (sealed IS NULL OR valid_from IS NULL),
    value REAL CHECK (sealed IS NULL OR value IS NULL),
    low REAL CHECK (sealed IS NULL OR low IS NULL),
    high REAL CHECK (sealed IS NULL OR high IS NULL),
    position REAL CHECK ((sealed IS NULL) = (position IS NOT NULL))
) STRICT;
CREATE INDEX target_by_kpi_id ON target (kpi_id);
CREATE TABLE measurement (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    kpi_id INTEGER NOT NULL REFERENCES kpi DEFERRABLE INITIALLY DEFERRED,
    date TEXT CHECK ((sealed IS NULL) = (date IS NOT NULL)),
    value REAL CHECK (sealed IS NULL OR value IS NULL),
    numerator REAL CHECK (sealed IS NULL OR numerator IS NULL),
    denominator REAL CHECK (sealed IS NULL OR denominator IS NULL),
    note TEXT CHECK (sealed IS NULL OR note IS NULL),
    reason TEXT CHECK (sealed IS NULL OR reason IS NULL)
) STRICT;
CREATE INDEX measurement_by_kpi_id_date ON measurement (kpi_id, date);
CREATE TABLE check_in (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    key_result_id INTEGER NOT NULL REFERENCES key_result DEFERRABLE INITIALLY DEFERRED,
    part_id INTEGER CHECK (sealed IS NULL OR part_id IS NULL) REFERENCES milestone_part DEFERRABLE INITIALLY DEFERRED,
    date TEXT CHECK ((sealed IS NULL) = (date IS NOT NULL)),
    value REAL CHECK ((sealed IS NULL) = (value IS NOT NULL)),
    confidence REAL CHECK (sealed IS NULL OR confidence IS NULL),
    note TEXT CHECK (sealed IS NULL OR note IS NULL),
    reason TEXT CHECK (sealed IS NULL OR reason IS NULL)
) STRICT;
CREATE INDEX check_in_by_key_result_id ON check_in (key_result_id);
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    board_id INTEGER NOT NULL REFERENCES board DEFERRABLE INITIALLY DEFERRED,
    subject TEXT CHECK ((sealed IS NULL) = (subject IS NOT NULL)),
    title TEXT CHECK ((sealed IS NULL) = (title IS NOT NULL)),
    owner_id INTEGER CHECK (sealed IS NULL OR owner_id IS NULL) REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    due TEXT CHECK (sealed IS NULL OR due IS NULL),
    done INTEGER CHECK (sealed IS NULL OR done IS NULL),
    done_on TEXT CHECK (sealed IS NULL OR done_on IS NULL),
    note TEXT CHECK (sealed IS NULL OR note IS NULL),
    position REAL CHECK (sealed IS NULL OR position IS NULL)
) STRICT;
CREATE INDEX action_by_board_id ON action (board_id);
CREATE TABLE comment (
    id INTEGER PRIMARY KEY,
    rev INTEGER NOT NULL,
    key_generation INTEGER,
    sealed BLOB CHECK ((sealed IS NULL) = (key_generation IS NULL)),
    board_id INTEGER NOT NULL REFERENCES board DEFERRABLE INITIALLY DEFERRED,
    subject TEXT CHECK ((sealed IS NULL) = (subject IS NOT NULL)),
    author_id INTEGER CHECK (sealed IS NULL OR author_id IS NULL) REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    at INTEGER CHECK ((sealed IS NULL) = (at IS NOT NULL)),
    text TEXT CHECK ((sealed IS NULL) = (text IS NOT NULL))
) STRICT;
CREATE INDEX comment_by_board_id ON comment (board_id);
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    write_id BLOB NOT NULL UNIQUE CHECK (length(write_id) = 16),
    author INTEGER NOT NULL,
    author_count INTEGER NOT NULL,
    author_prev BLOB NOT NULL,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    details TEXT NOT NULL,
    rules INTEGER NOT NULL,
    touched BLOB NOT NULL,
    digest BLOB NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL,
    device INTEGER,
    signature BLOB
) STRICT;
CREATE INDEX journal_by_author ON journal (author, seq);
CREATE TABLE journal_row (
    tbl INTEGER NOT NULL,
    row INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    before BLOB,
    PRIMARY KEY (tbl, row, seq)
) STRICT, WITHOUT ROWID;
