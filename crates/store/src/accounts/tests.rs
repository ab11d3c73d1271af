use chrono::{DateTime, TimeDelta};
use rstest::rstest;
use whistle_domain::clock::MovedClock;
use whistle_testkit::TestDatabase;

use super::*;

const PASSWORD: &str = "正确的马电池订书钉";

struct Stage {
    accounts: Accounts,
    clock: Arc<MovedClock>,
    pool: PgPool,
    _database: TestDatabase,
}

/// Accounts in the service's role over tables of their own.
async fn stage() -> Stage {
    let database = TestDatabase::create(&crate::database::MIGRATIONS).await;
    let pool = crate::database::pool(database.url(), 8).unwrap();
    let clock = Arc::new(MovedClock::starting_at(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let accounts = Accounts::new(pool.clone(), clock.clone());
    Stage { accounts, clock, pool, _database: database }
}

impl Stage {
    /// Another process over the same tables, with caches and limits of its own.
    fn another_process(&self) -> Accounts {
        Accounts::new(self.pool.clone(), self.clock.clone())
    }

    async fn officer(&self) -> Account {
        self.accounts.create_user(officer()).await.unwrap()
    }
}

fn officer() -> NewUser {
    NewUser {
        username: "chengguan-01".to_owned(),
        password: Some(format!("{PASSWORD}!")),
        role: Role::Department,
        unit: Some("D-CGJ".to_owned()),
        area_unit: None,
        display_name: Some("城管局值班员".to_owned()),
        subject: None,
    }
}

fn resident() -> NewUser {
    NewUser {
        username: "resident-01".to_owned(),
        role: Role::Resident,
        unit: None,
        display_name: None,
        subject: Some(new_id()),
        ..officer()
    }
}

#[tokio::test]
async fn the_right_password_lets_in_as_the_actor_that_was_made() {
    let stage = stage().await;
    let made = stage.officer().await;
    let found = stage
        .accounts
        .authenticate_password(" ChengGuan-01 ", &format!("{PASSWORD}!"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found, made);
    let actor = Actor { id: made.id, role: Role::Department, unit: Some("D-CGJ".to_owned()) };
    assert_eq!(found.actor(), actor);
    assert_eq!(stage.accounts.by_username("chengguan-01").await.unwrap(), Some(made.clone()));
    assert_eq!(stage.accounts.list(None, 10).await.unwrap(), [made]);
}

#[tokio::test]
async fn a_wrong_password_an_unknown_name_and_an_account_without_password_look_the_same() {
    let stage = stage().await;
    stage.officer().await;
    let without = NewUser { username: "robot".to_owned(), password: None, ..officer() };
    stage.accounts.create_user(without).await.unwrap();
    for (username, password) in [
        ("chengguan-01", "wrong password"),
        ("nobody", PASSWORD),
        ("robot", PASSWORD),
        ("robot", ""),
        ("nobody\0", PASSWORD),
        ("", ""),
    ] {
        assert_eq!(
            stage.accounts.authenticate_password(username, password).await.unwrap(),
            None,
            "{username}"
        );
    }
}

#[tokio::test]
async fn every_failure_costs_one_comparison_of_the_same_price() {
    let stage = stage().await;
    stage.officer().await;
    let without = NewUser { username: "robot".to_owned(), password: None, ..officer() };
    stage.accounts.create_user(without).await.unwrap();
    let disabled = NewUser { username: "former".to_owned(), ..officer() };
    let disabled = stage.accounts.create_user(disabled).await.unwrap();
    stage.accounts.disable(disabled.id).await.unwrap();
    for (nth, username) in (1..).zip(["chengguan-01", "nobody", "robot", "former", ""]) {
        assert_eq!(stage.accounts.authenticate_password(username, "wrong password").await.unwrap(), None);
        assert_eq!(stage.accounts.passwords.compared(), nth, "{username:?}");
    }
    let stored: String =
        sqlx::query_scalar("SELECT password_hash FROM users WHERE username = 'chengguan-01'")
            .fetch_one(&stage.pool)
            .await
            .unwrap();
    let price = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
    assert_eq!(price(&stored), "$argon2id$v=19$m=19456,t=2,p=1");
    assert_eq!(price(password::nobodys_hash()), price(&stored));
}

/// What may happen to an account while its password is being compared.
#[derive(Debug, Clone, Copy)]
enum Meanwhile {
    Disabled,
    NewPassword,
    Nothing,
}

#[rstest]
#[case(Meanwhile::Disabled)]
#[case(Meanwhile::NewPassword)]
#[case(Meanwhile::Nothing)]
#[tokio::test]
async fn what_happens_to_an_account_while_its_password_is_compared_counts(#[case] meanwhile: Meanwhile) {
    let stage = stage().await;
    let officer = stage.officer().await;
    let turns = stage.accounts.passwords.take_every_turn().await;
    let password = format!("{PASSWORD}!");
    let mut signing_in = std::pin::pin!(stage.accounts.authenticate_password("chengguan-01", &password));
    // Who waits for a turn has read the account.
    while stage.accounts.passwords.callers() == 0 {
        tokio::select! {
            biased;
            early = &mut signing_in => panic!("{early:?} without a comparison"),
            () = tokio::task::yield_now() => {}
        }
    }
    match meanwhile {
        Meanwhile::Disabled => stage.accounts.disable(officer.id).await.unwrap(),
        Meanwhile::NewPassword => {
            let other = stage.another_process();
            other.set_password(officer.id, "another password".to_owned()).await.unwrap();
        }
        Meanwhile::Nothing => {}
    }
    drop(turns);
    let let_in = signing_in.await.unwrap();
    assert_eq!(let_in.is_some(), matches!(meanwhile, Meanwhile::Nothing), "{meanwhile:?}");
}

#[tokio::test]
async fn after_five_wrong_passwords_the_name_is_refused_for_a_quarter_of_an_hour() {
    let stage = stage().await;
    stage.officer().await;
    for username in ["chengguan-01", "nobody"] {
        for _ in 0..5 {
            assert_eq!(stage.accounts.authenticate_password(username, "wrong password").await.unwrap(), None);
        }
        let refused = stage.accounts.authenticate_password(username, &format!("{PASSWORD}!")).await;
        assert!(
            matches!(refused, Err(AccountsError::TooManyAttempts { retry_after_seconds: 901 })),
            "{refused:?}"
        );
    }
    stage.clock.advance(TimeDelta::minutes(15));
    let let_in = stage.accounts.authenticate_password("chengguan-01", &format!("{PASSWORD}!")).await.unwrap();
    assert!(let_in.is_some());
}

#[tokio::test]
async fn guesses_made_all_at_once_are_counted_one_by_one() {
    let stage = stage().await;
    let guesses = (0..20).map(|_| stage.accounts.authenticate_password("nobody", "wrong password"));
    let answers = futures::future::join_all(guesses).await;
    let refused =
        answers.iter().filter(|answer| matches!(answer, Err(AccountsError::TooManyAttempts { .. }))).count();
    assert_eq!(refused, 15);
}

#[tokio::test]
async fn success_takes_the_count_of_attempts_back() {
    let stage = stage().await;
    stage.officer().await;
    for _ in 0..3 {
        for _ in 0..3 {
            stage.accounts.authenticate_password("chengguan-01", "wrong password").await.unwrap();
        }
        let let_in =
            stage.accounts.authenticate_password("chengguan-01", &format!("{PASSWORD}!")).await.unwrap();
        assert!(let_in.is_some());
    }
}

#[rstest]
#[case(NewUser { username: "x".to_owned(), ..officer() }, "a user name has 2 to 64")]
#[case(NewUser { username: "a b".to_owned(), ..officer() }, "a user name has 2 to 64")]
#[case(NewUser { username: "ab\0".to_owned(), ..officer() }, "a user name has 2 to 64")]
#[case(NewUser { username: "x".repeat(65), ..officer() }, "a user name has 2 to 64")]
#[case(NewUser { password: Some("九个字符的密码啊啊".to_owned()), ..officer() }, "a password has at least 10")]
#[case(NewUser { password: Some("x".repeat(1025)), ..officer() }, "a password has at most 1024")]
#[case(NewUser { password: Some("my-ChengGuan-01".to_owned()), ..officer() }, "a password may not contain")]
#[case(NewUser { role: Role::System, ..officer() }, "no account can have the role")]
#[case(NewUser { unit: None, ..officer() }, "an account of this role needs a unit")]
#[case(NewUser { unit: Some(" ".to_owned()), ..officer() }, "the unit is not usable")]
#[case(NewUser { display_name: Some("a\0b".to_owned()), ..officer() }, "the display name is not usable")]
#[case(NewUser { subject: Some(Uuid::nil()), ..officer() }, "only a resident's account has")]
#[case(NewUser { display_name: Some("张三".to_owned()), ..resident() }, "a resident's account has no")]
#[case(NewUser { unit: Some("D-CGJ".to_owned()), ..resident() }, "a resident's account has no")]
#[case(NewUser { username: "13812345678".to_owned(), ..resident() }, "a resident's user name may not be")]
#[tokio::test]
async fn an_account_that_makes_no_sense_is_refused_and_leaves_nothing(
    #[case] user: NewUser,
    #[case] reason: &str,
) {
    let stage = stage().await;
    let refused = stage.accounts.create_user(user).await.unwrap_err().to_string();
    assert!(refused.starts_with(reason), "{refused}");
    assert_eq!(stage.accounts.list(None, 10).await.unwrap(), []);
}

#[tokio::test]
async fn a_user_name_belongs_to_one_account_however_it_is_written() {
    let stage = stage().await;
    stage.officer().await;
    let again = NewUser { username: "CHENGGUAN-01".to_owned(), ..officer() };
    assert!(matches!(stage.accounts.create_user(again).await, Err(AccountsError::UsernameTaken)));
}

#[tokio::test]
async fn a_residents_account_knows_its_person_and_no_name() {
    let stage = stage().await;
    let made = stage.accounts.create_user(resident()).await.unwrap();
    assert!(made.subject.is_some());
    assert_eq!((made.display_name, made.unit), (None, None));
}

#[tokio::test]
async fn a_token_lets_in_until_it_expires() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let expires_at = stage.clock.now() + TimeDelta::hours(1);
    let issued = stage.accounts.issue_token(officer.id, "对接", Some(expires_at)).await.unwrap();
    assert_eq!(stage.accounts.authenticate_token(&issued.token).await.unwrap(), Some(officer.clone()));
    stage.clock.advance(TimeDelta::hours(1));
    // Both the one that remembers it and one that never saw it.
    assert_eq!(stage.accounts.authenticate_token(&issued.token).await.unwrap(), None);
    assert_eq!(stage.another_process().authenticate_token(&issued.token).await.unwrap(), None);
    let too_late = stage.accounts.issue_token(officer.id, "对接", Some(expires_at)).await;
    assert!(matches!(too_late, Err(AccountsError::ExpiryInThePast)));
    assert!(matches!(
        stage.accounts.issue_token(new_id(), "对接", None).await,
        Err(AccountsError::NoSuchAccount)
    ));
}

#[tokio::test]
async fn a_revoked_token_is_out_at_once_and_the_others_stay() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let revoked = stage.accounts.issue_token(officer.id, "一", None).await.unwrap();
    let kept = stage.accounts.issue_token(officer.id, "二", None).await.unwrap();
    for token in [&revoked.token, &kept.token] {
        assert!(stage.accounts.authenticate_token(token).await.unwrap().is_some());
    }
    assert!(stage.accounts.revoke_token(revoked.id).await.unwrap());
    assert!(!stage.accounts.revoke_token(revoked.id).await.unwrap());
    assert_eq!(stage.accounts.authenticate_token(&revoked.token).await.unwrap(), None);
    assert!(stage.accounts.authenticate_token(&kept.token).await.unwrap().is_some());
    let tokens = stage.accounts.tokens_of(officer.id).await.unwrap();
    let left: Vec<_> =
        tokens.iter().filter(|token| token.revoked_at.is_none()).map(|token| token.id).collect();
    assert_eq!((tokens.len(), left), (2, vec![kept.id]));
}

#[tokio::test]
async fn neither_tokens_nor_sessions_nor_passwords_are_kept_as_they_are() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let token = stage.accounts.issue_token(officer.id, "对接", None).await.unwrap().token;
    let session = stage.accounts.open_session(officer.id).await.unwrap();
    assert_eq!((token.len(), session.len()), (47, 47));
    let everything: String = sqlx::query_scalar(
        "SELECT (SELECT string_agg(t::text, '') FROM tokens t) || (SELECT string_agg(s::text, '') FROM sessions s)
             || (SELECT string_agg(u::text, '') FROM users u)",
    )
    .fetch_one(&stage.pool)
    .await
    .unwrap();
    assert!(everything.contains("$argon2id$v=19$m=19456,t=2,p=1$"));
    let bytes = |secret: &str| hex::encode(secret);
    for secret in [token.as_str(), session.as_str(), PASSWORD] {
        assert!(!everything.contains(secret) && !everything.contains(&bytes(secret)));
    }
}

