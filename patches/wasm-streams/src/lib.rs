//! In place of the crate of this name, which Leptos brings for server functions that stream; a bundle for static files has
//! none. The original exports three classes to JavaScript, and what is exported stays in a bundle whether it is called or
//! not: 4 KB with all that is behind it. So this has the one type that `server_fn` is compiled against, and it has no
//! values: nothing can be called on a stream, because none can be made.

use futures_util::stream::{Empty, Stream};
use wasm_bindgen::JsValue;

/// A stream of JavaScript's.
pub enum ReadableStream {}

impl ReadableStream {
    /// For the body of a request. Nothing calls it.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unimplemented!("this bundle has no server functions")
    }

    /// For the body of a response. Nothing calls it.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unimplemented!("this bundle has no server functions")
    }

    /// The stream as JavaScript has it.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    /// What comes out of it.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        match self {}
    }
}
