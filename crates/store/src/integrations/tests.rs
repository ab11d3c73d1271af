use chrono::TimeZone;
use whistle_testkit::TestDatabase;

use super::*;
use crate::ids::new_id;
use crate::vault::KeyFile;

struct Stage {
    integrations: Integrations,
    _database: TestDatabase,
}

async fn stage() -> Stage {
    let database = TestDatabase::create(&crate::database::MIGRATIONS).await;
    let pool = crate::database::pool(database.url(), 4).unwrap();
    let path = std::env::temp_dir().join(format!("whistle-integrations-{}", new_id().simple()));
    let vault = Vault::new(pool.clone(), KeyFile::load_or_create(&path).unwrap());
    std::fs::remove_file(&path).unwrap();
    Stage { integrations: Integrations::new(pool, vault), _database: database }
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 20, 4, 0, 0).unwrap()
}

fn new(name: &str) -> NewIntegration {
    let (url, event_types) = ("https://hotline.example/hook".to_owned(), vec!["CaseClosed".to_owned()]);
    NewIntegration { id: new_id(), name: name.to_owned(), url, unit: None, event_types, after: 5 }
}

const OK: Attempt = Attempt { at: DateTime::<Utc>::UNIX_EPOCH, status: Some(200), error: None };

impl Stage {
    async fn row(&self, id: Uuid) -> Integration {
        self.integrations.find(id).await.unwrap().expect("it was made")
    }
}

#[tokio::test]
async fn a_delivery_is_in_one_hand_at_a_time_and_keeps_its_name_until_it_is_taken() {
    let stage = stage().await;
    let (all, hotline) = (&stage.integrations, new("热线"));
    all.make(&hotline, now()).await.unwrap();
    let (first, second) = (new_id(), new_id());
    let seen = stage.row(hotline.id).await;
    let delivery = InHand { id: new_id(), through: 9 };
    assert!(all.begin(&seen, delivery, first, now()).await.unwrap());
    // The other process looked before, and looks again after.
    assert!(!all.begin(&seen, InHand { id: new_id(), through: 9 }, second, now()).await.unwrap());
    assert!(all.due(second, 9, now()).await.unwrap().is_empty());
    let seen = stage.row(hotline.id).await;
    assert_eq!(seen.in_hand, Some(delivery));
    assert!(!all.begin(&seen, delivery, second, now()).await.unwrap());
    // The first process is gone; what it had in hand goes on as it was.
    let later = now() + IN_HAND_IS_OVER;
    assert_eq!(all.due(second, 9, later).await.unwrap(), [hotline.id]);
    assert!(all.begin(&seen, delivery, second, later).await.unwrap());
    assert_eq!(stage.row(hotline.id).await.in_hand, Some(delivery));
    assert!(all.taken(hotline.id, delivery.id, OK).await.unwrap());
    assert!(!all.taken(hotline.id, delivery.id, OK).await.unwrap(), "it was taken before");
    let row = stage.row(hotline.id).await;
    assert_eq!((row.delivered, row.in_hand, row.last_status), (9, None, Some(200)));
    assert!(all.due(second, 9, later).await.unwrap().is_empty(), "there is nothing more");
}

const IN_HAND_IS_OVER: TimeDelta = TimeDelta::seconds(31);

#[tokio::test]
async fn what_failed_waits_and_a_replay_lets_go_of_it() {
    let stage = stage().await;
    let (all, hotline, process) = (&stage.integrations, new("热线"), new_id());
    all.make(&hotline, now()).await.unwrap();
    let delivery = InHand { id: new_id(), through: 9 };
    assert!(all.begin(&stage.row(hotline.id).await, delivery, process, now()).await.unwrap());
    let attempt = Attempt { at: now(), status: None, error: Some("timed_out") };
    all.failed(hotline.id, delivery.id, attempt, now() + TimeDelta::seconds(1)).await.unwrap();
    assert!(all.due(process, 9, now()).await.unwrap().is_empty());
    assert_eq!(all.due(process, 9, now() + TimeDelta::seconds(1)).await.unwrap(), [hotline.id]);
    let row = stage.row(hotline.id).await;
    assert_eq!((row.failures, row.failing_since), (1, Some(now())));
    assert_eq!((row.last_error.as_deref(), row.in_hand), (Some("timed_out"), Some(delivery)));
    all.replay(hotline.id, 0, 1).await.unwrap();
    assert!(!all.taken(hotline.id, delivery.id, OK).await.unwrap(), "a late answer moves nothing");
    let row = stage.row(hotline.id).await;
    assert_eq!((row.delivered, row.in_hand, row.next_attempt_at), (0, None, None));
    all.passed(&row, 7).await.unwrap();
    assert_eq!(stage.row(hotline.id).await.delivered, 7);
}

