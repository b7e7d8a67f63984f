//! The numbers, one declaration each, in the order in which they are shown.

use super::{Benchmark, Meant, Trial, Trust};
use crate::metrics::Unit;

const SHARE: Meant = Meant::Plain(Unit::Ratio);

/// Every number of the library.
pub static BENCHMARKS: &[Benchmark] = &[
    Benchmark {
        id: "ssi_98",
        value: 0.02,
        measure: SHARE,
        year: Some(2015),
        trust: Trust::Primary,
        cites: "LinkedIn, slides on the Social Selling Index, August 2015 (slideshare 54452904)",
        trial: Trial::Level,
    },
    Benchmark {
        id: "ssi_opportunities",
        value: 0.45,
        measure: Meant::More,
        year: Some(2014),
        trust: Trust::Primary,
        cites: "LinkedIn, Social Selling & Sales Performance Study, October 2014; LinkedIn blog, 2015-01-26",
        trial: Trial::Effect,
    },
    Benchmark {
        id: "ssi_quota",
        value: 0.51,
        measure: Meant::More,
        year: Some(2014),
        trust: Trust::Primary,
        cites: "LinkedIn, Social Selling & Sales Performance Study, October 2014; LinkedIn blog, 2015-01-26",
        trial: Trial::Effect,
    },
    Benchmark {
        id: "connections_930",
        value: 930.0,
        measure: Meant::Plain(Unit::Count),
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::Level,
    },
    Benchmark {
        id: "mix_linkedin",
        value: 0.71,
        measure: SHARE,
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::Level,
    },
    Benchmark {
        id: "mix_others",
        value: 0.43,
        measure: SHARE,
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::Level,
    },
    Benchmark {
        id: "brand_81",
        value: 0.81,
        measure: SHARE,
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::NotInFiles,
    },
    Benchmark {
        id: "relations_31",
        value: 0.31,
        measure: SHARE,
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::NotInFiles,
    },
    Benchmark {
        id: "mutual_70",
        value: 0.70,
        measure: Meant::More,
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::Effect,
    },
    Benchmark {
        id: "referral_odds",
        value: 4.0,
        measure: Meant::Plain(Unit::Times),
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::Effect,
    },
    Benchmark {
        id: "referral_70",
        value: 0.70,
        measure: SHARE,
        year: None,
        trust: Trust::Secondary,
        cites: "teneoresults.com",
        trial: Trial::Direction,
    },
    Benchmark {
        id: "referral_84",
        value: 0.84,
        measure: SHARE,
        year: None,
        trust: Trust::NotFound,
        cites: "wifitalents, gitnux, teneoresults.com",
        trial: Trial::Level,
    },
    Benchmark {
        id: "recommend_75",
        value: 0.75,
        measure: SHARE,
        year: Some(2014),
        trust: Trust::Primary,
        cites: "IDC, white paper 247829, February 2014, sponsored by LinkedIn",
        trial: Trial::NotInFiles,
    },
    Benchmark {
        id: "roi_15",
        value: 0.15,
        measure: SHARE,
        year: Some(2013),
        trust: Trust::Secondary,
        cites: "Duke Fuqua, The CMO Survey, August 2013 (printinthemix.com 772; crainsdetroit.com)",
        trial: Trial::OneOfMany,
    },
    Benchmark {
        id: "outsell_78",
        value: 0.78,
        measure: SHARE,
        year: None,
        trust: Trust::NotFound,
        cites: "",
        trial: Trial::Level,
    },
    Benchmark {
        id: "digital_80",
        value: 0.80,
        measure: SHARE,
        year: Some(2020),
        trust: Trust::PastForecast,
        cites: "Gartner",
        trial: Trial::NotInFiles,
    },
];

/// The number of an id.
pub fn benchmark(id: &str) -> Option<&'static Benchmark> {
    BENCHMARKS.iter().find(|benchmark| benchmark.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalog, Locale};

    #[test]
    fn ids_are_unique_and_found() {
        for listed in BENCHMARKS {
            assert!(benchmark(listed.id).is_some_and(|found| std::ptr::eq(found, listed)), "{}", listed.id);
            assert!(!listed.cites.is_empty() || listed.trust == Trust::NotFound, "{}", listed.id);
        }
        assert!(benchmark("no such number").is_none());
    }

    /// The number stands in the claim wherever it can be changed.
    #[test]
    fn every_number_has_its_words_in_every_language() {
        for locale in Locale::ALL {
            let catalog = Catalog::new(locale);
            for listed in BENCHMARKS {
                for part in ["claim", "population", "compared", "says"] {
                    let key = format!("bench.{}.{part}", listed.id);
                    assert!(catalog.raw(&key).is_some(), "{locale:?} lacks {key}");
                }
                let claim = catalog.raw(&format!("bench.{}.claim", listed.id)).unwrap();
                assert!(claim.contains("{value}"), "{locale:?} {}", listed.id);
            }
            for trust in Trust::ALL {
                assert!(catalog.raw(&format!("bench.trust.{}", trust.id())).is_some());
            }
        }
    }
}
