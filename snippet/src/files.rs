//! Files of this machine, and of the web by curl: it knows the machine's certificates and proxies, as a trust's network
//! wants, and no TLS has to be compiled.

use crate::options::web_address;
use std::path::Path;
use std::process::Command;
use url::Url;

/// Stands for the address of a config whose address nobody has told. No such host will ever be.
pub const NO_ADDRESS: &str = "https://no-address.invalid/";

/// A file, and the address that answered.
pub struct File {
    pub address: Url,
    pub bytes: Vec<u8>,
}

impl File {
    /// UTF-8, and in Windows-1252 each byte that is none, as in `src/embed/download.js`.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for chunk in self.bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
        text
    }
}

/// Gets a file by its path or its address.
pub fn get(from: &str) -> Result<File, String> {
    if web_address(from).is_some() {
        return download(from);
    }
    let bytes = std::fs::read(from).map_err(|error| format!("{from}: {error}"))?;
    let mut address = Url::parse(NO_ADDRESS).map_err(|error| error.to_string())?;
    address.set_path(file_url(from).ok_or_else(|| format!("{from} has no address"))?.path());
    Ok(File { address, bytes })
}

fn download(from: &str) -> Result<File, String> {
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--show-error", "--fail", "--location", "--max-time", "10", "--proto", "=http,https"]);
    // The address that answered, after redirects, on its own line behind anything that curl has to say.
    curl.args(["--write-out", "%{stderr}\\n%{url_effective}", "--"]).arg(from);
    let output = curl.output().map_err(|error| format!("{from}: cannot run curl ({error})"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let (said, address) = said.rsplit_once('\n').unwrap_or(("", &said));
    if !output.status.success() {
        return Err(format!("{from}: {}", said.trim().trim_start_matches("curl: ")));
    }
    let address = Url::parse(address).map_err(|error| format!("{from}: {error}"))?;
    Ok(File { address, bytes: output.stdout })
}

/// The path of a file that a config names, where the config itself is a file of this machine: from the one to the other it
/// is as far here as on the web.
pub fn beside(config: &str, config_address: &Url, file_address: &Url) -> Option<String> {
    if web_address(config).is_some() {
        return None;
    }
    let relative = config_address.make_relative(file_address)?;
    let path = file_url(config)?.join(&relative).ok()?.to_file_path().ok()?;
    Some(path.to_string_lossy().into_owned())
}

fn file_url(path: &str) -> Option<Url> {
    Url::from_file_path(Path::new(path).canonicalize().ok()?).ok()
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn one_byte_of_windows_turns_no_other() {
        let address = Url::parse(NO_ADDRESS).unwrap_or_else(|_| panic!());
        let text = |bytes: &[u8]| File { address: address.clone(), bytes: bytes.into() }.text();
        assert_eq!(text(b"Nghaer\xc5\xb5ent \x92 Peidiwch \xc3\xa2"), "Nghaerŵent ’ Peidiwch â");
        assert_eq!(text(b"\xc5\xb5\x92 \xf0\x9f\x8e\x84\x80 \xe2\x82x"), "ŵ’ 🎄€ â‚x");
        assert_eq!(text(b"S\xear \x96 \x93A\x94"), "Sêr – “A”");
        assert_eq!(text(b"\xe0\x80\x80\xed\xa0\x80"), "à€€í\u{a0}€");
    }

    #[test]
    fn a_file_is_as_far_from_its_config_here_as_on_the_web() {
        let config = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let address = Url::parse("https://a.example/x/flu.json").unwrap_or_else(|_| panic!());
        let beside = |link: &str| beside(config, &address, &address.join(link).ok()?);
        let folder = env!("CARGO_MANIFEST_DIR");
        assert_eq!(beside("src/a%20b.csv"), Some(format!("{folder}/src/a b.csv")));
        assert_eq!(beside("../a.csv"), Some(folder.replace("/snippet", "/a.csv")));
        assert_eq!(beside("https://b.example/a.csv"), None);
    }
}
