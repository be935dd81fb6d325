//! Prints a campaign as one block of plain HTML and CSS, for pages where no script may run.

mod environment;
mod files;
mod options;

use campaign_portlet::calendar::Instant;
use campaign_portlet::campaign::{Campaign, Checked, check};
use campaign_portlet::config::{Problem, Severity, Usability, tell};
use campaign_portlet::snippet::{SnippetOptions, element, snippet};
use environment::Host;
use options::{Options, web_address};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use url::Url;

/// Portals refuse a larger block.
const MOST_BYTES: usize = 1_000_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match Options::read(&arguments).and_then(|options| make(&options)) {
        Ok(paste) => {
            print!("{paste}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("snippet: {message}");
            ExitCode::from(2)
        }
    }
}

/// All that is to be pasted.
fn make(options: &Options) -> Result<String, String> {
    let file = files::get(&options.config)?;
    let known = options.address.clone().or_else(|| web_address(&options.config));
    // Links are relative to the address that answered, if the one that was asked led on to another.
    let address = options.address.clone().unwrap_or_else(|| file.address.clone());
    let text = file.text();
    let Checked { campaign, problems } = check(&text, &Host { base: address.clone() });
    report(&problems);
    let mut campaign = campaign.ok_or("there is nothing to show")?;
    for link in campaign.csv_links() {
        apply_csv(&mut campaign, &link, &address, options)?;
    }
    let home = options.files.as_ref().zip(known.as_ref());
    let live = options.live.clone().or_else(|| home.map(|(files, config)| live_address(files, config)));
    let wording = SnippetOptions {
        lang: options.lang,
        heading_level: options.heading_level,
        live: live.as_deref(),
        color_scheme: options.color_scheme,
    };
    let block = snippet(&campaign, now()?, wording).ok_or("today is outside visibleFrom and visibleTo")?;
    if block.contains(files::NO_ADDRESS) {
        return Err(
            "it has links that are relative to the config: say with --address where that will be on the web".into()
        );
    }
    if block.len() > MOST_BYTES {
        eprintln!("snippet: it has {} bytes, and portals refuse more than {MOST_BYTES}", block.len());
    }
    Ok(match home {
        Some((files, config)) => {
            element(&block, config.as_str(), beside(files, "campaign-portlet.js").as_str(), wording)
        }
        None => block,
    })
}

/// Puts a CSV file into the campaign. Beside a config that was read from a folder, it is read from that folder.
fn apply_csv(campaign: &mut Campaign, link: &str, address: &Url, options: &Options) -> Result<(), String> {
    let url = Url::parse(link).map_err(|error| format!("{link}: {error}"))?;
    let here = files::beside(&options.config, address, &url);
    match files::get(here.as_deref().unwrap_or(link)) {
        Ok(file) => {
            let (usability, problems) = campaign.with_csv(link, &file.text(), &Host { base: url });
            report(&problems);
            match usability {
                Usability::Unusable => Err(format!("{link} cannot be used, and a snippet never changes")),
                Usability::Used | Usability::Partly => Ok(()),
            }
        }
        Err(message) => Err(message),
    }
}

fn report(problems: &[Problem]) {
    tell(problems, &mut |Problem { severity, file, place, message, .. }| {
        let severity = if *severity == Severity::Error { "error" } else { "warning" };
        let place: Vec<&str> =
            [file.as_deref(), Some(place)].into_iter().flatten().filter(|part| !part.is_empty()).collect();
        eprintln!("{severity}: {}{message}", place.iter().map(|part| format!("{part}: ")).collect::<String>());
    });
}

/// The page for a frame, which shows a campaign to whoever opens it as well.
fn live_address(files: &Url, config: &Url) -> String {
    let mut page = beside(files, "embed.html");
    page.query_pairs_mut().append_pair("config", config.as_str());
    page.into()
}

/// A file in the folder at that address, whether or not it ends in a slash.
fn beside(folder: &Url, name: &str) -> Url {
    let mut file = folder.clone();
    if let Ok(mut path) = file.path_segments_mut() {
        path.pop_if_empty().push(name);
    }
    file
}

fn now() -> Result<Instant, String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?;
    Ok(Instant::from_epoch_seconds(i64::try_from(since.as_secs()).unwrap_or(i64::MAX)))
}
