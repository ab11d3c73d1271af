INSERT INTO sum_changes (position, dimensions, codes, starts, tallies, departments, states, counts)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
