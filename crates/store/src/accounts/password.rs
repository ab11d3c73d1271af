//! Password hashing, at a bounded pace.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::{Semaphore, oneshot};
use zeroize::Zeroizing;

use super::AccountsError;

/// The shortest password, in characters.
pub const PASSWORD_CHARS_MIN: usize = 10;
/// The longest password, in bytes.
pub const PASSWORD_BYTES_MAX: usize = 1024;
/// Passwords hashed at once: each takes a core and 19 MiB for some tens of milliseconds.
const HASHING_MAX: usize = 4;
/// Callers that may wait for their turn.
const WAITING_MAX: usize = 64;
/// How long a caller waits for its turn.
const WAIT_MAX: Duration = Duration::from_secs(5);

type Job = Box<dyn FnOnce() + Send>;

/// Threads that do nothing but hash. On the runtime's many blocking threads each would keep the 19 MiB that its last
/// hash needed, and a few wrong passwords would cost a gigabyte.
static HASHERS: LazyLock<SyncSender<Job>> = LazyLock::new(|| {
    let (jobs, waiting) = sync_channel::<Job>(WAITING_MAX);
    let waiting = Arc::new(Mutex::new(waiting));
    for _thread in 0..hashers() {
        let waiting = Arc::clone(&waiting);
        std::thread::spawn(move || {
            loop {
                let next = waiting.lock().map(|waiting| waiting.recv());
                let Ok(Ok(job)) = next else { return };
                // A job that panics is an answer that never comes; the thread goes on.
                let _panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
            }
        });
    }
    jobs
});

/// As many as there are cores, within [`HASHING_MAX`].
fn hashers() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(HASHING_MAX)
}

/// What an unknown user's password is compared with, so that it takes as long as a known one's. Nobody has
/// this password: the hash is of 256 random bits that are forgotten at once.
static NOBODYS_HASH: LazyLock<String> = LazyLock::new(|| {
    let mut nobody_knows = Zeroizing::new([0_u8; 32]);
    getrandom::fill(nobody_knows.as_mut_slice()).expect("the operating system has random numbers");
    Argon2::default()
        .hash_password(nobody_knows.as_slice())
        .expect("the default parameters are valid")
        .to_string()
});

/// Characters of a made password: letters and digits that nobody confuses. There are 32, so each carries five bits.
const PASSWORD_ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Characters of a made password: 100 bits.
const PASSWORD_CHARS: usize = 20;

/// A password of 100 random bits.
pub fn made_password() -> String {
    let mut random = [0_u8; PASSWORD_CHARS];
    getrandom::fill(&mut random).expect("the operating system has random numbers");
    random.iter().map(|byte| char::from(PASSWORD_ALPHABET[usize::from(byte % 32)])).collect()
}

/// Refuses passwords that are too short, too long, or hold the user name.
pub(super) fn admissible(password: &str, username: &str) -> Result<(), AccountsError> {
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(AccountsError::PasswordTooShort);
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(AccountsError::PasswordTooLong);
    }
    if username.chars().count() > 3 && password.to_lowercase().contains(username) {
        return Err(AccountsError::PasswordHoldsUsername);
    }
    Ok(())
}

/// Hashes and compares passwords with argon2id at its default cost, a few at a time, off the async threads.
#[derive(Clone)]
pub(super) struct Passwords {
    waiting: Arc<Semaphore>,
    hashing: Arc<Semaphore>,
    #[cfg(test)]
    compared: Arc<std::sync::atomic::AtomicUsize>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            waiting: Arc::new(Semaphore::new(WAITING_MAX)),
            hashing: Arc::new(Semaphore::new(hashers())),
            #[cfg(test)]
            compared: Arc::default(),
        }
    }
}

impl Passwords {
    /// The hash to keep, in PHC form, with a salt of its own.
    pub(super) async fn hash(&self, password: String) -> Result<String, AccountsError> {
        let password = Zeroizing::new(password);
        self.in_turn(move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string()).map_err(|_| AccountsError::Unreadable("password"))
        })
        .await
    }

    /// Whether this is the password; against `None` it never is, after as long a time.
    pub(super) async fn verify(
        &self,
        password: String,
        stored: Option<String>,
    ) -> Result<bool, AccountsError> {
        let password = Zeroizing::new(password);
        #[cfg(test)]
        let compared = self.compared.clone();
        self.in_turn(move || {
            let known = stored.is_some();
            let stored = stored.as_deref().unwrap_or(&NOBODYS_HASH);
            let stored = PasswordHash::new(stored).map_err(|_| AccountsError::Unreadable("password hash"))?;
            let matches = Argon2::default().verify_password(password.as_bytes(), &stored).is_ok();
            #[cfg(test)]
            compared.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            Ok(matches && known)
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, AccountsError> + Send + 'static,
    ) -> Result<T, AccountsError> {
        let _waiting = self.waiting.try_acquire().map_err(|_| AccountsError::Busy)?;
        let turn = tokio::time::timeout(WAIT_MAX, self.hashing.clone().acquire_owned())
            .await
            .map_err(|_| AccountsError::Busy)?
            .expect("the semaphore is never closed");
        // The turn is held by the work, not by the caller, who may go away: hashing cannot be called off.
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move || {
            let _turn = turn;
            let _gone = reply.send(work());
        });
        HASHERS.try_send(job).map_err(|_| AccountsError::Busy)?;
        answer.await.unwrap_or(Err(AccountsError::Busy))
    }
}

/// What tests look at instead of a clock.
#[cfg(test)]
impl Passwords {
    /// How many comparisons were made so far.
    pub(super) fn compared(&self) -> usize {
        self.compared.load(std::sync::atomic::Ordering::Relaxed)
    }

    /// How many callers wait for their turn or have it.
    pub(super) fn callers(&self) -> usize {
        WAITING_MAX - self.waiting.available_permits()
    }

    /// Every turn there is: until they are dropped, nothing is hashed.
    pub(super) async fn take_every_turn(&self) -> Vec<tokio::sync::OwnedSemaphorePermit> {
        let mut turns = Vec::new();
        while self.hashing.available_permits() > 0 {
            turns.push(self.hashing.clone().acquire_owned().await.expect("the semaphore is never closed"));
        }
        turns
    }
}

#[cfg(test)]
pub(super) fn nobodys_hash() -> &'static str {
    &NOBODYS_HASH
}
