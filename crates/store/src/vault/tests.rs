use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use proptest::prelude::*;
use rstest::rstest;
use sqlx::PgPool;
use whistle_domain::privacy::Sealed;
use whistle_testkit::TestDatabase;

use super::*;
use crate::ids::new_id;

/// A directory that goes away with the test.
struct Directory(PathBuf);

impl Directory {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("whistle-vault-{}", new_id().simple()));
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("keys.json")
    }

    fn keys(&self) -> KeyFile {
        KeyFile::load_or_create(&self.file()).unwrap()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _left_behind = std::fs::remove_dir_all(&self.0);
    }
}

struct Stage {
    vault: Vault,
    pool: PgPool,
    directory: Directory,
    database: TestDatabase,
}

/// A vault in the service's role over tables of its own.
async fn stage() -> Stage {
    let database = TestDatabase::create(&crate::database::MIGRATIONS).await;
    let directory = Directory::new();
    let pool = crate::database::pool(database.url(), 8).unwrap();
    let vault = Vault::new(pool.clone(), directory.keys());
    vault.check().await.unwrap();
    Stage { vault, pool, directory, database }
}

impl Stage {
    /// Another process over the same tables and keys, with caches of its own.
    fn another_process(&self) -> Vault {
        Vault::new(self.pool.clone(), self.directory.keys())
    }

    async fn destroy_key(&self, subject: SubjectId) {
        sqlx::query("DELETE FROM vault_subjects WHERE subject = $1")
            .bind(subject)
            .execute(&self.pool)
            .await
            .unwrap();
    }
}

fn text(opened: &Opened) -> &str {
    match opened {
        Opened::Text(text) => text,
        Opened::Erased => panic!("erased"),
    }
}

#[tokio::test]
async fn what_is_sealed_opens_in_another_process_and_reads_as_it_was() {
    let stage = stage().await;
    let (subject, stream) = (stage.vault.subject_for(Some("13812345678")).await.unwrap(), new_id());
    let sealed = stage.vault.seal(subject, stream, "reporter.name", "张三 👨‍👩 \u{0}").await.unwrap();
    assert_eq!((sealed.subject, sealed.alg.as_str()), (subject, "xchacha20poly1305"));
    let opened = stage.another_process().open(&sealed, stream, "reporter.name").await.unwrap();
    assert_eq!(text(&opened), "张三 👨‍👩 \u{0}");
    assert_eq!(format!("{opened:?}"), "Text(…)");
}

#[tokio::test]
async fn the_same_text_never_gives_the_same_seal() {
    let stage = stage().await;
    let (subject, stream) = (stage.vault.subject_for(None).await.unwrap(), new_id());
    let one = stage.vault.seal(subject, stream, "f", "张三").await.unwrap();
    let other = stage.vault.seal(subject, stream, "f", "张三").await.unwrap();
    assert_ne!(one.ciphertext, other.ciphertext);
}

#[tokio::test]
async fn a_seal_opens_only_in_its_stream_its_field_and_for_its_person() {
    let stage = stage().await;
    let (subject, other, stream) = (
        stage.vault.subject_for(None).await.unwrap(),
        stage.vault.subject_for(None).await.unwrap(),
        new_id(),
    );
    let sealed = stage.vault.seal(subject, stream, "name", "张三").await.unwrap();
    let moved = Sealed { subject: other, ..sealed.clone() };
    for attempt in [
        stage.vault.open(&sealed, new_id(), "name").await,
        stage.vault.open(&sealed, stream, "phone").await,
        stage.vault.open(&moved, stream, "name").await,
    ] {
        assert!(matches!(attempt, Err(VaultError::Broken)), "{attempt:?}");
    }
}

#[tokio::test]
async fn a_changed_or_nonsensical_seal_is_broken() {
    let stage = stage().await;
    let (subject, stream) = (stage.vault.subject_for(None).await.unwrap(), new_id());
    let sealed = stage.vault.seal(subject, stream, "f", "张三").await.unwrap();
    for at in 0..sealed.ciphertext.len() {
        let mut ciphertext = sealed.ciphertext.clone().into_bytes();
        ciphertext[at] = if ciphertext[at] == b'A' { b'B' } else { b'A' };
        let changed = Sealed { ciphertext: String::from_utf8(ciphertext).unwrap(), ..sealed.clone() };
        assert!(matches!(stage.vault.open(&changed, stream, "f").await, Err(VaultError::Broken)), "{at}");
    }
    for nonsense in ["", "?", "AAAA", "张三"] {
        let changed = Sealed { ciphertext: nonsense.to_owned(), ..sealed.clone() };
        assert!(matches!(stage.vault.open(&changed, stream, "f").await, Err(VaultError::Broken)));
    }
    let other_suite = Sealed { alg: "sm4-gcm".to_owned(), ..sealed };
    assert!(matches!(stage.vault.open(&other_suite, stream, "f").await, Err(VaultError::UnknownSuite(_))));
}