#[rstest]
#[case("")]
#[case("wht_")]
#[case("wht_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
#[case("wht_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0A")]
#[case("张三")]
#[tokio::test]
async fn what_is_no_token_lets_nobody_in(#[case] secret: &str) {
    let stage = stage().await;
    assert_eq!(stage.accounts.authenticate_token(secret).await.unwrap(), None);
    assert_eq!(stage.accounts.authenticate_session(secret).await.unwrap(), None);
    assert!(!stage.accounts.end_session(secret).await.unwrap());
}

#[tokio::test]
async fn a_token_is_no_session_and_a_session_no_token() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let token = stage.accounts.issue_token(officer.id, "对接", None).await.unwrap().token;
    let session = stage.accounts.open_session(officer.id).await.unwrap();
    assert_eq!(stage.accounts.authenticate_session(&token).await.unwrap(), None);
    assert_eq!(stage.accounts.authenticate_token(&session).await.unwrap(), None);
}

#[tokio::test]
async fn a_session_lives_while_it_is_used_and_at_most_half_a_day() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let session = stage.accounts.open_session(officer.id).await.unwrap();
    // A new process each time: what one remembers for a moment must not stand in for the table.
    for _ in 0..14 {
        stage.clock.advance(TimeDelta::minutes(50));
        let found = stage.another_process().authenticate_session(&session).await.unwrap();
        assert_eq!(found, Some(officer.clone()));
    }
    stage.clock.advance(TimeDelta::minutes(20));
    assert_eq!(stage.another_process().authenticate_session(&session).await.unwrap(), None);
}