#[tokio::test]
async fn what_is_begun_anew_with_a_nearer_end_lets_go_of_what_was_in_hand() {
    let stage = stage().await;
    let (all, hotline, process) = (&stage.integrations, new("热线"), new_id());
    all.make(&hotline, now()).await.unwrap();
    let (whole, part) = (InHand { id: new_id(), through: 20 }, InHand { id: new_id(), through: 12 });
    assert!(all.begin(&stage.row(hotline.id).await, whole, process, now()).await.unwrap());
    assert!(all.begin(&stage.row(hotline.id).await, part, process, now()).await.unwrap());
    assert!(!all.taken(hotline.id, whole.id, OK).await.unwrap(), "a late answer moves nothing");
    assert!(all.taken(hotline.id, part.id, OK).await.unwrap());
    assert_eq!(stage.row(hotline.id).await.delivered, 12);
}

#[tokio::test]
async fn nobody_begins_what_another_process_tried_meanwhile_and_put_off() {
    let stage = stage().await;
    let (all, hotline, (first, second)) = (&stage.integrations, new("热线"), (new_id(), new_id()));
    all.make(&hotline, now()).await.unwrap();
    let delivery = InHand { id: new_id(), through: 9 };
    assert!(all.begin(&stage.row(hotline.id).await, delivery, first, now()).await.unwrap());
    // The second process looks while the first still tries, and takes its time to put the delivery together.
    let seen = stage.row(hotline.id).await;
    let attempt = Attempt { at: now(), status: Some(500), error: None };
    let put_off = now() + TimeDelta::minutes(1);
    all.failed(hotline.id, delivery.id, attempt, put_off).await.unwrap();
    assert!(!all.begin(&seen, delivery, second, now()).await.unwrap(), "it is not time yet");
    assert!(
        !all.begin(&seen, delivery, second, put_off).await.unwrap(),
        "it has failed since it was looked at"
    );
    let seen = stage.row(hotline.id).await;
    assert!(!all.begin(&seen, delivery, second, now()).await.unwrap(), "it is not time yet");
    assert!(all.begin(&seen, delivery, second, put_off).await.unwrap());
    // Whoever begins has it in hand for as long as anybody, counted from then.
    assert!(all.due(first, 9, put_off + IN_HAND_IS_OVER - TimeDelta::seconds(2)).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_secret_signs_its_day_out_however_often_those_after_it_are_replaced() {
    let stage = stage().await;
    let (all, hotline) = (&stage.integrations, new("热线"));
    let mut made = vec![all.make(&hotline, now()).await.unwrap()];
    let hour = |hours| now() + TimeDelta::hours(hours);
    for replaced in 1..=5 {
        made.push(all.replace_secret(hotline.id, replaced, hour(replaced)).await.unwrap().expect("made"));
        let newest_first: Vec<_> = made.iter().rev().take(5).cloned().collect();
        assert_eq!(all.signing_secrets(hotline.id, hour(replaced)).await.unwrap(), newest_first);
    }
    // The one that was replaced in hour 2 signs until hour 26, and so on.
    let signing = async |at| all.signing_secrets(hotline.id, at).await.unwrap();
    let newest_first = |from: usize| made[from..].iter().rev().cloned().collect::<Vec<_>>();
    assert_eq!(signing(hour(26) - TimeDelta::seconds(1)).await, newest_first(1));
    assert_eq!(signing(hour(26)).await, newest_first(2));
    assert_eq!(signing(hour(28)).await, newest_first(4));
    assert_eq!(signing(hour(29)).await, newest_first(5));
    all.close(hotline.id, hour(5)).await.unwrap();
    assert!(signing(hour(5)).await.is_empty());
}

#[tokio::test]
async fn a_secret_signs_a_day_longer_than_it_stands_and_not_at_all_once_closed() {
    let stage = stage().await;
    let (all, hotline) = (&stage.integrations, new("热线"));
    let first = all.make(&hotline, now()).await.unwrap();
    assert!(first.starts_with("whsec_") && first.len() == 49);
    assert!(matches!(all.make(&new("热线"), now()).await, Err(IntegrationsError::NameTaken)));
    let second = all.replace_secret(hotline.id, 1, now()).await.unwrap().expect("made");
    assert_eq!(all.replace_secret(hotline.id, 1, now()).await.unwrap(), None, "it was made for this event");
    let signing = |at| all.signing_secrets(hotline.id, at);
    assert_eq!(signing(now()).await.unwrap(), [second.clone(), first]);
    assert_eq!(signing(now() + FORMER_SECRET_SIGNS).await.unwrap(), [second]);
    all.close(hotline.id, now()).await.unwrap();
    assert!(signing(now()).await.unwrap().is_empty());
    // The name is free again, and the closed one is listed after the open one.
    let again = new("热线");
    all.make(&again, now()).await.unwrap();
    let listed: Vec<Uuid> = all.listed().await.unwrap().iter().map(|one| one.id).collect();
    assert_eq!(listed, [again.id, hotline.id]);
    assert_eq!((all.open().await.unwrap(), all.name_taken("热线").await.unwrap()), (1, true));
}
