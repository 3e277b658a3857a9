-- Digits that somebody wrote, with what they are. Strokes have a line each, in it the points parted by spaces, each x,y,milliseconds.
-- What a network took a drawing for is NULL where none read it.
CREATE TABLE drawings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label INTEGER NOT NULL CHECK (label BETWEEN 0 AND 9),
  strokes TEXT NOT NULL,
  read_as INTEGER,
  model TEXT NOT NULL DEFAULT '',
  drawn INTEGER NOT NULL
) STRICT;
