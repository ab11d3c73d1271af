use std::path::PathBuf;

use chrono::TimeDelta;
use sqlx::AssertSqlSafe;
use whistle_testkit::TestDatabase;

use super::*;
use crate::database::{MIGRATIONS, pool};
use crate::vault::{KeyFile, PICTURE_BYTES_MAX};

/// Not a JPEG, and to the store bytes like any other.
const PICTURE: &[u8] = b"a picture of a door, and of who stands in it";
const SMALL: &[u8] = b"a door";

/// More than any test keeps.
const ROOM: UnusedMax = UnusedMax { photos: 100, bytes: 1 << 20 };

struct Stage {
    photos: Photos,
    vault: Vault,
    pool: PgPool,
    keys: PathBuf,
    database: TestDatabase,
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _left_behind = std::fs::remove_file(&self.keys);
    }
}

async fn stage() -> Stage {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let pool = pool(database.url(), 8).unwrap();
    let keys = std::env::temp_dir().join(format!("whistle-photos-{}.json", new_id().simple()));
    let vault = Vault::new(pool.clone(), KeyFile::load_or_create(&keys).unwrap());
    vault.check().await.unwrap();
    let photos = Photos::new(pool.clone(), vault.clone());
    Stage { photos, vault, pool, keys, database }
}

fn noon() -> DateTime<Utc> {
    "2026-11-20T04:00:00Z".parse().unwrap()
}

impl Stage {
    /// The same photographs, with caches of its own.
    fn another_process(&self) -> Photos {
        let vault = Vault::new(self.pool.clone(), KeyFile::load_or_create(&self.keys).unwrap());
        Photos::new(self.pool.clone(), vault)
    }

    async fn kept(&self, likeness: u64, now: DateTime<Utc>) -> Uuid {
        self.photos.keep(&looking_like(likeness), ROOM, now).await.unwrap()
    }

    async fn somebody(&self) -> Uuid {
        self.vault.subject_for(None).await.unwrap()
    }

    async fn claimed(&self, ids: &[Uuid], usage: PhotoUse<'_>) -> Vec<Photo> {
        match self.photos.claim(ids, usage).await.unwrap() {
            Claimed::All(photos) => photos,
            other => panic!("{other:?}"),
        }
    }

    async fn execute(&self, sql: String) {
        sqlx::query(AssertSqlSafe(sql)).execute(&self.pool).await.unwrap();
    }

    async fn count(&self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM photos").fetch_one(&self.pool).await.unwrap()
    }
}

fn looking_like(likeness: u64) -> NewPhoto<'static> {
    NewPhoto { jpeg: PICTURE, thumbnail: SMALL, width: 800, height: 600, likeness }
}

fn usage(case: Uuid, subject: Uuid) -> PhotoUse<'static> {
    PhotoUse { case, subject, unit: Some("d-housing"), now: noon() }
}

#[tokio::test]
async fn what_is_used_opens_as_it_came_and_lies_sealed_in_its_table() {
    let stage = stage().await;
    let (id, subject) = (stage.kept(0, noon()).await, stage.somebody().await);
    let photos = stage.claimed(&[id], usage(new_id(), subject)).await;
    assert_eq!(photos, [Photo { id, sha256: hex::encode(Sha256::digest(PICTURE)) }]);
    for (form, bytes) in [(PictureForm::Whole, PICTURE), (PictureForm::Thumbnail, SMALL)] {
        let opened = stage.photos.open(&photos[0], form).await.unwrap().unwrap();
        assert_eq!(opened.as_slice(), bytes);
    }
    let row: String =
        sqlx::query_scalar("SELECT photos::text FROM photos").fetch_one(&stage.pool).await.unwrap();
    for secret in [PICTURE, SMALL] {
        assert!(!row.contains(&hex::encode(secret)), "{row}");
    }
    let size = PhotoSize { id, width: 800, height: 600 };
    assert_eq!(stage.photos.sizes(&[id, new_id()]).await.unwrap(), [size]);
}

