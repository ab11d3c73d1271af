-- Organisation and policy are events of the log from now on. What these tables hold is adopted once, by the first
-- process that starts (it needs the key file, because names are sealed on the way), and then taken out of them: names
-- and numbers stood in them in clear. Nobody writes them any more; a later migration drops them.
REVOKE INSERT, UPDATE ON district, units, grids FROM whistle_service;
REVOKE INSERT ON people, posts, policy_sets FROM whistle_service;
GRANT DELETE ON district, units, grids, people, posts, policy_sets TO whistle_service;

COMMENT ON TABLE district IS 'empty since the organisation is kept in the log';
COMMENT ON TABLE units IS 'empty since the organisation is kept in the log';
COMMENT ON TABLE grids IS 'empty since the organisation is kept in the log';
COMMENT ON TABLE people IS 'empty since the organisation is kept in the log';
COMMENT ON TABLE posts IS 'empty since the organisation is kept in the log';
COMMENT ON TABLE policy_sets IS 'empty since policies are kept in the log';
