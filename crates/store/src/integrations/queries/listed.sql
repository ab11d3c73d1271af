-- The open ones, by name, and after them a bounded number of closed ones, those closed last first.
(SELECT id, name, url, unit, event_types, state, pause_cause, created_at, paused_at, closed_at, delivered, in_hand,
        in_hand_through, last_attempt_at, last_success_at, last_status, last_error, failures, failing_since, next_attempt_at,
        replayed_position
 FROM integrations
 WHERE state <> 'closed'
 ORDER BY name)
UNION ALL
(SELECT id, name, url, unit, event_types, state, pause_cause, created_at, paused_at, closed_at, delivered, in_hand,
        in_hand_through, last_attempt_at, last_success_at, last_status, last_error, failures, failing_since, next_attempt_at,
        replayed_position
 FROM integrations
 WHERE state = 'closed'
 ORDER BY closed_at DESC, id DESC
 LIMIT $1)
