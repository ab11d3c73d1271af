-- The one before joins those that were replaced: $5 of them besides the one that was replaced last.
UPDATE integrations
SET earlier_secrets = CASE WHEN former_secret IS NULL THEN earlier_secrets
                           ELSE (array_prepend(former_secret, earlier_secrets))[1:$5] END,
    earlier_until = CASE WHEN former_secret IS NULL THEN earlier_until
                         ELSE (array_prepend(former_until, earlier_until))[1:$5] END,
    former_secret = secret, former_until = $3, secret = $2, secret_position = $4
WHERE id = $1 AND state <> 'closed' AND secret_position < $4
