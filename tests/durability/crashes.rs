//! Service and database are killed in turn, under load.

use std::sync::Arc;

use super::blows::{Chance, Processes};
use super::books::Books;
use super::load::Load;
use super::process::{Lodging, Service};

const CLIENTS: usize = 16;
/// Acknowledgements before a blow falls: at least so many, and by chance as many again.
const ACKNOWLEDGED_MIN: usize = 60;

/// What is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blow {
    Service,
    /// PostgreSQL with all its processes.
    Database,
    /// One process of PostgreSQL.
    Backend,
    Both,
}

impl Blow {
    /// Kills, and starts again what nobody else starts.
    async fn strike(self, service: Service, lodging: &Lodging, chance: &mut Chance) -> Service {
        let database = Processes::of(&lodging.database_url()).await;
        match self {
            Self::Backend => database.backend_dies(chance),
            Self::Service => {}
            Self::Database | Self::Both => database.all_die(),
        }
        if matches!(self, Self::Service | Self::Both) {
            service.die().await;
            return lodging.serve();
        }
        service
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_every_death_of_service_and_database() {
    let directory = tempfile::tempdir().expect("a directory");
    let lodging = Lodging::alone(directory.path());
    let mut chance = Chance::told();
    let mut blows = [Blow::Service, Blow::Database, Blow::Backend, Blow::Both, Blow::Service, Blow::Database];
    chance.shuffle(&mut blows);

    let mut service = lodging.serve();
    let people = Arc::new(lodging.furnish().await);
    service.ready().await;
    let mut load = Load::start(&people, &[lodging.address], CLIENTS);
    for blow in blows {
        let (wanted, before) = (ACKNOWLEDGED_MIN + chance.below(ACKNOWLEDGED_MIN), load.acknowledged());
        let took = load.goes_on_by(wanted).await;
        service = blow.strike(service, &lodging, &mut chance).await;
        let at_the_blow = load.acknowledged();
        let ready = service.ready().await;
        let next = load.goes_on_by(CLIENTS).await;
        println!(
            "{blow:?}: after {} acknowledgements ({took:?}); ready in {ready:?}, {CLIENTS} more in {next:?}",
            at_the_blow - before
        );
    }
    load.goes_on_by(ACKNOWLEDGED_MIN).await;
    let acknowledged = load.end().await;
    let repeated = acknowledged.iter().filter(|one| one.vain_attempts > 0).count();
    println!("{} acknowledged, {repeated} of them after vain attempts", acknowledged.len());
    assert!(repeated > 0, "no blow fell on a command under way");

    let services = [lodging.address];
    Books { lodging: &lodging, people: &people, services: &services, acknowledged: &acknowledged }
        .agree()
        .await;
    service.told_to_stop();
    service.ended_well().await;
}
