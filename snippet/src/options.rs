//! The command line.

use campaign_portlet::snippet::ColorScheme;
use campaign_portlet::words::Lang;
use url::Url;

pub const HELP: &str = "\
cargo xtask snippet CONFIG [options]   print a campaign as one block of plain HTML and CSS
  CONFIG              a file, or an http: or https: address
  --address URL       where CONFIG will be on the web, if it is a file: its links are relative to that
  --files URL         the folder where dist/ is on the web: wraps the block in <campaign-portlet>, which goes live where
                      scripts run, and links to the live page there
  --live URL          another page to link to as the live one
  --lang en|cy        another language than the config's
  --heading-level N   the level of the title, 2 to 6
  --color-scheme dark|auto   dark, or as the reader has asked for";

/// What is asked for.
pub struct Options {
    pub config: String,
    pub address: Option<Url>,
    pub files: Option<Url>,
    pub live: Option<String>,
    pub lang: Option<Lang>,
    pub heading_level: u8,
    pub color_scheme: Option<ColorScheme>,
}

impl Options {
    pub fn read(arguments: &[String]) -> Result<Self, String> {
        let mut config = None;
        let mut options = Self {
            config: String::new(),
            address: None,
            files: None,
            live: None,
            lang: None,
            heading_level: 2,
            color_scheme: None,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            if !argument.starts_with("--") {
                if config.replace(argument.clone()).is_some() {
                    return Err(format!("only one config can be shown, but got {argument} as well\n{HELP}"));
                }
                continue;
            }
            let value = rest.next().ok_or_else(|| format!("{argument} lacks its value\n{HELP}"))?;
            let wrong = || format!("{value} is no value for {argument}\n{HELP}");
            match argument.as_str() {
                "--address" => options.address = Some(web_address(value).ok_or_else(wrong)?),
                "--files" => options.files = Some(web_address(value).ok_or_else(wrong)?),
                "--live" => options.live = Some(web_address(value).ok_or_else(wrong)?.into()),
                "--lang" => options.lang = Some(Lang::parse(value).ok_or_else(wrong)?),
                "--heading-level" => {
                    let level = value.parse().ok().filter(|level| (2..=6).contains(level));
                    options.heading_level = level.ok_or_else(wrong)?;
                }
                "--color-scheme" => options.color_scheme = Some(ColorScheme::parse(value).ok_or_else(wrong)?),
                _ => return Err(format!("there is no {argument}\n{HELP}")),
            }
        }
        options.config = config.ok_or_else(|| format!("which config?\n{HELP}"))?;
        let is_file = web_address(&options.config).is_none();
        if is_file && options.files.is_some() && options.address.is_none() {
            return Err(format!("with --files, a config that is a file needs --address\n{HELP}"));
        }
        Ok(options)
    }
}

pub fn web_address(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| ["http", "https"].contains(&url.scheme()))
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test may panic")]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options, String> {
        Options::read(&line.split(' ').map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn a_line_says_what_is_wanted() {
        let options =
            read("--lang cy flu.json --live https://a.example/ --heading-level 3").unwrap_or_else(|_| panic!());
        assert_eq!((options.config.as_str(), options.lang, options.heading_level), ("flu.json", Some(Lang::Cy), 3));
        assert_eq!(options.live.as_deref(), Some("https://a.example/"));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for line in [
            "--lang cy",
            "a.json b.json",
            "a.json --lang",
            "a.json --lang fr",
            "a.json --heading-level 1",
            "a.json --color-scheme green",
            "a.json --live javascript:alert(1)",
            "a.json --files https://files.example/",
            "a.json --plain yes",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
        assert!(read("https://a.example/flu.json --files https://files.example/").is_ok());
    }
}
