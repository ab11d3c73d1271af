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

struct Stage {
    photos: Photos,
    vault: Vault,
    pool: PgPool,
    keys: PathBuf,
    _database: TestDatabase,
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
    Stage { photos, vault, pool, keys, _database: database }
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
        let photo = NewPhoto { jpeg: PICTURE, thumbnail: SMALL, width: 800, height: 600, likeness };
        self.photos.keep(&photo, now).await.unwrap()
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
    assert_eq!(stage.photos.delete_unused(noon(), 10).await.unwrap(), 0);
    let before = noon() + TimeDelta::minutes(4);
    assert_eq!(stage.photos.delete_unused(before, 3).await.unwrap(), 3);
    assert_eq!(stage.photos.delete_unused(before, 3).await.unwrap(), 1);
    assert_eq!(stage.photos.delete_unused(noon() + day, 3).await.unwrap(), 1);
    assert_eq!(stage.count().await, 1);
}

#[tokio::test]
async fn a_reservation_is_settled_or_given_back_unless_it_was_made_anew() {
    let stage = stage().await;
    let ids = [stage.kept(0, noon()).await, stage.kept(0, noon()).await, stage.kept(0, noon()).await];
    let (case, subject, later) = (new_id(), stage.somebody().await, noon() + TimeDelta::minutes(1));
    stage.claimed(&ids, usage(case, subject)).await;
    assert_eq!(stage.photos.unsettled(noon(), 10).await.unwrap(), []);
    let reservations = stage.photos.unsettled(later, 10).await.unwrap();
    assert_eq!(reservations.len(), 3);
    let of = |id| *reservations.iter().find(|reservation| reservation.id == id).unwrap();
    stage.claimed(&ids[2..], PhotoUse { now: later, ..usage(case, subject) }).await;
    stage.photos.settle(of(ids[0]), true).await.unwrap();
    stage.photos.settle(of(ids[1]), false).await.unwrap();
    stage.photos.settle(of(ids[2]), false).await.unwrap();
    for (id, owner) in [(ids[0], Some(case)), (ids[1], None), (ids[2], Some(case))] {
        assert_eq!(stage.photos.case_of(id).await.unwrap(), owner);
    }
    // What the log names is not given back any more; what it does not is.
    stage.photos.give_back(case).await.unwrap();
    assert_eq!(stage.photos.case_of(ids[0]).await.unwrap(), Some(case));
    assert_eq!(stage.photos.case_of(ids[2]).await.unwrap(), None);
    // Given back by one, it can be used by another, under another key.
    let other = stage.somebody().await;
    let photo = stage.claimed(&ids[1..2], usage(new_id(), other)).await.remove(0);
    assert!(stage.photos.open(&photo, PictureForm::Whole).await.unwrap().is_some());
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
async fn a_picture_beyond_the_bound_is_not_sealed() {
    let stage = stage().await;
    let whole = vec![0; PICTURE_BYTES_MAX + 1];
    let photo = NewPhoto { jpeg: &whole, thumbnail: SMALL, width: 1, height: 1, likeness: 0 };
    let refused = stage.photos.keep(&photo, noon()).await;
    assert!(matches!(refused, Err(PhotoError::Vault(VaultError::PictureTooLarge))), "{refused:?}");
    assert_eq!(stage.count().await, 0);
}
