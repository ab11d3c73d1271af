//! The pages are part of this crate: when they are built anew, so is it.

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist");
}
