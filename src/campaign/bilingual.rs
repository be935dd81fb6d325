//! Whether a switch between the languages makes sense: any text that is shown has both.

use super::{Campaign, Chart, Place, Section, Text};

/// Whether any text of the campaign has both languages.
pub fn is_bilingual(campaign: &Campaign) -> bool {
    is_both(&campaign.title)
        || any([&campaign.organisation, &campaign.summary])
        || campaign.image.as_ref().is_some_and(|image| is_both(&image.alt))
        || campaign.links.iter().any(|link| is_both(&link.label))
        || campaign.sections.iter().any(section)
}

fn is_both(text: &Text) -> bool {
    text.en.is_some() && text.cy.is_some()
}

fn any<const N: usize>(texts: [&Option<Text>; N]) -> bool {
    texts.into_iter().flatten().any(is_both)
}

fn section(section: &Section) -> bool {
    match section {
        Section::Countdown(countdown) => {
            any([&countdown.heading, &countdown.before, &countdown.after])
                || countdown.milestones.iter().any(|milestone| is_both(&milestone.label))
        }
        Section::Uptake(uptake) => {
            any([&uptake.heading, &uptake.measure, &uptake.source])
                || uptake.targets.iter().any(|target| is_both(&target.label))
                || uptake.charts.iter().any(chart)
        }
        Section::Locations(locations) => {
            any([&locations.heading, &locations.note]) || locations.places.iter().any(place)
        }
        Section::Unusable(_) => false,
    }
}

fn chart(chart: &Chart) -> bool {
    is_both(&chart.title) || chart.groups.iter().any(|group| is_both(&group.name))
}

fn place(place: &Place) -> bool {
    is_both(&place.name)
        || any([&place.address, &place.details])
        || place.opening_hours.iter().any(|hours| any([&hours.details]))
        || place.sessions.iter().any(|session| any([&session.details]))
}
