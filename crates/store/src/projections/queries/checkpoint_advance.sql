UPDATE projection_checkpoints
SET position = $2, halted = NULL
WHERE name = $1
