//! Signs and codes of currencies beside an amount.

use super::normal::fold_text;

/// Marks that name one currency. Folded as `normal::fold_text` folds them, longest first where one
/// begins another. A dollar sign without a country is the dollar of the United States.
const MARKS: &[(&str, &str)] = &[
    ("us$", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("nt$", "TWD"),
    ("mx$", "MXN"),
    ("r$", "BRL"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₩", "KRW"),
    ("₴", "UAH"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("₦", "NGN"),
    ("zl", "PLN"),
    ("kc", "CZK"),
    ("ft", "HUF"),
    ("lei", "RON"),
    ("euro", "EUR"),
    ("元", "CNY"),
    ("人民币", "CNY"),
    ("円", "JPY"),
    ("ر.س", "SAR"),
    ("د.ا", "AED"),
    ("د.م", "MAD"),
    ("ج.م", "EGP"),
    ("د.ك", "KWD"),
    ("ر.ق", "QAR"),
];

/// Marks that several currencies share: the amount stands, the currency stays unknown.
const SHARED: &[&str] = &["kr", "kr.", "¥", ":-", "fr.", "fr"];

/// Codes of ISO 4217 that are in use.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ \
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL \
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN \
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// The code of a currency for a folded mark; `Some(None)` for one that several currencies share,
/// `None` for what is no mark.
pub(super) fn currency_of(mark: &str) -> Option<Option<&'static str>> {
    let mark = mark.trim();
    let bare = mark.trim_end_matches('.');
    if let Some((_, code)) = MARKS.iter().find(|(known, _)| *known == mark || *known == bare) {
        return Some(Some(code));
    }
    if SHARED.contains(&mark) {
        return Some(None);
    }
    code(mark).map(Some)
}

/// The code of the currency that a text names by code or sign; `None` where it names none, or several
/// share the sign.
pub fn currency_code(text: &str) -> Option<&'static str> {
    currency_of(&fold_text(text)).flatten()
}

/// The code of ISO 4217 that a text is, in any case.
fn code(text: &str) -> Option<&'static str> {
    if text.len() != 3 {
        return None;
    }
    CODES.split_ascii_whitespace().find(|code| code.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("€", Some(Some("EUR")))]
    #[case("sek", Some(Some("SEK")))]
    #[case("zl", Some(Some("PLN")))]
    #[case("kr", Some(None))]
    #[case("tkr", None)]
    #[case("k", None)]
    #[case("abc", None)]
    fn marks_name_currencies(#[case] mark: &str, #[case] expected: Option<Option<&str>>) {
        assert_eq!(currency_of(mark), expected);
    }

    #[test]
    fn every_mark_is_already_folded() {
        for mark in MARKS.iter().map(|(mark, _)| *mark).chain(SHARED.iter().copied()) {
            assert_eq!(fold_text(mark), mark);
        }
    }
}
