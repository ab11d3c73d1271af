-- Everybody's sessions that are over (a bounded number of them), and this account's beyond the number it may have.
DELETE FROM sessions
WHERE digest IN (
    (SELECT digest FROM sessions WHERE expires_at <= $2 ORDER BY expires_at LIMIT 100)
    UNION ALL
    (SELECT digest FROM sessions WHERE user_id = $1 AND last_seen_at <= $3)
    UNION ALL
    (SELECT digest FROM sessions WHERE user_id = $1 ORDER BY last_seen_at DESC, created_at DESC OFFSET $4)
)
