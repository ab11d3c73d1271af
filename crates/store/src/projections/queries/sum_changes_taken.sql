DELETE FROM sum_changes
RETURNING dimensions, codes, starts, tallies, departments, states, counts
