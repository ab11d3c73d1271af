use chrono::TimeZone;

use super::*;

const ACCOUNT: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);
const KEY: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0002);

fn opened() -> AccountOpened {
    let (unit, area) = (Some("d-dispatch".to_owned()), Some("yunqi".to_owned()));
    AccountOpened { account: ACCOUNT, role: Role::Dispatcher, unit, area }
}

fn golden_of_integrations() -> [(AccessEvent, &'static str); 6] {
    let integration = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0003);
    let opened = IntegrationOpened {
        integration,
        host: "hotline.example".to_owned(),
        unit: Some("yunqi".to_owned()),
        event_types: vec!["WhistleRaised".to_owned(), "CaseClosed".to_owned()],
        after: 41,
    };
    let paused = IntegrationPaused { integration, cause: PauseCause::Failing };
    [
        (
            AccessEvent::IntegrationOpened(opened),
            include_str!("../../golden/access/integration_opened.v1.json"),
        ),
        (
            AccessEvent::IntegrationPaused(paused),
            include_str!("../../golden/access/integration_paused.v1.json"),
        ),
        (
            AccessEvent::IntegrationResumed(IntegrationResumed { integration }),
            include_str!("../../golden/access/integration_resumed.v1.json"),
        ),
        (
            AccessEvent::IntegrationReplayed(IntegrationReplayed { integration, after: 7 }),
            include_str!("../../golden/access/integration_replayed.v1.json"),
        ),
        (
            AccessEvent::IntegrationSecretReplaced(IntegrationSecretReplaced { integration }),
            include_str!("../../golden/access/integration_secret_replaced.v1.json"),
        ),
        (
            AccessEvent::IntegrationClosed(IntegrationClosed { integration }),
            include_str!("../../golden/access/integration_closed.v1.json"),
        ),
    ]
}

fn issued() -> KeyIssued {
    let expires_at = Utc.with_ymd_and_hms(2027, 3, 2, 4, 0, 0).unwrap();
    KeyIssued { account: ACCOUNT, key: KEY, expires_at }
}

#[test]
fn what_was_closed_or_revoked_is_not_closed_or_revoked_again() {
    let mut book = AccessBook::default();
    let close = AccessCommand::Close(AccountClosed { account: ACCOUNT });
    let revoke = AccessCommand::RevokeKey(KeyRevoked { account: ACCOUNT, key: KEY });
    for command in [close, revoke] {
        let event = book.decide(command.clone()).expect("for the first time");
        book.evolve(&event);
        assert_eq!(book.decide(command), None);
    }
    let other = Uuid::from_u128(7);
    assert!(book.decide(AccessCommand::Close(AccountClosed { account: other })).is_some());
    assert!(book.decide(AccessCommand::RevokeKey(KeyRevoked { account: ACCOUNT, key: other })).is_some());
}

#[test]
fn an_integration_is_paused_once_resumed_once_and_closed_for_good() {
    let mut book = AccessBook::default();
    let integration = Uuid::from_u128(3);
    let pause =
        || AccessCommand::PauseIntegration(IntegrationPaused { integration, cause: PauseCause::Asked });
    let resume = || AccessCommand::ResumeIntegration(IntegrationResumed { integration });
    let close = || AccessCommand::CloseIntegration(IntegrationClosed { integration });
    assert_eq!(book.decide(resume()), None, "nobody paused it");
    let paused = book.decide(pause()).expect("for the first time");
    book.evolve(&paused);
    assert!(book.paused(integration) && book.decide(pause()).is_none());
    let resumed = book.decide(resume()).expect("it is paused");
    book.evolve(&resumed);
    assert!(!book.paused(integration) && book.decide(pause()).is_some());
    let closed = book.decide(close()).expect("for the first time");
    book.evolve(&closed);
    for command in [pause(), resume(), close()] {
        assert_eq!(book.decide(command), None);
    }
}

#[test]
fn whoever_looks_after_a_neighbourhood_is_posted_on_the_map_and_residents_nowhere() {
    assert!(
        unit_fits(Role::Community, UnitKind::Community) && unit_fits(Role::GridWorker, UnitKind::Village)
    );
    assert!(!unit_fits(Role::Community, UnitKind::Department));
    assert!(unit_fits(Role::Department, UnitKind::Street) && unit_fits(Role::Department, UnitKind::Utility));
    assert!(!unit_fits(Role::Admin, UnitKind::Building) && unit_fits(Role::Admin, UnitKind::Centre));
    for kind in UnitKind::ALL {
        assert!(!unit_fits(Role::Resident, kind), "{kind:?}");
        for role in Role::ACCOUNTS {
            assert!(!needs_unit(role) || UnitKind::ALL.iter().any(|kind| unit_fits(role, *kind)), "{role:?}");
        }
    }
}

#[test]
fn every_event_is_read_and_written_as_in_its_golden_file() {
    let revoked = KeyRevoked { account: ACCOUNT, key: KEY };
    let golden = [
        (AccessEvent::AccountOpened(opened()), include_str!("../../golden/access/account_opened.v1.json")),
        (
            AccessEvent::AccountClosed(AccountClosed { account: ACCOUNT }),
            include_str!("../../golden/access/account_closed.v1.json"),
        ),
        (
            AccessEvent::PasswordReplaced(PasswordReplaced { account: ACCOUNT }),
            include_str!("../../golden/access/password_replaced.v1.json"),
        ),
        (AccessEvent::KeyIssued(issued()), include_str!("../../golden/access/key_issued.v1.json")),
        (AccessEvent::KeyRevoked(revoked), include_str!("../../golden/access/key_revoked.v1.json")),
    ];
    for (event, golden) in golden.into_iter().chain(golden_of_integrations()) {
        assert_eq!(serde_json::from_str::<AccessEvent>(golden).unwrap(), event);
        assert_eq!(serde_json::to_string_pretty(&event).unwrap() + "\n", golden);
    }
}
