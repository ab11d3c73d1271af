-- Nobody is halted who has gone on meanwhile.
UPDATE projection_checkpoints
SET halted = $3
WHERE name = $1 AND position = $2
