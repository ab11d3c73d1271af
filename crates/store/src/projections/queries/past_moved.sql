-- Cases that have moved since, and had been reported then. Nothing is raised later than it is recorded, so that what is
-- younger is left out without a look at its history.
SELECT id
FROM public.cases AS cases -- those of the present
WHERE position > $1
  AND raised_at <= $2
  AND EXISTS (SELECT FROM events WHERE stream_id = cases.id AND version = 1 AND position <= $1)
LIMIT $3