#[tokio::test]
async fn a_photograph_is_for_one_case_and_all_that_are_named_are_taken_or_none() {
    let stage = stage().await;
    let (one, other, subject) =
        (stage.kept(0, noon()).await, stage.kept(0, noon()).await, stage.somebody().await);
    let (case, second) = (new_id(), new_id());
    stage.claimed(&[one], usage(case, subject)).await;
    // The same command again, and another one of the same case.
    stage.claimed(&[one], usage(case, subject)).await;
    let refused = stage.photos.claim(&[other, one], usage(second, subject)).await.unwrap();
    assert_eq!(refused, Claimed::Used(one));
    assert_eq!(stage.photos.case_of(other).await.unwrap(), None);
    let missing = new_id();
    let unknown = stage.photos.claim(&[other, missing], usage(second, subject)).await.unwrap();
    assert_eq!(unknown, Claimed::Unknown(missing));
    stage.claimed(&[other], usage(second, subject)).await;
    assert_eq!(stage.photos.case_of(one).await.unwrap(), Some(case));
}

#[tokio::test]
async fn of_many_cases_that_want_a_photograph_at_once_one_gets_it() {
    let stage = stage().await;
    let (ids, subject) = ([stage.kept(0, noon()).await, stage.kept(0, noon()).await], stage.somebody().await);
    let wanting = (0..8).map(|at| {
        let (mut ids, case) = (ids, new_id());
        if at % 2 == 1 {
            ids.reverse();
        }
        let photos = stage.photos.clone();
        tokio::spawn(async move { (case, photos.claim(&ids, usage(case, subject)).await.unwrap()) })
    });
    let wanting: Vec<_> = wanting.collect();
    let mut got = Vec::new();
    for claim in wanting {
        if let (case, Claimed::All(_)) = claim.await.unwrap() {
            got.push(case);
        }
    }
    assert_eq!(got.len(), 1);
    for id in ids {
        assert_eq!(stage.photos.case_of(id).await.unwrap(), Some(got[0]));
    }
}

#[tokio::test]
async fn erasing_the_person_erases_the_photograph_and_keeps_others() {
    let stage = stage().await;
    let (mine, other) = (stage.kept(0, noon()).await, stage.kept(0, noon()).await);
    let (me, somebody) = (stage.somebody().await, stage.somebody().await);
    let mine = stage.claimed(&[mine], usage(new_id(), me)).await.remove(0);
    let other = stage.claimed(&[other], usage(new_id(), somebody)).await.remove(0);
    stage.execute(format!("DELETE FROM vault_subjects WHERE subject = '{me}'")).await;
    // Another process does not remember the key.
    let elsewhere = stage.another_process();
    assert!(elsewhere.open(&mine, PictureForm::Whole).await.unwrap().is_none());
    assert!(elsewhere.open(&other, PictureForm::Whole).await.unwrap().is_some());
    let unused = stage.kept(0, noon()).await;
    let refused = elsewhere.claim(&[unused], usage(new_id(), me)).await;
    assert!(matches!(refused, Err(PhotoError::Vault(VaultError::Erased))), "{refused:?}");
}

#[tokio::test]
async fn a_picture_that_was_exchanged_is_not_shown() {
    let stage = stage().await;
    let (id, subject) = (stage.kept(0, noon()).await, stage.somebody().await);
    let photo = stage.claimed(&[id], usage(new_id(), subject)).await.remove(0);
    // Another hash than the log names: the row was written anew by somebody who holds the key file.
    let otherwise = Photo { sha256: "00".repeat(32), ..photo.clone() };
    for form in [PictureForm::Whole, PictureForm::Thumbnail] {
        assert!(stage.photos.open(&otherwise, form).await.unwrap().is_none(), "{form:?}");
    }
    // The whole is not the thumbnail, whatever stands where.
    stage.execute("UPDATE photos SET picture = thumbnail".to_owned()).await;
    let opened = stage.photos.open(&photo, PictureForm::Whole).await;
    assert!(matches!(opened, Err(PhotoError::Vault(VaultError::Broken))), "{:?}", opened.is_ok());
}

