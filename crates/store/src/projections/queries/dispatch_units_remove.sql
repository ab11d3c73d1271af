DELETE FROM dispatch_units AS listed
USING unnest($1::timestamptz[], $2::uuid[], $3::text[]) AS gone (due_at, dispatch_id, unit)
WHERE listed.unit = gone.unit
  AND listed.listed_at = coalesce(gone.due_at, 'infinity')
  AND listed.dispatch_id = gone.dispatch_id
