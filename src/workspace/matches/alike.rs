//! How much names and companies are alike.

use crate::facts::fold_words;

/// Words at the end of a firm's name that say what kind of firm it is.
const LEGAL_FORMS: [&str; 22] = [
    "ab",
    "ag",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "kg",
    "limited",
    "llc",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "plc",
    "sa",
    "sp",
    "spolka",
    "srl",
];

/// Hosts of private mail: an address there says nothing of an employer.
const PRIVATE_MAIL: [&str; 16] = [
    "163.com",
    "aol.com",
    "gmail.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "me.com",
    "o2.pl",
    "outlook.com",
    "proton.me",
    "qq.com",
    "wp.pl",
    "yahoo.com",
];

/// A company made comparable: its words without the kind of firm.
pub(super) fn company_key(company: &str) -> String {
    let mut words = fold_words(company);
    while words.len() > 1 && words.last().is_some_and(|word| LEGAL_FORMS.contains(&word.as_str())) {
        words.pop();
    }
    words.join(" ")
}

/// The domain of an e-mail address that belongs to an employer.
pub(super) fn work_domain(email: &str) -> Option<&str> {
    let (_, domain) = email.rsplit_once('@')?;
    (domain.contains('.') && !PRIVATE_MAIL.contains(&domain)).then_some(domain)
}

/// Whether two firms may be one: the same words, or nearly.
pub(super) fn same_company(a: &str, b: &str) -> bool {
    let (a, b) = (company_key(a), company_key(b));
    !a.is_empty() && !b.is_empty() && (a == b || strsim::jaro_winkler(&a, &b) >= 0.93)
}

/// Whether two different names may be one person's: an initial or a short form for a first name, or one
/// letter of a difference.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let (first, second) = (fold_words(a), fold_words(b));
    if first == second {
        return true;
    }
    let ([given, .., family], [other_given, .., other_family]) = (first.as_slice(), second.as_slice()) else {
        return false;
    };
    if family == other_family {
        return begins(given, other_given)
            || begins(other_given, given)
            || strsim::jaro_winkler(given, other_given) >= 0.84;
    }
    given == other_given && strsim::osa_distance(family, other_family) == 1 && family.chars().count() > 3
}

/// Whether a given name is an initial or the beginning of another.
fn begins(short: &str, long: &str) -> bool {
    let length = short.chars().count();
    (length == 1 || length >= 3) && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Fern AB", "fern")]
    #[case("Moss & Co. Ltd", "moss")]
    #[case("AB", "ab")]
    fn companies(#[case] company: &str, #[case] key: &str) {
        assert_eq!(company_key(company), key);
    }

    #[rstest]
    #[case("Kate Reed", "K. Reed", true)]
    #[case("Alexander Moss", "Alex Moss", true)]
    #[case("Ada Lind", "Ada Linde", true)]
    #[case("Jon Fern", "John Fern", true)]
    #[case("Zoë Alder", "Zoe Alder", true)]
    #[case("Kate Reed", "Bo Reed", false)]
    #[case("Kate Reed", "Kate Moss", false)]
    #[case("Kate", "Kate Moss", false)]
    fn names(#[case] a: &str, #[case] b: &str, #[case] alike: bool) {
        assert_eq!((same_name(a, b), same_name(b, a)), (alike, alike));
    }

    #[rstest]
    #[case("kate@fern.example", Some("fern.example"))]
    #[case("kate@gmail.com", None)]
    #[case("kate", None)]
    fn domains(#[case] email: &str, #[case] domain: Option<&str>) {
        assert_eq!(work_domain(email), domain);
    }
}
