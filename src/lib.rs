//! A staff campaign on any page, from one JSON config.
//!
//! ```text
//!  config URL ──fetch──► text ──parse──► Campaign + problems ──► Portlet ─► countdown │ uptake │ locations
//!                                                    ▲
//!                                       clock: now, once a second
//! ```
//!
//! A section is a folder with all that is known of it: what it is made of (`model`), how that is read (`check`, `csv`,
//! `schema`), a pure *rule* that says what to show at a moment, and a thin *view* that draws it. Rules know no browser and
//! are tested on the host; only [`browser`] touches `web_sys`. [`campaign`] composes the sections, and
//! `campaign/section.rs` names them all. [`config`] is what any config file needs, and knows no campaign.
//!
//! Imports run one way, from the top down: `browser` | `snippet` → `portlet` → `campaign` → [`countdown`] | [`uptake`] |
//! [`locations`] → `elements` → [`config`] → [`words`] → [`calendar`] → `text`.

// The wasm that makes snippets has no use for what follows a clock or an event.
#![cfg_attr(all(target_arch = "wasm32", feature = "snippet"), allow(dead_code))]

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod calendar;
pub mod campaign;
pub mod config;
pub mod countdown;
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
