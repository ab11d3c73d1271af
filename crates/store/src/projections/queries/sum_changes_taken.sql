DELETE FROM sum_changes
RETURNING dimensions, codes, days, tallies, departments, states, counts
