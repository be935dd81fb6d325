//! All code that uses browser APIs.

#[cfg(not(feature = "snippet"))]
mod clock;
mod config;
#[cfg(not(feature = "snippet"))]
mod element;
#[cfg(not(feature = "snippet"))]
mod host;
#[cfg(not(feature = "snippet"))]
mod instance;
#[cfg(not(feature = "snippet"))]
mod load;
#[cfg(not(feature = "snippet"))]
mod mounted;
#[cfg(not(feature = "snippet"))]
mod schedule;
#[cfg(feature = "snippet")]
mod snippet;
mod zone;

#[cfg(not(feature = "snippet"))]
pub use element::Portlet;
#[cfg(feature = "snippet")]
pub use snippet::SnippetMaker;
