//! A staff campaign on any page, from one JSON config.
//!
//! ```text
//!  config URL ──fetch──► text ──parse──► Campaign + problems ──► Portlet ─► countdown │ uptake │ locations
//!                                                    ▲
//!                                       clock: now, once a second
//! ```
//!
//! A section is a folder with its data types (`model`), their readers (`check`, `csv`, `schema`), a pure *rule* that
//! computes what to show at an instant, and a thin *view* that draws it. Rules do not use the browser and are tested on
//! the host; only [`browser`] touches `web_sys`. [`campaign`] composes the sections, and `campaign/section.rs` lists
//! them all. [`config`] is the code for any config file, independent of campaigns.
//!
//! Imports run one way, from the top down: `browser` | `snippet` → `portlet` → `campaign` → [`countdown`] | [`uptake`]
//! | [`locations`] → `elements` → [`config`] → [`words`] → [`calendar`] → `text`.

// The snippet build does not use the code for the clock and for events.
#![cfg_attr(all(target_arch = "wasm32", feature = "snippet"), allow(dead_code))]

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod calendar;
pub mod campaign;
pub mod config;
pub mod countdown;
#[cfg(target_arch = "wasm32")]
mod effect;
mod elements;
pub mod locations;
pub mod portlet;
pub mod render;
mod signals;
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
pub mod snippet;
mod style;
mod text;
pub mod uptake;
pub mod words;
