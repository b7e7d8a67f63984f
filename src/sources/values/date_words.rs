//! Names of months and days of the week, folded as `normal::fold_text` folds them: English, Swedish,
//! Polish and Arabic, and the neighbours whose exports reach the same teams.

use super::normal::list_holds;

/// Months: every name by which one is called.
const MONTHS: [&str; 12] = [
    "jan|january|januari|januar|sty|styczen|stycznia|janvier|janv|ene|enero|janeiro|يناير|جانفي|\
     كانون الثاني",
    "feb|february|februari|februar|lut|luty|lutego|fevrier|fevr|fev|febrero|fevereiro|فبراير|\
     فيفري|شباط",
    "mar|march|mars|marzec|marca|marz|mrz|marzo|marco|مارس|اذار",
    "apr|april|kwi|kwiecien|kwietnia|avr|avril|abr|abril|ابريل|افريل|نيسان",
    "may|maj|maja|mai|mayo|maio|مايو|ماي|ايار",
    "jun|june|juni|cze|czerwiec|czerwca|juin|junio|junho|يونيو|جوان|حزيران",
    "jul|july|juli|lip|lipiec|lipca|juil|juillet|julio|julho|يوليو|جويليه|يوليوز|تموز",
    "aug|august|augusti|sie|sierpien|sierpnia|aout|ago|agosto|اغسطس|اوت|غشت|اب",
    "sep|sept|september|wrz|wrzesien|wrzesnia|septembre|septiembre|set|setembro|سبتمبر|شتنبر|\
     ايلول",
    "oct|october|okt|oktober|paz|pazdziernik|pazdziernika|octobre|octubre|out|outubro|اكتوبر|\
     تشرين الاول",
    "nov|november|lis|listopad|listopada|novembre|noviembre|novembro|نوفمبر|نونبر|تشرين الثاني",
    "dec|december|gru|grudzien|grudnia|dez|dezember|decembre|dic|diciembre|dezembro|ديسمبر|\
     دجنبر|كانون الاول",
];

/// Days of the week, which say nothing that the date does not.
const DAYS: &str = "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|\
    sun|sunday|man|mandag|tis|tisdag|ons|onsdag|tors|torsdag|fre|fredag|lor|lordag|son|sondag|\
    pon|poniedzialek|wt|wtorek|sr|sroda|czw|czwartek|pt|piatek|sob|sobota|niedz|niedziela|\
    montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|الاثنين|\
    الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|星|期|周|一|二|三|四|五|六|天";

/// Words between the parts of a date that carry nothing.
const FILLERS: &str = "at|of|the|on|t|de|del|den|kl|um|r|godz|o|الساعه|st|nd|rd|th";

/// The month (1–12) of a folded name.
pub(super) fn month(word: &str) -> Option<u32> {
    let known = MONTHS.iter().position(|names| list_holds(names, word))?;
    u32::try_from(known).ok().map(|index| index + 1)
}

/// The month of a name of two words, as the eastern Arab countries have them.
pub(super) fn month_of_two(first: &str, second: &str) -> Option<u32> {
    let known = MONTHS.iter().position(|names| {
        names.split('|').any(|name| name.split_once(' ').is_some_and(|pair| pair == (first, second)))
    })?;
    u32::try_from(known).ok().map(|index| index + 1)
}

/// Whether a folded word may stand in a date without changing it.
pub(super) fn says_nothing(word: &str) -> bool {
    list_holds(FILLERS, word) || list_holds(DAYS, word)
}

/// Whether a word says that it is before (`false`) or after (`true`) noon.
pub(super) fn after_noon(word: &str) -> Option<bool> {
    match word {
        "am" | "fm" | "ص" | "صباحا" => Some(false),
        "pm" | "em" | "م" | "مساء" => Some(true),
        _ => None,
    }
}

/// Seconds east of UTC of a zone that goes by one name only. Names that several zones share
/// (CST, BST, IST) are not among them: such a clock would be hours off without anyone noticing.
pub(super) fn zone_offset(word: &str) -> Option<i64> {
    const HOUR: i64 = 3600;
    match word {
        "utc" | "gmt" | "z" => Some(0),
        "cet" => Some(HOUR),
        "cest" => Some(2 * HOUR),
        "est" => Some(-5 * HOUR),
        "edt" => Some(-4 * HOUR),
        "pst" => Some(-8 * HOUR),
        "pdt" => Some(-7 * HOUR),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::values::fold_text;

    #[test]
    fn every_name_is_already_folded_and_means_one_month() {
        for (index, names) in MONTHS.iter().enumerate() {
            for name in names.split('|') {
                assert_eq!(fold_text(name), name);
                let others = MONTHS.iter().enumerate().filter(|(other, _)| *other != index);
                assert!(others.into_iter().all(|(_, names)| !list_holds(names, name)), "{name}");
            }
        }
        for word in DAYS.split('|').chain(FILLERS.split('|')) {
            assert_eq!(fold_text(word), word);
            assert_eq!(month(word), None, "{word}");
        }
    }
}
