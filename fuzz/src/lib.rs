//! The laws of `tests/fuzzed`, for libFuzzer to look for bytes that break them.

// Tests have more than the laws need, and what fails in them fails.
#![allow(dead_code, unused_imports, clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../../tests/any.rs"]
mod any;
#[path = "../../tests/batch_law.rs"]
mod batch_law;
#[path = "../../tests/codings.rs"]
mod codings;
#[path = "../../tests/fuzzed/mod.rs"]
mod fuzzed;
#[path = "../../tests/oracle.rs"]
mod oracle;
#[path = "../../tests/route.rs"]
mod route;

pub use libfuzzer_sys;

/// The law of this name.
pub fn law(name: &str) -> fn(&[u8]) {
    fuzzed::LAWS.iter().find(|(of, _)| *of == name).unwrap_or_else(|| panic!("there is no law {name}")).1
}

/// As the program's own, which is not built here: damage in spreadsheets that a panic of their reader says is an error in words, and no find.
pub fn set_panic_hook() {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !cxm::table::xlsx::is_contained() {
            previous(info);
        }
    }));
}

/// Says each time that the law held of ten million bytes more, by which a long run can be told how long it is.
pub fn count(bytes: u64) {
    use std::sync::atomic::{AtomicU64, Ordering};
    const EACH: u64 = 10_000_000;
    static HELD: AtomicU64 = AtomicU64::new(0);
    let before = HELD.fetch_add(bytes, Ordering::Relaxed);
    if (before + bytes) / EACH > before / EACH {
        eprintln!("held of {} bytes", (before + bytes) / EACH * EACH);
    }
}

/// Makes a target of the law of this name.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        static LAW: std::sync::LazyLock<fn(&[u8])> = std::sync::LazyLock::new(|| $crate::law($name));
        $crate::libfuzzer_sys::fuzz_target!(
            init: $crate::set_panic_hook(),
            |bytes: &[u8]| {
                LAW(bytes);
                $crate::count(bytes.len() as u64);
            }
        );
    };
}
