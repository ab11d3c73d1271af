-- Two more orders in which the read models are asked; no row changes.

-- Cases that wait, the one that waits longest first. They are few, and lie at the young end of every other list. The
-- statuses are those that are not over, as crates/store/src/read/cases.rs names them word by word.
CREATE INDEX cases_waiting ON cases (raised_at, id)
    WHERE status IN ('raised', 'endorsed', 'handled_locally', 'filed', 'dispatched', 'in_handling', 'verification', 'callback',
                     'dissatisfied');

-- 判例: all rulings, the newest first.
CREATE INDEX precedents_newest ON precedents (ruled_at DESC, request DESC);
