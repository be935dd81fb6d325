//! The edge: everything that touches the browser.

mod clock;
mod config;
mod element;
mod read;
mod report;
mod store;
mod style;
mod zone;

pub use element::Portlet;
