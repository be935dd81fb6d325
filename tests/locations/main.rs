//! Where to go, and when: what the list of places shows at a moment.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests"
)]

mod bounds;
mod build;
mod closed;
mod hours;
mod list;
mod liverpool;
mod random;
mod search;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support_zone/mod.rs"]
mod support_zone;
mod timetable;
