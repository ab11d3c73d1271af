use whistle_domain::calendar::WorkCalendar;
use whistle_domain::clock::SystemClock;
use whistle_domain::organisation::OrganisationFile;
use whistle_store::database::{self, MIGRATIONS, Pool};
use whistle_store::log::LogSettings;
use whistle_store::organisation::{OrganisationBook, load_history};
use whistle_store::policy::{PolicyShelf, load_policies};
use whistle_store::reference::ReferenceStamp;
use whistle_store::vault::KeyFile;
use whistle_testkit::TestDatabase;

use super::*;

const DISTRICT: &str = include_str!("../../../../demo/district.toml");

struct Site {
    _database: TestDatabase,
    pool: Pool,
    log: EventLog,
    vault: Vault,
}

impl Site {
    /// The demo's district with the policy that comes with the service.
    async fn new() -> Self {
        let test = TestDatabase::create(&MIGRATIONS).await;
        let pool = database::pool(test.url(), 4).unwrap();
        let directory = tempfile::tempdir().unwrap();
        let keys = KeyFile::load_or_create(&directory.path().join("keys")).unwrap();
        let vault = Vault::new(pool.clone(), keys);
        vault.check().await.unwrap();
        let log = EventLog::start(test.url(), pool.clone(), Arc::new(SystemClock), LogSettings::of_imports());
        let book = OrganisationBook::new(log.clone(), vault.clone());
        book.replace(&OrganisationFile::parse(DISTRICT).unwrap(), SystemClock.now()).await.unwrap();
        PolicyShelf::new(log.clone()).ensure_default(SystemClock.now()).await.unwrap();
        Self { _database: test, pool, log, vault }
    }

    async fn importer(&self) -> CaseImporter {
        let (history, organisation) = load_history(&self.pool).await.unwrap();
        let (library, policies) = load_policies(&self.pool).await.unwrap();
        let stamp = ReferenceStamp { organisation, policies, ..ReferenceStamp::default() };
        let reference = Reference::new(
            Arc::new(history),
            Arc::new(library),
            WorkCalendar::embedded(),
            stamp,
            SystemClock.now(),
        )
        .unwrap();
        let (log, vault) = (self.log.clone(), self.vault.clone());
        CaseImporter::new(log, vault, Arc::new(SystemClock), reference, "old".to_owned())
    }

    async fn case(&self, external: &str) -> Case {
        let cache = AggregateCache::new(1);
        log::load(&self.log, &cache, RecordIds::of("old", external).case).await.unwrap().unwrap().0
    }
}

fn record(external: &str) -> RecordToImport {
    let created_at = SystemClock.now() - chrono::TimeDelta::days(400);
    RecordToImport {
        external: external.to_owned(),
        title: "路灯不亮".to_owned(),
        description: None,
        category: "0101".to_owned(),
        category_name: None,
        kind: WhistleKind::Appeal,
        source: "import".to_owned(),
        status: None,
        department: "d-urban".to_owned(),
        grid: None,
        area: None,
        address: None,
        place: None,
        created_at,
        due_at: None,
        closed_at: None,
    }
}

#[tokio::test]
async fn a_batch_taken_twice_is_taken_once_and_what_differs_is_told() {
    let (site, records) = (Site::new().await, ["1", "2", "3"].map(record));
    let importer = site.importer().await;
    let rehearsed = importer.rehearse(&records).await.unwrap();
    assert_eq!((rehearsed.imported, rehearsed.first_position), (3, None));
    let taken = importer.take(&records).await.unwrap();
    assert_eq!((taken.imported, taken.already_there), (3, 0));
    assert_eq!(taken.last_position.unwrap() - taken.first_position.unwrap(), 2);
    let changed = [records[0].clone(), RecordToImport { title: "另一件".to_owned(), ..records[1].clone() }];
    let again = site.importer().await.take(&changed).await.unwrap();
    assert_eq!((again.imported, again.already_there, again.differing), (0, 1, vec![1]));
    assert_eq!(site.case("2").await.report.unwrap().title.shown, "路灯不亮");
}

#[tokio::test]
async fn a_record_lies_in_its_grid_or_its_area_or_somewhere_in_the_district() {
    let site = Site::new().await;
    let importer = site.importer().await;
    let in_grid = RecordToImport { grid: Some("g01".to_owned()), area: Some("s2".to_owned()), ..record("1") };
    let in_area = RecordToImport { area: Some("s1-c1".to_owned()), ..record("2") };
    importer.take(&[in_grid, in_area, record("3")]).await.unwrap();
    let location = async |external: &str| site.case(external).await.report.unwrap().location;
    let first = location("1").await;
    assert_eq!((first.grid.as_str(), first.territorial_unit.as_str()), ("g01", "s1-c1-e1"));
    assert_eq!(first.area, ["yunqi", "s1", "s1-c1", "s1-c1-e1"]);
    let second = location("2").await;
    assert_eq!((second.grid.as_str(), second.area.last().map(String::as_str)), ("", Some("s1-c1")));
    assert_eq!(location("3").await.area, ["yunqi"]);
}

#[tokio::test]
async fn the_ground_is_prepared_once_and_hangs_below_the_district() {
    let site = Site::new().await;
    let named = |name: &str| (whistle_domain::imports::unit_code("old", name), name.to_owned());
    let ground = ImportGround {
        scheme: "old".to_owned(),
        scheme_name: "旧系统".to_owned(),
        departments: vec![named("水务站")],
        areas: vec![named("石桥")],
        categories: Vec::new(),
    };
    let prepare = || ground.clone().prepare(&site.log, &site.vault, &SystemClock);
    assert_eq!(prepare().await.unwrap(), Prepared { units: 3, categories: 0 });
    assert_eq!(prepare().await.unwrap(), Prepared::default());
    let importer = site.importer().await;
    let organisation = &importer.reference.organisation;
    let path: Vec<_> =
        organisation.ancestors(&named("水务站").0).iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(path, ["云栖示例区", "旧系统", "水务站"]);
}

#[tokio::test]
async fn more_than_a_batch_is_refused_before_anything_is_looked_at() {
    let site = Site::new().await;
    let many = vec![record("1"); IMPORT_BATCH_MAX + 1];
    let refused = site.importer().await.take(&many).await;
    assert!(matches!(refused, Err(ImportError::TooMany { records }) if records == IMPORT_BATCH_MAX + 1));
}
