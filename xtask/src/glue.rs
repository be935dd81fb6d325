//! wasm-bindgen's module as one function of the loader: called again, it makes another copy of the bundle.

use crate::run::Result;

/// What is left out, or put in another's place, each with the reason. The build fails where one is not found any more.
const CHANGES: [(&str, &str); 4] = [
    // A panic leaves the copy broken, and the loader has to know. All that the page calls goes through this closure.
    (
        "return f(a, state.b, ...args);\n        } finally {",
        "return f(a, state.b, ...args);\n        } catch (error) { panicked(); throw error; } finally {",
    ),
    // Browsers that can adopt style sheets have it.
    (
        "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new",
        "new",
    ),
    ("if (!('encodeInto' in cachedTextEncoder))", "if (false)"),
    ("if (Symbol.dispose)", "if (false)"),
];

/// What wasm-bindgen's own ways to start the module are for, the loader does. The whole file is there before it is compiled,
/// because the browser compares it with its hash first; so nothing is lost without streaming, and a server that sends it under
/// a wrong type does no harm.
const START: &str = "const { instance } = await WebAssembly.instantiate(await (await response).arrayBuffer(), __wbg_get_imports());\n\
                     __wbg_finalize_init(instance);\nreturn Portlet;";

pub fn as_function(glue: &str) -> Result<String> {
    let (module, _) =
        glue.split_once("\nasync function __wbg_load(").ok_or("wasm-bindgen starts its module in an unknown way")?;
    let mut body = format!("\n{module}").replace("\nexport class", "\nclass");
    if ["\nexport ", "\nimport ", "import.meta"].iter().any(|word| body.contains(word)) {
        return Err("the glue can be nothing but a module".into());
    }
    for (from, to) in CHANGES {
        if !body.contains(from) {
            return Err(format!("the glue has changed: it has no “{from}”").into());
        }
        body = body.replace(from, to);
    }
    if body.matches(" f(a").count() != body.matches("panicked(); throw").count() {
        return Err("the glue calls the wasm in ways that are not known here".into());
    }
    Ok(format!("const instantiate = async (response, panicked) => {{{body}\n{START}\n}};\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glue(more: &str) -> String {
        let parts = CHANGES.map(|(from, _)| from).join("\n");
        format!(
            "export class Portlet {{\n}}\n{parts}\n{more}\nasync function __wbg_load(module) {{\n}}\nexport {{ x }};"
        )
    }

    #[test]
    fn the_glue_becomes_a_function_that_tells_of_panics() {
        let function = as_function(&glue("let wasm;")).unwrap_or_default();
        assert!(function.starts_with("const instantiate = async (response, panicked) => {\nclass Portlet {\n}\n"));
        assert!(function.contains("catch (error) { panicked(); throw error; }"));
        assert!(!function.contains("typeof FinalizationRegistry"));
    }

    #[test]
    fn glue_that_is_not_known_fails_the_build() {
        assert!(as_function("export { initSync };").is_err());
        assert!(as_function(&glue("import * as other from 'other';")).is_err());
        assert!(as_function(&glue("return f(a);")).is_err());
        assert!(as_function(&glue("").replace("Symbol.dispose", "Symbol.other")).is_err());
    }
}
