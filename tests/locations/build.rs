//! How the tests write places, and say what is shown.

use crate::support_zone::{JiffZone, date, plain, time};
use campaign_portlet::calendar::{CachedZone, PlainDate, PlainDateTime, Weekday, Weekdays, to_instant};
use campaign_portlet::config::Text;
use campaign_portlet::locations::{
    ClosedDay, Locations, NextDay, OpeningHours, Place, PlaceNow, Session, Status, places_at,
};
use campaign_portlet::words::Lang;

pub fn text(en: &str) -> Text {
    Text::default().with(Lang::En, en.into())
}

pub fn place(name: &str) -> Place {
    Place {
        name: text(name),
        address: None,
        details: None,
        postcode: None,
        telephone: None,
        email: None,
        url: None,
        map: None,
        walk_in: None,
        opening_hours: Vec::new(),
        closed_on: Vec::new(),
        sessions: Vec::new(),
    }
}

/// Weekly hours, from `"Mon Wed 09:00-13:00"`.
pub fn weekly(line: &str) -> OpeningHours {
    let mut words = line.split(' ').rev();
    let (opens, closes) = words.next().unwrap().split_once('-').unwrap();
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    OpeningHours {
        days: words
            .map(|day| Weekday::ALL[names.iter().position(|name| *name == day).unwrap()])
            .fold(Default::default(), Weekdays::with),
        opens: time(opens),
        closes: time(closes),
        valid_from: None,
        valid_through: None,
        every_weeks: 1,
        details: None,
    }
}

pub fn valid(from: &str, through: &str, hours: OpeningHours) -> OpeningHours {
    OpeningHours { valid_from: PlainDate::parse(from), valid_through: PlainDate::parse(through), ..hours }
}

pub fn every(weeks: u32, hours: OpeningHours) -> OpeningHours {
    OpeningHours { every_weeks: weeks, ..hours }
}

/// A dated session, from `"2026-11-23 18:00-22:00"`.
pub fn session(line: &str) -> Session {
    let (day, times) = line.split_once(' ').unwrap();
    let (opens, closes) = times.split_once('-').unwrap();
    Session { date: date(day), opens: time(opens), closes: time(closes), details: None }
}

pub fn with(name: &str, hours: &[OpeningHours], sessions: &[&str]) -> Place {
    Place {
        opening_hours: hours.to_vec(),
        sessions: sessions.iter().map(|line| session(line)).collect(),
        ..place(name)
    }
}

pub fn all(places: Vec<Place>) -> Locations {
    Locations {
        heading: None,
        note: None,
        closed_on: Vec::new(),
        places,
        csv: None,
        csv_is_read: false,
        address: String::new(),
    }
}

/// Closed days, from `"2026-12-25 Christmas Day"` or a date alone.
pub fn closed(lines: &[&str]) -> Vec<ClosedDay> {
    let day = |line: &&str| {
        let (day, label) = line.split_once(' ').map_or((*line, None), |(day, label)| (day, Some(text(label))));
        ClosedDay { date: date(day), label }
    };
    lines.iter().map(day).collect()
}

pub fn london() -> CachedZone<JiffZone> {
    CachedZone::new(JiffZone::named("Europe/London"))
}

pub fn say_time(at: PlainDateTime) -> String {
    let (date, time) = (at.date, at.time);
    let seconds = if time.second() == 0 { String::new() } else { format!(":{:02}", time.second()) };
    format!("{:02}-{:02} {:02}:{:02}{seconds}", date.month(), date.day(), time.hour(), time.minute())
}

pub fn say(status: Status) -> String {
    match status {
        Status::OpenNow { until: Some(until), closes_on: Some(_) } => format!("open until the day {}", say_time(until)),
        Status::OpenNow { until: Some(until), closes_on: None } => format!("open until {}", say_time(until)),
        Status::OpenNow { until: None, .. } => "open".into(),
        Status::Opens { at, day: NextDay::Today } => format!("opens today {}", say_time(at)),
        Status::Opens { at, day: NextDay::Tomorrow } => format!("opens tomorrow {}", say_time(at)),
        Status::Opens { at, day: NextDay::On(date) } => {
            assert_eq!(at.date, date);
            format!("opens {:?} {}", date.weekday(), say_time(at))
        }
        Status::Over => "over".into(),
        Status::NoHours => "no hours".into(),
    }
}

pub fn name(place: &PlaceNow) -> String {
    place.place.name.get(Lang::En).unwrap().to_owned()
}

/// The statuses of one place at wall-clock times in London.
#[track_caller]
pub fn walk(place: Place, steps: &[(&str, &str)]) {
    let locations = all(vec![place]);
    for (now, expected) in steps {
        let zone = london();
        let shown = places_at(&locations, &zone, to_instant(&zone, plain(now)));
        let said = shown.first().map_or("gone".to_owned(), |place| say(place.status));
        assert_eq!(said, *expected, "{now}");
    }
}
