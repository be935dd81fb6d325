//! A staff campaign on any page, from one JSON config.
//!
//! ```text
//!  config URL ──fetch──► text ──parse──► Campaign + problems ──► Portlet ─► countdown │ uptake │ locations
//!                                                    ▲
//!                                       clock: now, once a second
//! ```
//!
//! A section is a pure *rule* that says what to show at a moment, and a thin *view* that draws it. Rules know no
//! browser and are tested on the host; only [`browser`] touches `web_sys`. Imports run one way, from the top down:
//! `browser` | `snippet` → `portlet` → `countdown` | `uptake` | `locations` → `campaign` → `calendar`, `words`, `text`.

// The wasm that makes snippets has no use for what follows a clock or an event.
#![cfg_attr(all(target_arch = "wasm32", feature = "snippet"), allow(dead_code))]

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod calendar;
pub mod campaign;
pub mod config;
pub mod countdown;
mod elements;
mod live;
pub mod locations;
pub mod portlet;
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
pub mod snippet;
pub mod stage;
mod style;
mod text;
pub mod uptake;
pub mod words;