#[tokio::test]
async fn an_unused_session_ends() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let session = stage.accounts.open_session(officer.id).await.unwrap();
    assert!(stage.accounts.authenticate_session(&session).await.unwrap().is_some());
    stage.clock.advance(SESSION_IDLE_MAX);
    assert_eq!(stage.accounts.authenticate_session(&session).await.unwrap(), None);
    stage.accounts.open_session(officer.id).await.unwrap();
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM sessions").fetch_one(&stage.pool).await.unwrap();
    assert_eq!(kept, 1, "the one that is over was not cleared away");
}

#[tokio::test]
async fn signing_out_ends_this_session_at_once() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let session = stage.accounts.open_session(officer.id).await.unwrap();
    assert!(stage.accounts.authenticate_session(&session).await.unwrap().is_some());
    assert!(stage.accounts.end_session(&session).await.unwrap());
    assert!(!stage.accounts.end_session(&session).await.unwrap());
    assert_eq!(stage.accounts.authenticate_session(&session).await.unwrap(), None);
}

#[tokio::test]
async fn an_account_has_a_bounded_number_of_sessions() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let oldest = stage.accounts.open_session(officer.id).await.unwrap();
    for _ in 0..20 {
        stage.clock.advance(TimeDelta::seconds(1));
        stage.accounts.open_session(officer.id).await.unwrap();
    }
    assert_eq!(stage.accounts.authenticate_session(&oldest).await.unwrap(), None);
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM sessions").fetch_one(&stage.pool).await.unwrap();
    assert_eq!(kept, 20);
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_and_the_old_password() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let session = stage.accounts.open_session(officer.id).await.unwrap();
    assert!(stage.accounts.authenticate_session(&session).await.unwrap().is_some());
    stage.accounts.set_password(officer.id, "another password".to_owned()).await.unwrap();
    assert_eq!(stage.accounts.authenticate_session(&session).await.unwrap(), None);
    let old = stage.accounts.authenticate_password("chengguan-01", &format!("{PASSWORD}!")).await.unwrap();
    let new = stage.accounts.authenticate_password("chengguan-01", "another password").await.unwrap();
    assert_eq!((old, new), (None, Some(officer.clone())));
    let short = stage.accounts.set_password(officer.id, "short".to_owned()).await;
    assert!(matches!(short, Err(AccountsError::PasswordTooShort)));
    let nobody = stage.accounts.set_password(new_id(), "another password".to_owned()).await;
    assert!(matches!(nobody, Err(AccountsError::NoSuchAccount)));
}

