//! Finding a place.

use crate::build::{place, text};
use campaign_portlet::config::Text;
use campaign_portlet::locations::{Place, matches};
use campaign_portlet::words::Lang;

fn both(en: &str, cy: &str) -> Text {
    text(en).with(Lang::Cy, cy.into())
}

#[test]
fn a_place_is_found_by_any_words_of_it() {
    let place = Place {
        name: both("St Mary’s Lodge", "Llety’r Santes Fair, Tŷ Gwyn"),
        address: Some(text("Lower Lane, Fazakerley,\nLiverpool L9 7AL")),
        details: Some(both("Outside the Boardroom", "Y tu allan i'r ystafell fwrdd")),
        postcode: Some("L14 3LB".into()),
        telephone: Some("0151 000 0000".into()),
        ..place("")
    };
    for query in [
        "",
        "  ",
        "lodge",
        "LODGE",
        "lod",
        "st marys",
        "St Mary's",
        "mary’s lodge",
        "lodge mary",
        "liverpool, lower",
        "L14 3LB",
        "l143lb",
        "l14",
        "3lb",
        "L9 7AL",
        "l97al",
        "boardroom",
        "fwrdd",
        "ty gwyn",
        "tŷ",
        "TŶ",
        "ty\u{302}",
        "llety'r",
        "lletyr",
        "lane fazakerley",
        "lane\tfazakerley",
        "lane\u{a0}liverpool",
    ] {
        assert!(matches(&place, query), "{query:?}");
    }
    for query in ["aintree", "lodge aintree", "l15", "l1433lb", "0151", "ethe", "lodger", "🎄", "ß"] {
        assert!(!matches(&place, query), "{query:?}");
    }
}

#[test]
fn every_accent_of_welsh_can_be_left_out() {
    for (accented, plain) in
        [("âêîôûŵŷ", "aeiouwy"), ("áéíóúẃý", "aeiouwy"), ("àèìòùẁỳ", "aeiouwy"), ("äëïöüẅÿ", "aeiouwy")]
    {
        for written in [accented.to_owned(), accented.to_uppercase()] {
            assert!(matches(&place(&written), plain), "{written}");
            assert!(matches(&place(plain), &written), "{written}");
        }
    }
    assert!(matches(&place("Curaçao Señor Øre Åre"), "curacao senor ore are"));
}
