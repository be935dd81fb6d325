// Makes the wasm smaller, and the glue with it: the names that the two know each other by become short. wasm-bindgen's carry
// a hash each, which does not compress.
//
// node shrink.mjs GLUE WASM: rewrites both files. It needs Binaryen's tools on the PATH.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [glue, wasm] = process.argv.slice(2);
// What rustc lets the code use, since the section that says so has been stripped.
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"]
  .map((feature) => `--enable-${feature}`);
const run = (program, ...options) => execFileSync(program, [...FEATURES, ...options], { encoding: "utf8" });

let script = readFileSync(glue, "utf8");

// What counts is the size once it is compressed. So a function with one caller stays one, unless it is tiny; what is worked
// out twice stays so (no local-cse, no simplify-locals), which leaves like code alike; and functions stand in the order of
// their names, so that what comes from one source stands together.
run(
  "wasm-opt", wasm, "-ocimfs", "15", "--skip-pass=local-cse", "--skip-pass=simplify-locals", "-Oz", "--gufa", "-Oz",
  "--converge", "--low-memory-unused", "--reorder-functions-by-name", "--strip-debug", "--strip-producers",
  "--strip-target-features", "-o", wasm,
);

// Binaryen tells the new names, and calls the module of all imports "a".
const { imports, exports } = JSON.parse(run("wasm-opt", wasm, "--minify-imports-and-exports-and-modules", "-o", wasm));
const shortened = (pairs) => new Map(pairs.map((pair) => pair.slice(-2)));
const [imported, exported] = [shortened(imports), shortened(exports)];
// What nothing in the wasm imports any more goes first.
const unused = /^        (__wb\w+): function\([^]*?^        \}(, arguments\); \})?,\n/gm;
script = script
  .replace(unused, (entry, name) => (imported.has(name) ? entry : ""))
  .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${exported.get(name) ?? name}`)
  .replace(/^( +)(__wb\w+):/gm, (_, indent, name) => `${indent}${imported.get(name) ?? name}:`)
  .replace(/^( +)"[^"]+_bg\.js":/m, '$1"a":');
writeFileSync(glue, script);

// A name that was missed would break the page; better break the build.
const shrunk = new WebAssembly.Module(readFileSync(wasm));
const known = new Set(Array.from(script.matchAll(/^ +([\w$]+):/gm), ([, name]) => name));
const missed = WebAssembly.Module.imports(shrunk).filter(({ name }) => !known.has(name));
if (missed.length) throw new Error(`the glue lacks ${missed.map(({ name }) => name).join(", ")}`);
