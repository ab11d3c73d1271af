-- Photographs cost a bounded amount, and are swept, compared and erased as docs/adr/0016-photographs.md has it.

-- The latest of a unit, with all that comparing them needs.
DROP INDEX photos_of_unit;
CREATE INDEX photos_of_unit ON photos (unit, created_at DESC, id) INCLUDE (likeness, case_id) WHERE unit IS NOT NULL;
