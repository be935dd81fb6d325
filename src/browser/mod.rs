//! The edge: everything that touches the browser.

#[cfg(not(feature = "snippet"))]
mod clock;
mod config;
#[cfg(not(feature = "snippet"))]
mod element;
#[cfg(feature = "snippet")]
mod paste;
#[cfg(not(feature = "snippet"))]
mod read;
#[cfg(not(feature = "snippet"))]
mod report;
#[cfg(not(feature = "snippet"))]
mod store;
#[cfg(not(feature = "snippet"))]
mod style;
mod zone;

#[cfg(not(feature = "snippet"))]
pub use element::Portlet;
#[cfg(feature = "snippet")]
pub use paste::Paste;
