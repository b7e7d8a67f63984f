//! Windows, thresholds, and word lists: the part of the definitions that a person may change.
//! They live in the workspace, and every export carries them.

use super::{BenchmarkRules, BusinessHours, ContentRules, LeadRules, OwnMetric, Persona, ReturnRules};
use crate::facts::{Amount, Zone};
use serde::{Deserialize, Serialize};

/// What a workspace says about how to count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Definitions {
    /// Rates of fewer cases than this show their counts only.
    pub rate_needs: u32,
    /// Hours in which an answer counts: the headline's window.
    pub response_window_hours: u32,
    /// Days after which a silent conversation begins anew.
    pub restart_days: u32,
    /// Days after which an unanswered turn is no longer waited for.
    pub response_censor_days: u32,
    /// Days that an invitation is given to be accepted.
    pub acceptance_days: u32,
    /// Days that a started conversation is given to be answered.
    pub reply_days: u32,
    /// Incoming messages that make a conversation warm.
    pub warm_incoming: u32,
    /// Days after its last incoming message that a warm conversation stays open, and an unanswered one waits.
    pub open_days: u32,
    /// Days after a conversation became warm in which a meeting counts as coming of it.
    pub meeting_days: u32,
    /// Score from which a lead is of the medium band; below it is slow.
    pub medium_from: f64,
    /// Score from which a lead is of the fast band.
    pub fast_from: f64,
    /// How leads are scored and treated.
    pub leads: LeadRules,
    /// Currency of money figures (ISO 4217); empty means the most frequent one.
    pub currency: String,
    /// Value of one unit of another currency in the workspace's.
    pub rates: Vec<(String, Amount)>,
    /// Statuses that mean won, folded.
    pub won_words: Vec<String>,
    /// Statuses that mean lost, folded.
    pub lost_words: Vec<String>,
    /// Lead statuses that mean "became a customer", folded.
    pub customer_words: Vec<String>,
    /// How content is counted where there is a choice.
    pub content: ContentRules,
    /// Saved personas.
    pub personas: Vec<Persona>,
    /// How credit and return are counted.
    pub returns: ReturnRules,
    /// The hours that count as working time.
    pub business_hours: BusinessHours,
    /// Words by which people were found, held against the origin of a conversation.
    pub keywords: Vec<String>,
    /// Time zone; none means the browser's.
    pub zone: Option<Zone>,
    /// Metrics that a person made.
    pub own: Vec<OwnMetric>,
    /// What a person changed in the quoted numbers, hid or added.
    pub benchmarks: BenchmarkRules,
}

impl Default for Definitions {
    fn default() -> Definitions {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        Definitions {
            rate_needs: 5,
            response_window_hours: 24,
            restart_days: 60,
            response_censor_days: 7,
            acceptance_days: 14,
            reply_days: 30,
            warm_incoming: 2,
            open_days: 30,
            meeting_days: 60,
            medium_from: 40.0,
            fast_from: 70.0,
            leads: LeadRules::default(),
            currency: String::new(),
            rates: Vec::new(),
            won_words: words(&[
                "won",
                "closed won",
                "closedwon",
                "vunnen",
                "vunnet",
                "vunna",
                "wygrana",
                "wygrane",
                "wygrany",
                "مكسوبة",
                "رابحة",
                "赢单",
                "已赢单",
                "成交",
            ]),
            lost_words: words(&[
                "lost",
                "closed lost",
                "closedlost",
                "förlorad",
                "förlorat",
                "förlorade",
                "przegrana",
                "przegrane",
                "przegrany",
                "ضائعة",
                "خاسرة",
                "输单",
                "已输单",
                "丢单",
            ]),
            customer_words: words(&[
                "customer",
                "converted",
                "won",
                "closed won",
                "true",
                "yes",
                "1",
                "kund",
                "konverterad",
                "vunnen",
                "ja",
                "klient",
                "skonwertowany",
                "wygrany",
                "wygrana",
                "tak",
                "عميل",
                "محول",
                "مكسوبة",
                "نعم",
                "客户",
                "已转化",
                "赢单",
                "是",
            ]),
            content: ContentRules::default(),
            personas: Vec::new(),
            returns: ReturnRules::default(),
            business_hours: BusinessHours::default(),
            keywords: Vec::new(),
            zone: None,
            own: Vec::new(),
            benchmarks: BenchmarkRules::default(),
        }
    }
}
