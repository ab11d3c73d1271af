//! The demo: invented people and cases in an invented district.

use std::path::Path;

use crate::house::House;

/// Seeds the demo, once.
pub async fn seed(_house: &House, _data_dir: &Path) -> anyhow::Result<()> {
    Ok(())
}
