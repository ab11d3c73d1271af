-- Takes the delivery in hand, unless another process has one, or the integration has moved on since it was looked at: was told
-- more, failed, or was put off. What was in hand and holds too much by now is let go for the one that is begun.
UPDATE integrations
SET in_hand = $4, in_hand_through = $5, in_hand_by = $6, in_hand_until = $8
WHERE id = $1
  AND state = 'active'
  AND delivered = $2
  AND in_hand IS NOT DISTINCT FROM $3
  AND failures = $9
  AND (next_attempt_at IS NULL OR next_attempt_at <= $7)
  AND (in_hand_until IS NULL OR in_hand_until <= $7 OR in_hand_by = $6)
