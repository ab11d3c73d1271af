//! One data directory: one service at a time, and the next one finds everything.

use super::process::Lodging;

#[tokio::test(flavor = "multi_thread")]
async fn a_data_directory_has_one_service_and_the_next_is_soon_ready() {
    let directory = tempfile::tempdir().expect("a directory");
    let lodging = Lodging::alone(directory.path());
    let mut first = lodging.serve();
    lodging.furnish().await;
    first.ready().await;

    let listen = lodging.intruder().address.to_string();
    let refused = lodging.run(&["serve", "--listen", &listen]).await;
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    let data_dir = lodging.data_dir.canonicalize().expect("it is there");
    let named = said.lines().any(|line| {
        line.starts_with("whistle: ") && line.contains(&format!("{} is already in use", data_dir.display()))
    });
    assert!(named, "{said}");
    first.ready().await;

    // Its server is left behind, and on its way out when the next service comes.
    first.die().await;
    let mut second = lodging.serve();
    let after_a_crash = second.ready().await;
    second.told_to_stop();
    second.ended_well().await;

    let mut third = lodging.serve();
    let after_a_stop = third.ready().await;
    println!("ready {after_a_crash:?} after a crash, {after_a_stop:?} after a stop");
    third.told_to_stop();
    third.ended_well().await;
}