#[tokio::test]
async fn only_what_no_case_has_is_swept_and_only_in_time() {
    let stage = stage().await;
    let day = TimeDelta::hours(24);
    let (used, subject) = (stage.kept(0, noon()).await, stage.somebody().await);
    stage.claimed(&[used], usage(new_id(), subject)).await;
    for minutes in 0..5 {
        stage.kept(0, noon() + TimeDelta::minutes(minutes)).await;
    }
    let deleted = async |before, max| stage.photos.delete_unused(before, noon(), max).await.unwrap();
    assert_eq!(deleted(noon(), 10).await, 0);
    let before = noon() + TimeDelta::minutes(4);
    assert_eq!(deleted(before, 3).await, 3);
    assert_eq!(deleted(before, 3).await, 1);
    assert_eq!(deleted(noon() + day, 3).await, 1);
    assert_eq!(stage.count().await, 1);
}

#[tokio::test]
async fn what_was_given_back_is_kept_for_a_while_however_old_it_is() {
    let stage = stage().await;
    let (id, case, subject) = (stage.kept(0, noon()).await, new_id(), stage.somebody().await);
    let [day, later] = [24, 48].map(|hours| noon() + TimeDelta::hours(hours));
    stage.claimed(&[id], usage(case, subject)).await;
    stage.photos.give_back(case, day).await.unwrap();
    assert_eq!(stage.photos.delete_unused(later, day, 10).await.unwrap(), 0);
    stage.claimed(&[id], usage(case, subject)).await;
    let [reservation] = stage.photos.unsettled(later, None, 10).await.unwrap()[..] else { panic!("one") };
    stage.photos.release(reservation, later).await.unwrap();
    assert_eq!(stage.photos.delete_unused(later, later, 10).await.unwrap(), 0);
    assert_eq!(stage.photos.delete_unused(later, later + TimeDelta::seconds(1), 10).await.unwrap(), 1);
}

#[tokio::test]
async fn what_nobody_uses_has_bounded_room_and_what_is_used_takes_none_of_it() {
    let stage = stage().await;
    let keep = async |unused| stage.photos.keep(&looking_like(0), unused, noon()).await;
    let (two, ten) = (UnusedMax { photos: 2, ..ROOM }, UnusedMax { photos: 10, ..ROOM });
    let first = keep(two).await.unwrap();
    keep(two).await.unwrap();
    assert!(matches!(keep(two).await, Err(PhotoError::Full)));
    assert_eq!(stage.count().await, 2);
    let subject = stage.somebody().await;
    stage.claimed(&[first], usage(new_id(), subject)).await;
    keep(two).await.unwrap();
    assert!(matches!(keep(two).await, Err(PhotoError::Full)));
    // Others may have more room; then it is the bytes that there are too many of.
    keep(ten).await.unwrap();
    let sum = "SELECT sum(octet_length(picture) + octet_length(thumbnail)) FROM photos WHERE case_id IS NULL";
    let bytes: i64 = sqlx::query_scalar(sum).fetch_one(&stage.pool).await.unwrap();
    assert!(matches!(keep(UnusedMax { bytes, ..ten }).await, Err(PhotoError::Full)));
    keep(UnusedMax { bytes: bytes + 1, ..ten }).await.unwrap();
}