#[tokio::test]
async fn destroying_the_key_erases_the_person_and_nobody_else() {
    let stage = stage().await;
    let stream = new_id();
    let (erased, kept) = (
        stage.vault.subject_for(Some("13812345678")).await.unwrap(),
        stage.vault.subject_for(None).await.unwrap(),
    );
    let of_erased = stage.vault.seal(erased, stream, "f", "张三").await.unwrap();
    let of_kept = stage.vault.seal(kept, stream, "f", "李四").await.unwrap();
    stage.destroy_key(erased).await;
    let vault = stage.another_process();
    assert_eq!(vault.open(&of_erased, stream, "f").await.unwrap(), Opened::Erased);
    assert!(matches!(vault.seal(erased, stream, "f", "x").await, Err(VaultError::Erased)));
    assert_eq!(text(&vault.open(&of_kept, stream, "f").await.unwrap()), "李四");
    assert_eq!(vault.known_subject("13812345678").await.unwrap(), None);
    assert_ne!(vault.subject_for(Some("13812345678")).await.unwrap(), erased);
}

#[tokio::test]
async fn one_number_is_one_person_and_no_number_is_a_new_one() {
    let stage = stage().await;
    let person = stage.vault.subject_for(Some("13812345678")).await.unwrap();
    assert_eq!(stage.another_process().subject_for(Some("13812345678")).await.unwrap(), person);
    assert_eq!(stage.vault.known_subject("13812345678").await.unwrap(), Some(person));
    assert_ne!(stage.vault.subject_for(Some("13812345679")).await.unwrap(), person);
    assert_ne!(stage.vault.subject_for(None).await.unwrap(), stage.vault.subject_for(None).await.unwrap());
    assert_eq!(stage.vault.known_subject("13900000000").await.unwrap(), None);
    for not_normal in ["138 1234 5678", "+8613812345678", "12345", ""] {
        let refused = stage.vault.subject_for(Some(not_normal)).await;
        assert!(matches!(refused, Err(VaultError::PhoneNotNormal)), "{not_normal}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn racing_processes_agree_on_every_person_and_their_key() {
    let stage = stage().await;
    let stream = new_id();
    let mut callers = tokio::task::JoinSet::new();
    for process in 0..4 {
        let vault = stage.another_process();
        for caller in 0..50 {
            let vault = vault.clone();
            callers.spawn(async move {
                let phone = (caller % 5 != 4).then(|| format!("1380000000{}", (caller + process) % 10));
                let subject = vault.subject_for(phone.as_deref()).await.unwrap();
                (phone, vault.seal(subject, stream, "f", "张三").await.unwrap())
            });
        }
    }
    let sealed = callers.join_all().await;
    let reader = stage.another_process();
    let mut people = std::collections::HashMap::new();
    let mut without_phone = std::collections::HashSet::new();
    for (phone, sealed) in &sealed {
        assert_eq!(text(&reader.open(sealed, stream, "f").await.unwrap()), "张三");
        match phone {
            Some(phone) => assert_eq!(*people.entry(phone).or_insert(sealed.subject), sealed.subject),
            None => assert!(without_phone.insert(sealed.subject)),
        }
    }
    assert_eq!((people.len(), without_phone.len()), (10, 40));
    let rows: i64 =
        sqlx::query_scalar("SELECT count(*) FROM vault_subjects").fetch_one(&stage.pool).await.unwrap();
    assert_eq!(rows, 50);
}

#[tokio::test]
async fn nothing_in_the_tables_or_the_seal_shows_the_person() {
    let stage = stage().await;
    let subject = stage.vault.subject_for(Some("13812345678")).await.unwrap();
    let sealed = stage.vault.seal(subject, new_id(), "f", "13812345678").await.unwrap();
    let row: String = sqlx::query_scalar(
        "SELECT encode(wrapped_key, 'escape') || encode(phone_index, 'escape') FROM vault_subjects WHERE subject = $1",
    )
    .bind(subject)
    .fetch_one(&stage.pool)
    .await
    .unwrap();
    assert!(!row.contains("12345678"));
    assert!(!serde_json::to_string(&sealed).unwrap().contains("12345678"));
}

#[tokio::test]
async fn another_key_file_is_refused_at_start_and_makes_nobody() {
    let stage = stage().await;
    stage.vault.subject_for(None).await.unwrap();
    let elsewhere = Directory::new();
    let stranger = Vault::new(stage.pool.clone(), elsewhere.keys());
    assert!(matches!(stranger.check().await, Err(VaultError::KeyFileUnknown { .. })));
    assert!(matches!(stranger.subject_for(None).await, Err(VaultError::KeyFileUnknown { .. })));
    let person = stage.vault.subject_for(Some("13812345678")).await.unwrap();
    let sealed = stage.vault.seal(person, person, "f", "张三").await.unwrap();
    assert!(matches!(stranger.open(&sealed, person, "f").await, Err(VaultError::KeyFileUnknown { .. })));
    stage.another_process().check().await.unwrap();
}

#[tokio::test]
async fn an_unregistered_key_file_makes_nobody_and_says_why() {
    let stage = stage().await;
    let strange = Directory::new();
    let stranger = Vault::new(stage.pool.clone(), strange.keys());
    for phone in [Some("13812345678"), None] {
        let refused = stranger.subject_for(phone).await;
        assert!(matches!(refused, Err(VaultError::KeyFileUnknown { .. })), "{phone:?}: {refused:?}");
    }
    let rows: i64 =
        sqlx::query_scalar("SELECT count(*) FROM vault_subjects").fetch_one(&stage.pool).await.unwrap();
    assert_eq!(rows, 0);
}

#[tokio::test]
async fn a_row_that_cannot_be_used_fails_only_those_who_ask_for_it() {
    let stage = stage().await;
    let phones = ["13800000001", "13800000002", "13800000003"];
    let mut people = Vec::new();
    for phone in phones {
        people.push(stage.vault.subject_for(Some(phone)).await.unwrap());
    }
    let owner = PgPool::connect(stage.database.url()).await.unwrap();
    for (change, subject) in [
        ("UPDATE vault_subjects SET wrapped_key = set_byte(wrapped_key, 30, 1 + get_byte(wrapped_key, 30) % 255)
          WHERE subject = $1", people[0]),
        ("UPDATE vault_subjects SET key_id = gen_random_uuid() WHERE subject = $1", people[1]),
    ] {
        sqlx::query(change).bind(subject).execute(&owner).await.unwrap();
    }
    owner.close().await;

    // Joined futures reach the queue before the task runs: they make one batch.
    let vault = stage.another_process();
    let asked =
        [Some(phones[0]), Some(phones[1]), Some(phones[2]), Some("13800000004"), None, Some(phones[0])];
    let answers = futures::future::join_all(asked.map(|phone| vault.subject_for(phone))).await;
    assert!(matches!(answers[0], Err(VaultError::Broken)), "{answers:?}");
    assert!(matches!(answers[1], Err(VaultError::KeyFileUnknown { .. })), "{answers:?}");
    assert_eq!(answers[2].as_ref().unwrap(), &people[2]);
    assert!(answers[3].is_ok() && answers[4].is_ok(), "{answers:?}");
    assert!(matches!(answers[5], Err(VaultError::Broken)), "{answers:?}");
}

#[tokio::test]
async fn a_key_file_with_a_known_id_and_other_keys_is_refused() {
    let stage = stage().await;
    let owner = sqlx::PgPool::connect(stage.database.url()).await.unwrap();
    sqlx::query("UPDATE vault_keys SET proof = $1").bind(vec![0_u8; 56]).execute(&owner).await.unwrap();
    assert!(matches!(stage.vault.check().await, Err(VaultError::KeyFileForged { .. })));
    owner.close().await;
}

#[tokio::test]
async fn too_long_a_text_is_refused_before_it_is_sealed() {
    let stage = stage().await;
    let subject = stage.vault.subject_for(None).await.unwrap();
    let longest = "x".repeat(PLAINTEXT_BYTES_MAX);
    let sealed = stage.vault.seal(subject, subject, "f", &longest).await.unwrap();
    assert_eq!(text(&stage.vault.open(&sealed, subject, "f").await.unwrap()), longest);
    let refused = stage.vault.seal(subject, subject, "f", &(longest + "x")).await;
    assert!(matches!(refused, Err(VaultError::TooLong)));
}

#[tokio::test]
async fn query_codes_are_the_same_every_time_and_forgive_how_they_are_typed() {
    let stage = stage().await;
    let case = new_id();
    let code = stage.vault.query_code(case);
    assert_eq!(code.len(), 8);
    assert!(code.chars().all(|c| "23456789ABCDEFGHJKMNPQRSTVWXYZ".contains(c)), "{code}");
    assert_eq!(stage.another_process().query_code(case), code);
    assert_ne!(stage.vault.query_code(new_id()), code);
    assert!(stage.vault.query_code_matches(case, &code));
    assert!(stage.vault.query_code_matches(case, &format!(" {}-{} ", &code[..4], code[4..].to_lowercase())));
    for wrong in ["", &code[..7], &format!("{code}2"), "张三张三张三张三"] {
        assert!(!stage.vault.query_code_matches(case, wrong), "{wrong}");
    }
    assert!(!stage.vault.query_code_matches(new_id(), &code));
}

#[tokio::test]
async fn idempotency_digests_tell_lists_of_parts_apart() {
    let stage = stage().await;
    let digest = |parts: &[&[u8]]| stage.vault.idempotency_digest(parts);
    assert_eq!(digest(&[b"ab", b"c"]), digest(&[b"ab", b"c"]));
    assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
    assert_ne!(digest(&[b"ab"]), digest(&[b"ab", b""]));
}

#[test]
fn a_key_file_is_made_once_and_readable_by_its_owner_only() {
    let directory = Directory::new();
    let id = directory.keys().id();
    assert_eq!(directory.keys().id(), id);
    let mode = std::fs::metadata(directory.file()).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    assert_eq!(std::fs::read_dir(&directory.0).unwrap().count(), 1, "a draft was left behind");
    assert!(!format!("{:?}", directory.keys()).contains("kek"));
}

#[test]
fn racing_makers_of_a_key_file_get_the_same_keys() {
    let directory = Directory::new();
    let ids: std::collections::HashSet<_> = std::thread::scope(|scope| {
        let makers: Vec<_> = (0..16).map(|_| scope.spawn(|| directory.keys().id())).collect();
        makers.into_iter().map(|maker| maker.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), 1);
    assert_eq!(std::fs::read_dir(&directory.0).unwrap().count(), 1);
}

#[rstest]
#[case(0o640)]
#[case(0o604)]
#[case(0o660)]
fn a_key_file_that_others_may_read_is_refused(#[case] mode: u32) {
    let directory = Directory::new();
    directory.keys();
    std::fs::set_permissions(directory.file(), std::fs::Permissions::from_mode(mode)).unwrap();
    let refused = KeyFile::load_or_create(&directory.file());
    assert!(matches!(refused, Err(KeyFileError::Exposed { mode: found, .. }) if found == mode));
}

#[test]
fn a_damaged_key_file_is_refused_and_never_replaced() {
    let directory = Directory::new();
    directory.keys();
    let whole = std::fs::read_to_string(directory.file()).unwrap();
    let kek = whole.find("\"kek\": \"").unwrap() + 8;
    let mut other_key = whole.clone();
    other_key.replace_range(kek..=kek, if &whole[kek..=kek] == "0" { "1" } else { "0" });
    let damaged =
        ["", "{}", &whole[..whole.len() / 2], &other_key, &whole.replace("\"format\": 1", "\"format\": 2")];
    for damaged in damaged {
        std::fs::write(directory.file(), damaged).unwrap();
        let refused = KeyFile::load_or_create(&directory.file());
        assert!(matches!(refused, Err(KeyFileError::Damaged { .. })), "{refused:?}");
        assert_eq!(std::fs::read_to_string(directory.file()).unwrap(), damaged);
    }
    std::fs::write(directory.file(), &whole).unwrap();
    directory.keys();
}

#[test]
fn a_key_file_in_no_directory_is_a_clear_error() {
    let refused = KeyFile::load_or_create(std::path::Path::new("/nowhere/at/all/keys.json"));
    assert!(matches!(refused, Err(KeyFileError::Io { what: "written", .. })));
}

proptest! {
    #[test]
    fn any_bytes_in_place_of_a_wrapped_key_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let directory = Directory::new();
        let refused = directory.keys().unwrap_key(new_id(), &bytes);
        prop_assert!(matches!(refused, Err(VaultError::Broken)));
    }
}

#[tokio::test]
async fn a_secret_of_an_integration_opens_for_it_and_for_no_other() {
    let stage = stage().await;
    let (own, other) = (new_id(), new_id());
    let sealed = stage.vault.seal_secret(own, "whsec_0123");
    assert!(!sealed.windows(10).any(|bytes| bytes == b"whsec_0123"));
    assert_eq!(stage.another_process().open_secret(own, &sealed).unwrap().as_str(), "whsec_0123");
    assert!(matches!(stage.vault.open_secret(other, &sealed), Err(VaultError::Broken)));
    assert!(matches!(stage.vault.open_secret(own, &sealed[1..]), Err(VaultError::Broken)));
}
