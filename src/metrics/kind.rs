//! How samples become a figure.

/// How samples become a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Steps up to the end of the period, added up.
    Level,
    /// The newest reading of each seller up to the end of the period; of a team the median.
    Reading,
    /// The newest reading of each seller and key up to the end of the period; of a team the sum, unknown
    /// while one seller's is.
    ReadingSum,
    /// Least-squares slope a week over each seller's readings of the last 56 days; of a team the median.
    Slope,
    /// Counts in the period.
    Count,
    /// Counts from daily rows where every day of the period has one, else from posts; per seller and platform.
    LayeredCount,
    /// k of n: Wilson interval, and too few below five.
    Share,
    /// k of n of the cases up to the end of the period: Wilson interval, and too few below five.
    LevelShare,
    /// Sellers with a count in the 28 days up to the end of the period / sellers whose facts are known: a full
    /// head-count, never too few.
    HeadCount,
    /// Seller-weeks with a count / seller-weeks, over the ISO weeks that the period touches and that are known
    /// of the seller: Wilson interval, and too few below five.
    ActiveWeeks,
    /// Seller-weeks with a count / seller-weeks from each seller's first one on, over the ISO weeks that the
    /// period touches and that have begun: a full head-count, never too few.
    HeadWeeks,
    /// k of n of the cases up to the end of the period: a full head-count, never too few.
    LevelHeads,
    /// Σ numerator / Σ denominator with a bootstrap interval over the rows.
    RatioOfSums,
    /// As `RatioOfSums`, over the layer that `LayeredCount` takes.
    LayeredRatio,
    /// Σ counts in the period / mean of the readings at the end of the day before it and of its last day.
    PerReading,
    /// Σ of the steps up in the period / level at the end of the day before it, bootstrap interval over days.
    Growth,
    /// Level at the last month end / level so many months before, as a monthly rate, − 1; bootstrap interval over
    /// days.
    MonthlyGrowth,
    /// Customers who bought in the base period and again in the period / those of the base period: Wilson
    /// interval, and too few below five.
    Retention,
    /// Odds of a hit in one group of cases against those of the others: exact interval.
    Odds,
    /// Kaplan–Meier median of durations.
    Duration,
    /// Money of hits in the period, bootstrap interval over its rows.
    MoneySum,
    /// Money of hits in the period / their number, bootstrap interval over the rows.
    MoneyMean,
    /// Money standing at the end of the period: amounts are added from their day on, negative ones end them.
    MoneyLevel,
    /// Σ money of hits / Σ money, bootstrap interval over the rows.
    MoneyRatio,
    /// Money of the period / counts in it: costs are held fixed, so there is no interval.
    MoneyPer,
    /// (Σ money of hits − Σ the other money) / Σ the other money, bootstrap interval over the hits.
    Return,
}

impl Kind {
    /// Whether the headless run prints a series of it: counts, ratios and money.
    pub fn has_series(self) -> bool {
        !matches!(self, Kind::Duration | Kind::Slope)
    }
}

impl Kind {
    /// Whether the value at the end of the period counts, and not what happened in it.
    pub fn is_level(self) -> bool {
        matches!(
            self,
            Kind::Level
                | Kind::LevelShare
                | Kind::LevelHeads
                | Kind::MoneyLevel
                | Kind::Reading
                | Kind::ReadingSum
        )
    }

    /// Whether there is a choice between daily rows and rows of posts.
    pub fn is_layered(self) -> bool {
        matches!(self, Kind::LayeredCount | Kind::LayeredRatio | Kind::PerReading)
    }
}