#[tokio::test]
async fn a_reservation_is_settled_or_given_back_unless_it_was_made_anew() {
    let stage = stage().await;
    let ids = [stage.kept(0, noon()).await, stage.kept(0, noon()).await, stage.kept(0, noon()).await];
    let (case, subject, later) = (new_id(), stage.somebody().await, noon() + TimeDelta::minutes(1));
    stage.claimed(&ids, usage(case, subject)).await;
    assert_eq!(stage.photos.unsettled(noon(), None, 10).await.unwrap(), []);
    let reservations = stage.photos.unsettled(later, None, 10).await.unwrap();
    assert_eq!(reservations.len(), 3);
    let of = |id| *reservations.iter().find(|reservation| reservation.id == id).unwrap();
    stage.claimed(&ids[2..], PhotoUse { now: later, ..usage(case, subject) }).await;
    stage.photos.settle(of(ids[0]), subject).await.unwrap();
    stage.photos.release(of(ids[1]), later).await.unwrap();
    stage.photos.release(of(ids[2]), later).await.unwrap();
    for (id, owner) in [(ids[0], Some(case)), (ids[1], None), (ids[2], Some(case))] {
        assert_eq!(stage.photos.case_of(id).await.unwrap(), owner);
    }
    // What the log names is not given back any more; what it does not is.
    stage.photos.give_back(case, later).await.unwrap();
    assert_eq!(stage.photos.case_of(ids[0]).await.unwrap(), Some(case));
    assert_eq!(stage.photos.case_of(ids[2]).await.unwrap(), None);
    // Given back by one, it can be used by another, under another key.
    let other = stage.somebody().await;
    let photo = stage.claimed(&ids[1..2], usage(new_id(), other)).await.remove(0);
    assert!(stage.photos.open(&photo, PictureForm::Whole).await.unwrap().is_some());
}

#[tokio::test]
async fn reservations_are_looked_through_page_by_page() {
    let stage = stage().await;
    let subject = stage.somebody().await;
    let mut all = Vec::new();
    for minutes in [0, 0, 0, 1, 2] {
        let id = stage.kept(0, noon()).await;
        let now = noon() + TimeDelta::minutes(minutes);
        stage.claimed(&[id], PhotoUse { now, ..usage(new_id(), subject) }).await;
        all.push((now, id));
    }
    all.sort_unstable();
    let (mut seen, mut last) = (Vec::new(), None);
    loop {
        let page = stage.photos.unsettled(noon() + TimeDelta::hours(1), last, 2).await.unwrap();
        last = page.last().copied();
        seen.extend(page.iter().map(|reservation| (reservation.reserved_at, reservation.id)));
        if last.is_none() {
            break;
        }
    }
    assert_eq!(seen, all);
}

#[tokio::test]
async fn the_key_of_a_picture_ends_up_with_the_person_whom_the_log_names() {
    let stage = stage().await;
    let ids = [stage.kept(0, noon()).await, stage.kept(0, noon()).await];
    let (case, first, second) = (new_id(), stage.somebody().await, stage.somebody().await);
    // Two attempts at one report, each of which made a person; what the log names is the first.
    stage.claimed(&ids, usage(case, first)).await;
    let photos = stage.claimed(&ids, usage(case, second)).await;
    let settle = async |id| {
        let reservations = stage.photos.unsettled(noon() + TimeDelta::hours(1), None, 10).await.unwrap();
        let reservation = reservations.into_iter().find(|reservation| reservation.id == id).unwrap();
        stage.another_process().settle(reservation, first).await.unwrap();
    };
    settle(ids[0]).await;
    let whole = async |photo| stage.another_process().open(photo, PictureForm::Whole).await.unwrap();
    assert_eq!(whole(&photos[0]).await.unwrap().as_slice(), PICTURE);
    let erase = async |subject| {
        stage.execute(format!("DELETE FROM vault_subjects WHERE subject = '{subject}'")).await;
    };
    erase(first).await;
    assert!(whole(&photos[0]).await.is_none());
    // Whoever was erased before that leaves no picture either.
    assert!(whole(&photos[1]).await.is_some());
    settle(ids[1]).await;
    assert!(whole(&photos[1]).await.is_none());
    assert_eq!(stage.count().await, 1);
}

