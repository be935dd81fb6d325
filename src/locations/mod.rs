//! Where to go, and when.
