use super::{command, database, log_on, owner};
use crate::ids::new_id;
use crate::log::{Problem, ProblemKind};

#[tokio::test]
async fn every_kind_of_tampering_is_named_at_its_position() {
    use ProblemKind::{LeafHashMismatch, Missing, VersionOutOfOrder};
    let cases: [(&str, &[(i64, ProblemKind)]); 9] = [
        ("SELECT 1", &[]),
        ("UPDATE events SET payload = payload || ' ' WHERE position = 2", &[(2, LeafHashMismatch)]),
        ("UPDATE events SET metadata = '{}' WHERE position = 3", &[(3, LeafHashMismatch)]),
        ("UPDATE events SET recorded_at = recorded_at + interval '1 us' WHERE position = 1", &[(1, LeafHashMismatch)]),
        ("UPDATE events SET leaf_hash = sha256('') WHERE position = 4", &[(4, LeafHashMismatch)]),
        ("UPDATE events SET command_id = gen_random_uuid() WHERE position = 4", &[(4, LeafHashMismatch)]),
        ("DELETE FROM events WHERE position = 1", &[(1, Missing), (2, VersionOutOfOrder)]),
        (
            "UPDATE events SET position = 9 WHERE position = 2; UPDATE events SET position = 2 WHERE position = 3;
             UPDATE events SET position = 3 WHERE position = 9",
            &[(2, VersionOutOfOrder), (3, VersionOutOfOrder), (4, VersionOutOfOrder)],
        ),
        ("UPDATE events SET version = 9 WHERE position = 4", &[(4, VersionOutOfOrder), (4, LeafHashMismatch)]),
    ];
    let database = database().await;
    let log = log_on(&database);
    log.append(command(new_id(), 0, 4)).await.unwrap();
    let owner = owner(&database).await;
    let disarm = "ALTER TABLE events DISABLE TRIGGER ALL; CREATE TABLE recorded AS TABLE events";
    sqlx::raw_sql(disarm).execute(&owner).await.unwrap();
    for (tampering, expected) in cases {
        let restore = "DELETE FROM events; INSERT INTO events TABLE recorded";
        sqlx::raw_sql(restore).execute(&owner).await.unwrap();
        sqlx::raw_sql(tampering).execute(&owner).await.unwrap();

        let mut heard = 0;
        let verification = log.verify(|events| heard = events).await.unwrap();
        let expected: Vec<_> = expected.iter().map(|&(position, kind)| Problem { position, kind }).collect();
        assert_eq!(verification.problems, expected, "{tampering}");
        assert_eq!(verification.events, heard);
    }
}
