//! The files that every page asks for, packed once and as well as can be: so a server need not do it for each visitor, and
//! sends what the budget says.

use crate::run::Result;
use flate2::{Compression, write::GzEncoder};
use std::{fs, io::Write, path::Path};

/// Writes `FILE.gz` and `FILE.br` beside a file.
pub fn beside(file: &Path) -> Result {
    let bytes = fs::read(file)?;
    for (ending, packed) in [("gz", gzip(&bytes)?), ("br", brotli(&bytes)?)] {
        fs::write(format!("{}.{ending}", file.display()), packed)?;
    }
    Ok(())
}

pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}