#[tokio::test]
async fn a_disabled_account_is_out_by_every_way_and_stays_out() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let token = stage.accounts.issue_token(officer.id, "对接", None).await.unwrap().token;
    let session = stage.accounts.open_session(officer.id).await.unwrap();
    assert!(stage.accounts.authenticate_token(&token).await.unwrap().is_some());
    assert!(stage.accounts.authenticate_session(&session).await.unwrap().is_some());
    stage.accounts.disable(officer.id).await.unwrap();
    stage.accounts.disable(officer.id).await.unwrap();
    assert_eq!(stage.accounts.authenticate_token(&token).await.unwrap(), None);
    assert_eq!(stage.accounts.authenticate_session(&session).await.unwrap(), None);
    let password =
        stage.accounts.authenticate_password("chengguan-01", &format!("{PASSWORD}!")).await.unwrap();
    assert_eq!(password, None);
    assert!(matches!(stage.accounts.open_session(officer.id).await, Err(AccountsError::NoSuchAccount)));
    assert!(matches!(
        stage.accounts.issue_token(officer.id, "x", None).await,
        Err(AccountsError::NoSuchAccount)
    ));
    assert!(matches!(stage.accounts.disable(new_id()).await, Err(AccountsError::NoSuchAccount)));
    assert_eq!(stage.accounts.by_username("chengguan-01").await.unwrap(), Some(officer));
    assert_eq!(stage.accounts.list(None, 10).await.unwrap(), []);
}

