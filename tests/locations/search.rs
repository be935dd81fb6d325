//! Finding a place.

use crate::build::{place, text};
use campaign_portlet::config::Text;
use campaign_portlet::locations::Place;
use campaign_portlet::locations::matches;

#[test]
fn a_place_is_found_by_any_words_of_it() {
    let place = Place {
        name: Text { en: Some("St Mary’s Lodge".into()), cy: Some("Llety’r Santes Fair, Tŷ Gwyn".into()) },
        address: Some(text("Lower Lane, Fazakerley,\nLiverpool L9 7AL")),
        details: Some(Text {
            en: Some("Outside the Boardroom".into()),
            cy: Some("Y tu allan i'r ystafell fwrdd".into()),
        }),
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
