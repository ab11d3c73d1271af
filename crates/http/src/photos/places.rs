//! Where pictures are received. A slow line holds its place for a long time, so that nobody gets many.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::StatusCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use whistle_app::AppError;

use crate::problem::Problem;

/// Pictures that are received and decoded at once in one process: what they need in memory is bounded by it.
const TAKEN_AT_ONCE_MAX: usize = 24;
/// Of them from one address.
const TAKEN_FROM_ONE_ADDRESS_MAX: usize = 4;
/// Seconds after which one of them has probably come to its end.
const RETRY_AFTER_SECONDS: u64 = 2;

/// How many places each address has taken; none that has taken none.
type Taken = Arc<Mutex<HashMap<IpAddr, usize>>>;

/// The places of one process.
#[derive(Clone)]
pub(crate) struct Places {
    all: Arc<Semaphore>,
    taken: Taken,
    each_max: usize,
}

/// One of them, until it is dropped.
pub(super) struct Place {
    address: IpAddr,
    taken: Taken,
    _one_of_all: OwnedSemaphorePermit,
}

impl Places {
    /// Places of which each address has a few, where limits are on.
    pub(crate) fn new(limited: bool) -> Self {
        let each_max = if limited { TAKEN_FROM_ONE_ADDRESS_MAX } else { TAKEN_AT_ONCE_MAX };
        Self { all: Arc::new(Semaphore::new(TAKEN_AT_ONCE_MAX)), taken: Taken::default(), each_max }
    }

    /// A place for a picture from this address.
    pub(super) fn take(&self, address: IpAddr) -> Result<Place, Problem> {
        let one_of_all = self.all.clone().try_acquire_owned().map_err(|_full| AppError::Overloaded)?;
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let own = taken.entry(address).or_default();
        // At least one is had already then: an entry of nothing never stays.
        if *own >= self.each_max {
            let detail = "too many pictures at once from this address";
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail);
            return Err(problem.retry_after(RETRY_AFTER_SECONDS));
        }
        *own += 1;
        drop(taken);
        Ok(Place { address, taken: self.taken.clone(), _one_of_all: one_of_all })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = taken.get_mut(&self.address) {
            *own -= 1;
            if *own == 0 {
                taken.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn address(last: usize) -> IpAddr {
        Ipv4Addr::new(203, 0, 113, u8::try_from(last).expect("a small number")).into()
    }

    #[test]
    fn one_address_gets_a_few_places_and_leaves_the_rest_to_others() {
        let places = Places::new(true);
        let mut own: Vec<_> =
            (0..TAKEN_FROM_ONE_ADDRESS_MAX).map_while(|_| places.take(address(0)).ok()).collect();
        assert_eq!(own.len(), TAKEN_FROM_ONE_ADDRESS_MAX);
        assert_eq!(places.take(address(0)).err().expect("too many").code(), "too_many_requests");
        let others: Vec<_> = (1..).map_while(|last| places.take(address(last)).ok()).collect();
        assert_eq!(own.len() + others.len(), TAKEN_AT_ONCE_MAX);
        assert_eq!(places.take(address(99)).err().expect("full").code(), "overloaded");
        // A place that is left is free for whoever left it.
        own.pop();
        own.push(places.take(address(0)).expect("a place"));
        drop((own, others));
        assert!(places.taken.lock().expect("nobody panicked").is_empty());
        assert_eq!(places.all.available_permits(), TAKEN_AT_ONCE_MAX);
    }

    #[test]
    fn without_limits_one_address_may_have_all_places() {
        let places = Places::new(false);
        let all: Vec<_> = (0..99).map_while(|_| places.take(address(0)).ok()).collect();
        assert_eq!(all.len(), TAKEN_AT_ONCE_MAX);
    }
}
