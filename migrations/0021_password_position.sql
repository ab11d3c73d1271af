-- Which password is in force: a command that was written down and not carried out is told from one that was.
ALTER TABLE users ADD COLUMN password_position bigint;
COMMENT ON COLUMN users.password_position IS 'Position of the event by which an administrator put a password in force';
