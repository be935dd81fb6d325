//! What only the snippet says, which never changes: days and times where the portlet says "now" and "tomorrow".

use super::Lang;

/// Sentences of the snippet in one language.
#[derive(Debug)]
pub(crate) struct StaticWords {
    pub ends: &'static str,
    pub starts: &'static str,
    pub see_countdown: &'static str,
    pub search: &'static str,
}

/// Those for which the portlet keeps room.
#[derive(Debug)]
pub(crate) struct DatedWords {
    pub open_until: &'static str,
    pub open_until_day: &'static str,
    pub open_always: &'static str,
}

static EN: StaticWords = StaticWords {
    ends: "Campaign ends",
    starts: "Campaign starts",
    see_countdown: "Live countdown",
    search: "Search these places",
};

static EN_DATED: DatedWords = DatedWords {
    open_until: "Open {0} until {1}",
    open_until_day: "Open until {0} at {1}",
    open_always: "Open day and night",
};

static CY: StaticWords = StaticWords {
    ends: "Daw’r ymgyrch i ben",
    starts: "Bydd yr ymgyrch yn dechrau",
    see_countdown: "Cyfrif i lawr byw",
    search: "Chwilio drwy’r lleoedd hyn",
};

static CY_DATED: DatedWords = DatedWords {
    open_until: "Ar agor d{0} tan {1}",
    open_until_day: "Ar agor tan d{0} am {1}",
    open_always: "Ar agor ddydd a nos",
};

impl Lang {
    /// What only the snippet says in this language.
    pub(crate) fn static_words(self) -> &'static StaticWords {
        match self {
            Lang::En => &EN,
            Lang::Cy => &CY,
        }
    }

    /// What the snippet says of a place that is open.
    pub(crate) fn dated_words(self) -> &'static DatedWords {
        match self {
            Lang::En => &EN_DATED,
            Lang::Cy => &CY_DATED,
        }
    }
}
