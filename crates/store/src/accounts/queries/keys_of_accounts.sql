-- A bounded number of keys of each account: those that let in at $2 first, then the newest of the others.
SELECT token.id, token.user_id, token.label, token.created_at, token.expires_at, token.revoked_at,
       token.last_used_at
FROM unnest($1::uuid[]) AS account (id)
CROSS JOIN LATERAL (
    SELECT id, user_id, label, created_at, expires_at, revoked_at, last_used_at,
           revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2) AS lets_in
    FROM tokens
    WHERE user_id = account.id
    ORDER BY lets_in DESC, created_at DESC, id DESC
    LIMIT $3
) AS token
ORDER BY token.lets_in DESC, token.created_at DESC, token.id DESC
