//! All times of a place, in a `<details>`.

use crate::elements::{Element, IS_STATIC, el};
use crate::render::RenderContext;

/// Unfolds what `content` draws: only once somebody asks for it, since each session has a calendar file. `key` is
/// the place's.
pub(super) fn unfolded_later(
    summary: Element,
    key: &str,
    content: Box<dyn Fn() -> Option<Element>>,
    render: RenderContext,
) -> Element {
    let details = el("details", "cp-details").child(summary);
    if IS_STATIC {
        return details.maybe(content());
    }
    let reader = render.reader;
    let unfolded = reader.list.unfolded;
    // Places that share a bit are drawn together, and that is all.
    let bit = 1_i64 << (key.bytes().fold(0_u8, u8::wrapping_add) & 63);
    details
        .dynamic_child(move || if unfolded.get() & bit != 0 || reader.on_paper.get() { content() } else { None })
        .on("toggle", move |_| unfolded.set(unfolded.peek() | bit))
}
