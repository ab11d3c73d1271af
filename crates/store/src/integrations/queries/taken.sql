UPDATE integrations
SET delivered = in_hand_through, in_hand = NULL, in_hand_through = NULL, in_hand_by = NULL, in_hand_until = NULL,
    last_attempt_at = $3, last_success_at = $3, last_status = $4, last_error = NULL,
    failures = 0, failing_since = NULL, next_attempt_at = NULL
WHERE id = $1 AND in_hand = $2