#[test]
fn made_passwords_are_long_legible_and_never_the_same() {
    let (one, other) = (made_password(), made_password());
    assert_eq!(one.len(), 20);
    assert!(one.bytes().all(|byte| byte.is_ascii_lowercase() || (b'2'..=b'9').contains(&byte)));
    assert!(!one.contains('l') && !one.contains('o'));
    assert_ne!(one, other);
}

#[tokio::test]
async fn the_last_administrator_is_not_closed_however_many_try_at_once() {
    let stage = stage().await;
    let admin =
        |name: &str| NewUser { username: name.to_owned(), role: Role::Admin, unit: None, ..officer() };
    let one = stage.accounts.create_user(admin("admin-one")).await.unwrap();
    let other = stage.accounts.create_user(admin("admin-two")).await.unwrap();
    let elsewhere = stage.another_process();
    let (first, second) = tokio::join!(stage.accounts.close(one.id), elsewhere.close(other.id));
    let refused =
        [first, second].into_iter().filter(|closed| matches!(closed, Err(AccountsError::LastAdmin)));
    assert_eq!(refused.count(), 1);
    assert_eq!(stage.accounts.list(None, 10).await.unwrap().len(), 1);
    // Whoever is no administrator, and whoever is closed already, is nobody's last.
    let officer = stage.officer().await;
    stage.accounts.close(officer.id).await.unwrap();
    stage.accounts.close(officer.id).await.unwrap();
    let nobody = stage.accounts.close(new_id()).await.unwrap_err();
    assert!(matches!(nobody, AccountsError::NoSuchAccount), "{nobody}");
}

