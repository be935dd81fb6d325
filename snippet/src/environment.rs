//! This machine, as the checker of configs sees it.

use campaign_portlet::calendar::{Instant, TimeZone};
use campaign_portlet::config::Environment;
use std::rc::Rc;
use url::Url;

/// This machine, with a config or a CSV file from that address.
pub struct Host {
    pub base: Url,
}

impl Environment for Host {
    fn time_zone(&self, name: &str) -> Option<Rc<dyn TimeZone>> {
        let zone = jiff::tz::TimeZone::get(name).ok()?;
        Some(Rc::new(Zone(zone)))
    }

    fn resolve(&self, link: &str) -> Option<String> {
        self.base.join(link).ok().map(String::from)
    }
}

struct Zone(jiff::tz::TimeZone);

impl TimeZone for Zone {
    fn offset_at(&self, instant: Instant) -> i32 {
        // Beyond the years that jiff knows, the offset is that of its last year.
        let (first, last) = (jiff::Timestamp::MIN.as_second(), jiff::Timestamp::MAX.as_second());
        let timestamp = jiff::Timestamp::from_second(instant.epoch_seconds().clamp(first, last)).unwrap_or_default();
        self.0.to_offset(timestamp).seconds()
    }
}
