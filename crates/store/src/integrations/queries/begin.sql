-- Takes the delivery in hand, unless another process has one, or the integration has moved on since it was looked at.
UPDATE integrations
SET in_hand = coalesce(in_hand, $4), in_hand_through = coalesce(in_hand_through, $5), in_hand_by = $6, in_hand_until = $8
WHERE id = $1
  AND state = 'active'
  AND delivered = $2
  AND in_hand IS NOT DISTINCT FROM $3
  AND (in_hand_until IS NULL OR in_hand_until <= $7 OR in_hand_by = $6)
