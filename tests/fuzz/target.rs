//! The fuzz target: libFuzzer runs it, by `cargo xtask fuzz`.
#![no_main]

mod exercise;
mod mutate;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support_zone/mod.rs"]
mod support_zone;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::time::{Duration, Instant};

fuzz_target!(|data: &[u8]| {
    let start = Instant::now();
    exercise::exercise(data);
    // Once more where that was slow: other programs of the machine may have held it up.
    if start.elapsed() > most(data) {
        let before = on_processor();
        exercise::exercise(data);
        let took = on_processor().saturating_sub(before);
        assert!(took < most(data), "it takes {took:?}");
    }
});

/// How long this thread has been on a processor, where Linux says so.
fn on_processor() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(said.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or_default())
}

/// Far above what reading and drawing take, far below what they take where the time grows with the square of the size.
fn most(data: &[u8]) -> Duration {
    Duration::from_millis(50) + Duration::from_micros(20) * data.len() as u32
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // A third is left to libFuzzer, which changes bytes and crosses inputs.
    let new = if seed % 3 == 0 { Vec::new() } else { mutate::mutated(&data[..size], seed) };
    if new.is_empty() || new.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    data[..new.len()].copy_from_slice(&new);
    new.len()
});
