//! The files that every page asks for, packed once and as well as can be: so a server need not do it for each visitor, and
//! sends what the budget says. Node has the compressors of zlib and of brotli's own authors.

use crate::{
    run::{self, Result},
    toolchain,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// In WebAssembly distances are often even, which a postfix of one bit says.
const SCRIPT: &str = "const [file] = process.argv.slice(1), bytes = fs.readFileSync(file), { constants } = zlib;
const params = {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_LGWIN]: 22,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  [constants.BROTLI_PARAM_NPOSTFIX]: file.endsWith('.wasm') ? 1 : 0,
};
fs.writeFileSync(file + '.gz', zlib.gzipSync(bytes, { level: 9 }));
fs.writeFileSync(file + '.br', zlib.brotliCompressSync(bytes, { params }));";

/// Writes `FILE.gz` and `FILE.br` beside a file.
pub fn beside(file: &Path) -> Result {
    match run::output(toolchain::tool("node").args(["--eval", SCRIPT]).arg(file)) {
        Some(_) => Ok(()),
        None => Err(format!("Node could not pack {}", file.display()).into()),
    }
}

/// The bytes of a file, and of its copies packed by gzip and by brotli.
pub fn sizes(file: &Path) -> Result<[usize; 3]> {
    let size =
        |ending: &str| Ok::<_, run::Failure>(fs::read(PathBuf::from(format!("{}{ending}", file.display())))?.len());
    Ok([size("")?, size(".gz")?, size(".br")?])
}
