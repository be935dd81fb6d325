//! Dates and times.

use super::Node;
use super::cell::{self, of_24_hours};
use crate::calendar::{Edge, Instant, Moment, PlainDate, PlainTime};

impl Node<'_> {
    /// A day, such as `2026-11-23`.
    #[inline(never)]
    pub fn date(&self) -> Option<PlainDate> {
        let mut date = PlainDate::parse(self.raw_string());
        let mut or = "";
        if self.is_csv() {
            date = date.or_else(|| cell::date(self.raw_string()));
            or = ", or day/month/year: \"23/11/2026\"";
        }
        if date.is_none() {
            self.invalid(&["a date that exists, written as year-month-day: \"2026-11-23\"", or]);
        }
        date
    }

    /// An instant, a date, or a wall-clock time in the config's zone.
    #[inline(never)]
    pub fn moment(&self) -> Option<Moment> {
        let moment = Moment::parse(self.raw_string());
        if moment.is_none() {
            self.invalid(&[
                "a date that exists, written as year-month-day, with or without a time: \"2026-12-18\" or \
                          \"2026-12-18T17:00\"",
            ]);
        }
        moment
    }

    /// The instant at which something starts: for a bare date, the start of that day.
    pub fn start(&self) -> Option<Instant> {
        self.moment().map(|moment| self.instant(moment, Edge::Start))
    }

    /// The instant at which something ends, and its day if that is given without a time: then the end of that day.
    pub fn end(&self) -> Option<(Instant, Option<PlainDate>)> {
        self.moment().map(|moment| (self.instant(moment, Edge::End), moment.day()))
    }

    /// The instant that is meant; a bare date stands for one of its edges.
    #[inline(never)]
    pub fn instant(&self, moment: Moment, edge: Edge) -> Instant {
        moment.resolve(&**self.context.zone.borrow(), edge)
    }

    /// A time of day, such as `09:00` or `9:00`.
    #[inline(never)]
    pub fn time(&self) -> Option<PlainTime> {
        let mut time = of_24_hours(self.raw_string());
        let mut rule = "a time of the 24-hour clock, such as \"09:00\" or \"17:30\"";
        if self.is_csv() {
            time = time.or_else(|| cell::time(self.raw_string()));
            rule = "a time such as \"09:00\", \"17:30\", \"5:30pm\" or \"midnight\"";
        }
        if time.is_none() {
            self.invalid(&[rule]);
        }
        time
    }

    /// The time of day at which something closes, in seconds: as [`Node::time`], and `24:00` is the midnight after.
    pub fn closing_time(&self) -> Option<u32> {
        match self.raw_string() {
            "24:00" | "24:00:00" => Some(PlainTime::DAY),
            _ => self.time().map(PlainTime::seconds_of_day),
        }
    }
}