#[tokio::test]
async fn the_register_tells_open_and_closed_accounts_with_the_keys_that_let_in_first() {
    let stage = stage().await;
    let officer = stage.officer().await;
    let resident = stage.accounts.create_user(resident()).await.unwrap();
    let mut keys = Vec::new();
    for label in ["first", "second", "third"] {
        stage.clock.advance(TimeDelta::minutes(1));
        keys.push(stage.accounts.issue_token(officer.id, label, None).await.unwrap().id);
    }
    assert!(stage.accounts.revoke_token(keys[2]).await.unwrap());
    stage.accounts.close(resident.id).await.unwrap();
    let find = async |filter: AccountFilter| {
        let found = stage.accounts.registered(&filter, None, 10).await.unwrap();
        found.into_iter().map(|found| found.account.username).collect::<Vec<_>>()
    };
    let everybody = AccountFilter::default();
    assert_eq!(find(everybody.clone()).await, ["chengguan-01", "resident-01"]);
    assert_eq!(find(AccountFilter { open: Some(true), ..everybody.clone() }).await, ["chengguan-01"]);
    assert_eq!(find(AccountFilter { open: Some(false), ..everybody.clone() }).await, ["resident-01"]);
    assert_eq!(
        find(AccountFilter { role: Some(Role::Resident), ..everybody.clone() }).await,
        ["resident-01"]
    );
    for text in ["GUAN", "值班", "chengguan-01"] {
        let found = find(AccountFilter { text: Some(text.to_owned()), ..everybody.clone() }).await;
        assert_eq!(found, ["chengguan-01"], "{text}");
    }
    // What looks like a pattern is none.
    assert!(find(AccountFilter { text: Some("%".to_owned()), ..everybody.clone() }).await.is_empty());
    let after = stage.accounts.registered(&everybody, Some("chengguan-01"), 10).await.unwrap();
    assert_eq!(after.len(), 1);
    let told = stage.accounts.registered_as(" ChengGuan-01").await.unwrap().unwrap();
    assert_eq!(
        told.keys.iter().map(|key| key.label.as_str()).collect::<Vec<_>>(),
        ["second", "first", "third"]
    );
    assert_eq!(stage.accounts.tokens_in_force(officer.id).await.unwrap(), 2);
    assert!(stage.accounts.token_of(officer.id, keys[0]).await.unwrap().is_some());
    assert_eq!(stage.accounts.token_of(resident.id, keys[0]).await.unwrap(), None);
    let names = stage.accounts.usernames(&[officer.id, new_id()]).await.unwrap();
    assert_eq!(names.into_values().collect::<Vec<_>>(), ["chengguan-01"]);
    let labels = stage.accounts.key_labels(&keys[..1]).await.unwrap();
    assert_eq!(labels.into_values().collect::<Vec<_>>(), ["first"]);
}
