//! The style sheet of the shadow root, scoped to one block of a page, with a specificity above that of the page's
//! rules.

/// The class of the block.
pub(super) const ROOT: &str = "cp-snippet";

/// The selector of the block. No page has these ids: within `:not()` they raise the specificity above that of any rule
/// that a page has for its links, tables and headings.
const SCOPE: &str = ".cp-snippet:not(#cp#cp)";

/// All rules of `css`, with each selector scoped to the block. `:host` becomes the block itself.
pub(super) fn scoped(css: &str) -> String {
    let mut scoped = String::new();
    rules(&without_comments(css), &mut scoped);
    scoped
}

fn rules(css: &str, scoped: &mut String) {
    let mut rest = css;
    while let Some((before, after)) = rest.split_once('{') {
        let prelude = before.trim();
        let end = closing(after);
        let (body, next) = after.split_at_checked(end).unwrap_or((after, ""));
        if prelude.starts_with('@') {
            scoped.push_str(prelude);
            scoped.push_str(" {\n");
            rules(body, scoped);
            scoped.push_str("}\n");
        } else {
            scoped.push_str(&selectors(prelude));
            scoped.push_str(" { ");
            let body: Vec<&str> = body.split_whitespace().collect();
            scoped.push_str(&body.join(" "));
            scoped.push_str(" }\n");
        }
        rest = next.strip_prefix('}').unwrap_or(next);
    }
}

/// The index of the brace that closes the block that `css` starts in.
fn closing(css: &str) -> usize {
    let mut depth = 0_usize;
    for (at, char) in css.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    css.len()
}

fn selectors(list: &str) -> String {
    let scope = |selector: &str| match selector.trim().strip_prefix(":host") {
        Some(rest) => match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some((condition, rest)) => [SCOPE, condition, rest].concat(),
            None => [SCOPE, rest].concat(),
        },
        None => [SCOPE, " ", selector.trim()].concat(),
    };
    // None of our selectors has a comma within parentheses.
    list.split(',').map(scope).collect::<Vec<_>>().join(", ")
}

fn without_comments(css: &str) -> String {
    let mut plain = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_selector_is_below_the_block() {
        let css =
            "/* a { } */ :host, .a b { c: d;\n  e: f } @media print { .g:has(h) { i: j } }\n:host([hidden]) k { l: m }";
        assert_eq!(
            scoped(css),
            ".cp-snippet:not(#cp#cp), .cp-snippet:not(#cp#cp) .a b { c: d; e: f }\n\
             @media print {\n.cp-snippet:not(#cp#cp) .g:has(h) { i: j }\n}\n\
             .cp-snippet:not(#cp#cp)[hidden] k { l: m }\n"
        );
    }
}
