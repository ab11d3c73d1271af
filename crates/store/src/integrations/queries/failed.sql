-- The delivery stays in hand: it goes out again as it is.
UPDATE integrations
SET in_hand_by = NULL, in_hand_until = NULL, last_attempt_at = $3, last_status = $4, last_error = $5,
    failures = failures + 1, failing_since = coalesce(failing_since, $3), next_attempt_at = $6
WHERE id = $1 AND in_hand = $2
