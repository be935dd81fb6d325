//! What only the snippet says, which never changes: days and times where the portlet says "now" and "tomorrow".

use super::Lang;

/// Sentences of the snippet in one language.
#[derive(Debug)]
pub(crate) struct StillWords {
    pub ends: &'static str,
    pub starts: &'static str,
    pub open_until: &'static str,
    pub open_until_day: &'static str,
    pub open_always: &'static str,
    pub see_countdown: &'static str,
    pub search: &'static str,
}

static EN: StillWords = StillWords {
    ends: "Campaign ends",
    starts: "Campaign starts",
    open_until: "Open {0} until {1}",
    open_until_day: "Open until {0} at {1}",
    open_always: "Open day and night",
    see_countdown: "Live countdown",
    search: "Search these places",
};

static CY: StillWords = StillWords {
    ends: "Daw’r ymgyrch i ben",
    starts: "Bydd yr ymgyrch yn dechrau",
    open_until: "Ar agor d{0} tan {1}",
    open_until_day: "Ar agor tan d{0} am {1}",
    open_always: "Ar agor ddydd a nos",
    see_countdown: "Cyfrif byw",
    search: "Chwilio’r lleoedd hyn",
};

impl Lang {
    /// What only the snippet says in this language.
    pub(crate) fn still_words(self) -> &'static StillWords {
        match self {
            Lang::En => &EN,
            Lang::Cy => &CY,
        }
    }
}
