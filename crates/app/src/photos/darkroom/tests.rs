use std::sync::mpsc;

use tokio::sync::oneshot;

use super::*;

/// No turn takes longer to end, however busy the machine is.
const ENDS_WITHIN: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_turn_lasts_as_long_as_the_work_even_when_nobody_waits_for_it_any_more() {
    let darkroom = Arc::new(Darkroom::new());
    let (begun, has_begun) = oneshot::channel();
    let (finish, may_finish) = mpsc::channel::<()>();
    let upload = tokio::spawn({
        let darkroom = Arc::clone(&darkroom);
        let work = move || {
            begun.send(()).expect("the test waits");
            may_finish.recv()
        };
        async move { darkroom.in_turn(work).await.map(|_worked| ()) }
    });
    has_begun.await.expect("the work begins");
    upload.abort();
    assert!(upload.await.expect_err("nobody waits any more").is_cancelled());
    assert_eq!(darkroom.turns.available_permits(), DECODED_AT_ONCE_MAX - 1);

    finish.send(()).expect("the work goes on");
    let all = u32::try_from(DECODED_AT_ONCE_MAX).expect("a few");
    let free = tokio::time::timeout(ENDS_WITHIN, darkroom.turns.acquire_many(all)).await;
    assert!(free.expect("the turn ends with the work").is_ok());
}

#[tokio::test]
async fn a_turn_ends_when_the_work_panics() {
    let darkroom = Darkroom::new();
    for _ in 0..=DECODED_AT_ONCE_MAX {
        let worked = darkroom.in_turn::<()>(|| panic!("no picture")).await.expect("a turn");
        assert!(worked.is_err());
    }
}
