//! Which user runs the server.

use std::os::unix::fs::MetadataExt;
use std::path::Path;

use nix::unistd::{Uid, User, geteuid};

use crate::EmbeddedError;
use crate::cluster::cluster_path;

/// The accounts that are tried, in order, when the service runs as root.
const CANDIDATES: [&str; 2] = ["postgres", "nobody"];

/// The user that runs the server, and the one that runs the service.
#[derive(Debug, Clone)]
pub struct Account {
    /// The server's user number.
    pub uid: u32,
    /// The server's group number.
    pub gid: u32,
    /// Names of the operating system's users that may connect: the service's and the server's.
    pub may_connect: Vec<String>,
    /// Whether the server's user is another one than the service's.
    pub dropped: bool,
}

impl Account {
    /// Ourselves; or, for root, the account that was asked for, the owner of the cluster, `postgres` or `nobody`.
    pub fn choose(run_as: Option<&str>, data_dir: &Path) -> Result<Self, EmbeddedError> {
        let me = user_of(geteuid())?;
        let path = cluster_path(data_dir);
        let owner = path.metadata().ok().map(|found| found.uid());
        if !me.uid.is_root() {
            return match owner {
                Some(owner) if owner != me.uid.as_raw() => Err(EmbeddedError::ForeignCluster { path, owner }),
                _ => Ok(Self::new(&me, &me)),
            };
        }
        let server = match (run_as, owner) {
            (Some(name), _) => user_named(name)?,
            (None, Some(owner)) => user_of(Uid::from_raw(owner))?,
            (None, None) => first_candidate()?,
        };
        match owner {
            Some(owner) if owner != server.uid.as_raw() => Err(EmbeddedError::ForeignCluster { path, owner }),
            _ => Ok(Self::new(&me, &server)),
        }
    }

    fn new(service: &User, server: &User) -> Self {
        Self {
            uid: server.uid.as_raw(),
            gid: server.gid.as_raw(),
            may_connect: vec![service.name.clone(), server.name.clone()],
            dropped: service.uid != server.uid,
        }
    }
}

fn first_candidate() -> Result<User, EmbeddedError> {
    CANDIDATES
        .iter()
        .find_map(|name| user_named(name).ok())
        .ok_or_else(|| EmbeddedError::NoAccount { name: CANDIDATES.join(" or ") })
}

fn user_named(name: &str) -> Result<User, EmbeddedError> {
    let found = User::from_name(name).ok().flatten().filter(|user| !user.uid.is_root());
    found.ok_or_else(|| EmbeddedError::NoAccount { name: name.to_owned() })
}

fn user_of(uid: Uid) -> Result<User, EmbeddedError> {
    let found = User::from_uid(uid).ok().flatten();
    found.ok_or_else(|| EmbeddedError::NoAccount { name: format!("for user number {uid}") })
}
