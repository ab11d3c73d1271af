-- Photographs cost a bounded amount, and are swept, compared and erased as docs/adr/0016-photographs.md has it.

-- When a command that had named it came to nothing: whoever sent it has a while to name it again, however long ago it came.
ALTER TABLE photos ADD COLUMN given_back_at timestamptz;

-- The log is asked once more whose photographs they are: two attempts at one report may have left them under the key of a
-- person whom it does not name.
UPDATE photos SET settled = false WHERE settled;

-- Page by page, so that one that cannot be settled does not keep the others waiting.
DROP INDEX photos_unsettled;
CREATE INDEX photos_unsettled ON photos (reserved_at, id) WHERE case_id IS NOT NULL AND NOT settled;
-- The latest of a unit, with all that comparing them needs.
DROP INDEX photos_of_unit;
CREATE INDEX photos_of_unit ON photos (unit, created_at DESC, id) INCLUDE (likeness, case_id) WHERE unit IS NOT NULL;