#[tokio::test]
async fn a_photograph_that_is_swept_while_it_is_claimed_is_unknown_and_not_used() {
    let stage = stage().await;
    let (id, subject) = (stage.kept(0, noon()).await, stage.somebody().await);
    let mut sweep = stage.pool.begin().await.unwrap();
    sqlx::query("DELETE FROM photos").execute(&mut *sweep).await.unwrap();
    let photos = stage.photos.clone();
    let claim = tokio::spawn(async move { photos.claim(&[id], usage(new_id(), subject)).await.unwrap() });
    // The role of the service is not told what others wait for.
    let owner = PgPool::connect(stage.database.url()).await.unwrap();
    let waiting = "SELECT EXISTS (SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock')";
    let waits = async {
        while !sqlx::query_scalar::<_, bool>(waiting).fetch_one(&owner).await.unwrap() {
            assert!(!claim.is_finished(), "the claim does not wait for the sweep");
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), waits).await.unwrap();
    sweep.commit().await.unwrap();
    assert_eq!(claim.await.unwrap(), Claimed::Unknown(id));
}

#[tokio::test]
async fn what_looks_like_a_photograph_of_another_case_of_the_unit_is_found() {
    let stage = stage().await;
    let subject = stage.somebody().await;
    let likeness = 0x0123_4567_89ab_cdef_u64;
    let (own, before) = (new_id(), new_id());
    let in_case = async |likeness: u64, case: Uuid, unit: Option<&str>| {
        let id = stage.kept(likeness, noon()).await;
        stage.claimed(&[id], PhotoUse { unit, ..usage(case, subject) }).await;
        id
    };
    let shown = in_case(likeness, own, Some("d-housing")).await;
    let alike = in_case(likeness ^ (1 << 63 | 1 << 40 | 1 << 7 | 1), before, Some("d-housing")).await;
    in_case(likeness ^ 0b1_1111, before, Some("d-housing")).await;
    in_case(likeness, before, Some("d-police")).await;
    in_case(likeness, before, None).await;
    in_case(likeness, own, Some("d-housing")).await;
    let seen = stage.photos.seen_before(own).await.unwrap();
    assert_eq!(seen.len(), 2, "{seen:?}");
    assert!(seen.contains(&Seen { photo: shown, other: alike, other_case: before }), "{seen:?}");
    assert!(seen.iter().all(|seen| seen.other == alike));
}

#[tokio::test]
async fn of_a_unit_that_shows_very_many_only_the_latest_are_compared() {
    let stage = stage().await;
    let (subject, own, before) = (stage.somebody().await, new_id(), new_id());
    let [old, shown] = [stage.kept(7, noon()).await, stage.kept(7, noon()).await];
    stage.claimed(&[old], usage(before, subject)).await;
    stage.claimed(&[shown], usage(own, subject)).await;
    let others = |many: u32| {
        format!(
            "INSERT INTO photos (id, sealed_key, sha256, width, height, likeness, created_at, case_id, unit, reserved_at,
                                 picture, thumbnail)
             SELECT gen_random_uuid(), sealed_key, sha256, width, height, ~likeness, created_at + interval '1 second',
                    gen_random_uuid(), unit, reserved_at, '', ''
             FROM photos, generate_series(1, {many}) WHERE photos.id = '{shown}'"
        )
    };
    stage.execute(others(4_998)).await;
    assert_eq!(stage.photos.seen_before(own).await.unwrap().len(), 1);
    stage.execute(others(2)).await;
    assert_eq!(stage.photos.seen_before(own).await.unwrap(), []);
}

#[tokio::test]
async fn a_picture_beyond_the_bound_is_not_sealed() {
    let stage = stage().await;
    let whole = vec![0; PICTURE_BYTES_MAX + 1];
    let photo = NewPhoto { jpeg: &whole, thumbnail: SMALL, width: 1, height: 1, likeness: 0 };
    let refused = stage.photos.keep(&photo, ROOM, noon()).await;
    assert!(matches!(refused, Err(PhotoError::Vault(VaultError::PictureTooLarge))), "{refused:?}");
    assert_eq!(stage.count().await, 0);
}
