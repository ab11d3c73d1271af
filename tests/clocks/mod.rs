//! Clocks that strike in the whole service: by several processes, after a standstill, and many at once.

mod crowd;
mod striking;
