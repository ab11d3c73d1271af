//! What is done to the database, and when.

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use sqlx::{Connection, PgConnection};
use whistle_store::ids::new_id;

/// The variable that repeats a run.
const SEED_VARIABLE: &str = "WHISTLE_TEST_SEED";

/// Chance that can be repeated (`SplitMix64`).
pub(super) struct Chance(u64);

impl Chance {
    /// From the seed of the environment, else a new one; told in either case.
    #[expect(clippy::disallowed_methods, reason = "tests have no settings file")]
    pub(super) fn told() -> Self {
        let given = std::env::var(SEED_VARIABLE).ok().map(|text| text.parse().expect("a seed is a number"));
        let seed = given.unwrap_or_else(|| new_id().as_u64_pair().1);
        println!("{SEED_VARIABLE}={seed}");
        Self(seed)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let (mixed, limit) = (mixed ^ (mixed >> 31), u64::try_from(limit).expect("a limit fits"));
        usize::try_from(mixed % limit).expect("less than the limit")
    }

    pub(super) fn shuffle<T>(&mut self, cards: &mut [T]) {
        for last in (1..cards.len()).rev() {
            cards.swap(last, self.below(last + 1));
        }
    }
}

/// The processes of a server.
pub(super) struct Processes {
    postmaster: i32,
    children: Vec<i32>,
    /// Those of the children that serve a connection of the service.
    backends: Vec<i32>,
}

impl Processes {
    pub(super) async fn of(url: &str) -> Self {
        let mut connection = PgConnection::connect(url).await.expect("the server answers");
        let note: String = sqlx::query_scalar("SELECT pg_read_file('postmaster.pid')")
            .fetch_one(&mut connection)
            .await
            .expect("the owner may read it");
        let children: Vec<(i32, bool)> = sqlx::query_as(
            "SELECT pid, application_name LIKE 'whistle%' FROM pg_stat_activity WHERE pid <> pg_backend_pid()",
        )
        .fetch_all(&mut connection)
        .await
        .expect("the owner may see them");
        let backends = children.iter().filter(|(_, ours)| *ours).map(|(pid, _)| *pid).collect();
        let children = children.into_iter().map(|(pid, _)| pid).collect();
        connection.close().await.expect("it was open");
        let postmaster = note.lines().next().and_then(|line| line.parse().ok()).expect("a process number");
        Self { postmaster, children, backends }
    }

    /// All at once, as if the memory had run out.
    pub(super) fn all_die(&self) {
        assert!(self.children.len() > 3, "a server without processes: {:?}", self.children);
        die(self.postmaster);
        self.children.iter().copied().for_each(die);
    }

    /// One that works for the service; the server then starts all of them anew.
    pub(super) fn backend_dies(&self, chance: &mut Chance) {
        die(self.backends[chance.below(self.backends.len())]);
    }

    /// Those that are still there.
    pub(super) fn alive(&self) -> Vec<i32> {
        let all = self.children.iter().chain([&self.postmaster]);
        all.copied().filter(|pid| kill(Pid::from_raw(*pid), None).is_ok()).collect()
    }
}

/// A process that has ended by itself meanwhile is as dead.
fn die(pid: i32) {
    assert!(pid > 1, "{pid} is no process of a server");
    let _ = kill(Pid::from_raw(pid), Signal::SIGKILL);
}
