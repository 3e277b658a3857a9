-- Times are milliseconds since 1970 in UTC. What was not measured is NULL.

-- Who has this file open. A clean end deletes the row, so one whose process is gone tells of a crash.
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  process_started INTEGER NOT NULL,
  opened INTEGER NOT NULL
) STRICT;

-- Runs that belong together: the folds of one cross-validation, or one set of settings under several seeds.
CREATE TABLE run_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('folds', 'seeds')),
  made INTEGER NOT NULL
) STRICT;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('running', 'paused', 'finished', 'stopped', 'cancelled', 'diverged', 'interrupted')),
  session_id INTEGER REFERENCES sessions ON DELETE SET NULL,
  group_id INTEGER REFERENCES run_groups ON DELETE SET NULL,
  architecture TEXT NOT NULL,
  settings TEXT NOT NULL,
  data_name TEXT NOT NULL,
  data_sha256 TEXT NOT NULL,
  seed INTEGER NOT NULL,
  software TEXT NOT NULL,
  machine TEXT NOT NULL,
  threads INTEGER NOT NULL,
  started INTEGER NOT NULL,
  ended INTEGER,
  outcome TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX runs_of_group ON runs (group_id);
CREATE INDEX runs_of_session ON runs (session_id);

CREATE TABLE epochs (
  run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  loss REAL,
  accuracy REAL,
  validation_loss REAL,
  validation_accuracy REAL,
  learning_rate REAL,
  seconds REAL,
  images_per_second REAL,
  PRIMARY KEY (run_id, epoch)
) STRICT, WITHOUT ROWID;

-- Several batches in a row.
CREATE TABLE batches (
  run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  first_iteration INTEGER NOT NULL,
  last_iteration INTEGER NOT NULL,
  loss_min REAL,
  loss_max REAL,
  loss_mean REAL,
  accuracy_min REAL,
  accuracy_max REAL,
  accuracy_mean REAL,
  learning_rate REAL,
  images_per_second REAL,
  PRIMARY KEY (run_id, first_iteration)
) STRICT, WITHOUT ROWID;

-- The matrix has one line per true class, in it a number per predicted class, parted by spaces.
-- Class names have a line each.
CREATE TABLE evaluations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  data_name TEXT NOT NULL,
  part TEXT NOT NULL,
  model_sha256 TEXT NOT NULL,
  accuracy REAL NOT NULL,
  loss REAL,
  class_names TEXT NOT NULL,
  matrix TEXT NOT NULL,
  measured INTEGER NOT NULL
) STRICT;
CREATE INDEX evaluations_of_run ON evaluations (run_id);

CREATE TABLE checkpoints (
  run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  path TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  written INTEGER NOT NULL,
  PRIMARY KEY (run_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
  run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  tag TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (run_id, tag)
) STRICT, WITHOUT ROWID;
