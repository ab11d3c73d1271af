//! The database goes away, and comes back.

use std::time::{Duration, Instant};

use futures::future::join_all;
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use whistle_testkit::TestServer;

use crate::support::{Stage, TestHouse, whistle};

/// No answer may take longer while the database is away.
const AWAY_ANSWER_MAX: Duration = Duration::from_secs(20);
/// By then the service must have found the database again.
const RECOVERY_MAX: Duration = Duration::from_secs(30);

impl TestHouse {
    /// Closes the database to everybody and ends every connection to it, or opens it again.
    async fn database_open(&self, open: bool) {
        let mut server = PgConnection::connect(TestServer::shared().await.url()).await.expect("the server");
        let name = self.database.name();
        let statement = format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {open}");
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut server).await.expect("closed or opened");
        if !open {
            sqlx::query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1")
                .bind(name)
                .execute(&mut server)
                .await
                .expect("ended");
        }
        server.close().await.expect("closed");
    }

    /// Asks again and again, as a client would, until the service is ready.
    async fn ready_again(&self) {
        let until = Instant::now() + RECOVERY_MAX;
        loop {
            if self.get(&self.people.nobody, "/readyz").send().await.status == 200 {
                return;
            }
            assert!(Instant::now() < until, "the service did not find its database again");
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn while_the_database_is_away_everything_says_so_in_time_and_all_is_well_when_it_returns() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.case_at(Stage::Dispatched).await;
    let list = format!("/api/v1/cases?min_position={}", case.position);
    house.get(&people.supervisor, &list).expect(200).await;
    house.database_open(false).await;

    let ready = house.get(&people.nobody, "/readyz").expect(503).await.json();
    assert_eq!((&ready["ready"], &ready["database"]), (&false.into(), &false.into()));
    house.get(&people.nobody, "/healthz").expect(200).await;
    house.get(&people.nobody, "/api/v1/categories").expect(200).await;
    let sign = format!("/api/v1/dispatches/{}/sign", case.lead);
    let progress = format!("/api/v1/public/cases/{}?code={}", case.number, case.code);
    let mut raised = whistle();
    raised["anonymous"] = json!(true);
    let login = json!({ "username": "dispatcher", "password": crate::support::PASSWORD });
    let began = Instant::now();
    let sent = [
        house.get(&people.supervisor, "/api/v1/cases"),
        house.get(&people.supervisor, "/api/v1/dispatches"),
        house.get(&people.supervisor, "/api/v1/reports/backlog"),
        house.get(&people.supervisor, &case.path("history")),
        house.get(&people.housing, "/api/v1/me"),
        house.get(&people.nobody, &progress),
        house.post(&people.housing, &sign, &json!({})),
        house.post(&people.nobody, "/api/v1/cases", &raised),
        house.post(&people.nobody, "/api/v1/sessions", &login),
    ]
    .map(|call| async {
        let answer = call.send().await;
        // Who was let in a moment ago may still be known.
        let known = answer.status == 200 && answer.asked.contains("/me");
        assert!(known || answer.status == 503, "{answer}");
    });
    join_all(sent).await;
    assert!(began.elapsed() < AWAY_ANSWER_MAX, "{:?}", began.elapsed());

    house.database_open(true).await;
    house.ready_again().await;
    let signed = house.post(&people.housing, &sign, &json!({})).send().await;
    // The command that got no answer may have been carried out, and then cannot be carried out again.
    assert!(matches!(signed.status, 200 | 409), "{signed}");
    let case = house.case_at(Stage::Closed).await;
    let list = format!("/api/v1/cases?min_position={}", case.position);
    assert!(house.get(&people.supervisor, &list).expect(200).await.ids().contains(&case.id));
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_and_nothing_is_done_twice_across_an_outage() {
    let house = TestHouse::open().await;
    let resident = &house.people.resident;
    house.raised().await;
    let raise = |key: String| house.post(resident, "/api/v1/cases", &whistle()).key(&key).send();
    // Some are in flight when the lights go out.
    let in_flight = join_all((0..40).map(|at| raise(format!("outage-{at}"))));
    let (answers, ()) = tokio::join!(in_flight, house.database_open(false));
    for answer in &answers {
        assert!(matches!(answer.status, 201 | 503), "{answer}");
    }
    house.database_open(true).await;
    house.ready_again().await;
    let again = join_all((0..40).map(|at| raise(format!("outage-{at}")))).await;
    for (first, again) in answers.iter().zip(&again) {
        assert_eq!(again.status, 201, "{again}");
        if first.status == 201 {
            assert_eq!(first.text, again.text, "an acknowledged report changed");
        }
    }
    assert_eq!(house.events().await, 41);
    let positions: Vec<i64> = sqlx::query_scalar("SELECT position FROM events ORDER BY position")
        .fetch_all(&house.owner)
        .await
        .expect("positions");
    assert_eq!(positions, (1..=i64::try_from(positions.len()).expect("a few")).collect::<Vec<_>>(), "a gap");
}
