//! People and companies nobody can mistake for real ones: surnames and companies are made of plants and
//! objects.

/// Someone in a seller's network or in the CRM.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    /// Which one: every number has a full name of its own.
    number: i64,
    /// Employer.
    pub company: &'static str,
    /// Job title; blank where unknown.
    pub position: &'static str,
}

impl Person {
    /// The person of a number.
    pub fn new(number: i64, company: &'static str, position: &'static str) -> Person {
        Person { number, company, position }
    }

    pub fn first(self) -> &'static str {
        nth(&FIRST_NAMES, self.spot() % count(&FIRST_NAMES))
    }

    pub fn last(self) -> String {
        let spot = self.spot() / count(&FIRST_NAMES);
        let head = nth(&SURNAME_HEADS, spot % count(&SURNAME_HEADS));
        format!("{head}{}", nth(&SURNAME_TAILS, spot / count(&SURNAME_HEADS)))
    }

    pub fn name(self) -> String {
        format!("{} {}", self.first(), self.last())
    }

    /// Profile address. The four digits at its end keep it apart from anybody's.
    pub fn url(self) -> String {
        format!("{}-{:04x}", profile_url(self.first(), &self.last()), self.number)
    }

    /// An address that cannot exist: example.com is reserved (RFC 2606).
    pub fn email(self) -> String {
        format!("{}.{}@example.com", self.first(), self.last()).to_lowercase()
    }

    /// Neighbouring numbers lie far apart, and no two numbers below the product of the lists' lengths
    /// (40 × 32 × 32) share a spot: the stride is prime and divides none of them.
    fn spot(self) -> i64 {
        const STRIDE: i64 = 27_449;
        (self.number * STRIDE).rem_euclid(count(&FIRST_NAMES) * count(&SURNAME_HEADS) * count(&SURNAME_TAILS))
    }
}

/// A profile address for a name.
pub(super) fn profile_url(first: &str, last: &str) -> String {
    format!("https://www.linkedin.com/in/{}-{}", first.to_lowercase(), last.to_lowercase())
}

fn count(items: &[&str]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}

fn nth(items: &[&'static str], at: i64) -> &'static str {
    usize::try_from(at).ok().and_then(|at| items.get(at)).copied().unwrap_or_default()
}

pub(super) const FIRST_NAMES: [&str; 40] = [
    "Agnes", "Alma", "Anton", "Aurora", "Basil", "Bruno", "Carla", "Casimir", "Clara", "Daria", "Edgar",
    "Elin", "Emil", "Erika", "Felix", "Frida", "Greta", "Hanna", "Hugo", "Ida", "Igor", "Jonas", "Julia",
    "Karin", "Lena", "Leo", "Lucia", "Magda", "Marek", "Marta", "Milan", "Nadia", "Nils", "Olga", "Oskar",
    "Pavel", "Rosa", "Sven", "Tomas", "Wanda",
];

pub(super) const SURNAME_HEADS: [&str; 32] = [
    "Lantern",
    "Paper",
    "Marble",
    "Velvet",
    "Copper",
    "Pebble",
    "Saffron",
    "Juniper",
    "Walnut",
    "Kettle",
    "Ribbon",
    "Candle",
    "Pepper",
    "Clover",
    "Bramble",
    "Tinsel",
    "Mustard",
    "Parsley",
    "Chestnut",
    "Cobalt",
    "Dandelion",
    "Pumpkin",
    "Porridge",
    "Raisin",
    "Turnip",
    "Umbrella",
    "Waffle",
    "Yarrow",
    "Sorrel",
    "Nutmeg",
    "Licorice",
    "Gingham",
];

pub(super) const SURNAME_TAILS: [&str; 32] = [
    "whistle", "spoon", "kite", "thimble", "petal", "basket", "button", "pocket", "ladder", "acorn",
    "teapot", "mitten", "feather", "puddle", "pillow", "wheel", "anchor", "bucket", "blossom", "compass",
    "cushion", "fiddle", "goblet", "hammock", "inkpot", "jigsaw", "lozenge", "marigold", "napkin", "quilt",
    "saucer", "trumpet",
];

pub(super) const COMPANIES: [&str; 36] = [
    "Tinfoil Teapot Bakery Lines",
    "Paper Umbrella Castings",
    "Velvet Gearwheel Works",
    "Seven Spoons Packaging",
    "Moonlit Kettle Dairy",
    "Upside-Down Ladder Tools",
    "Marzipan Valve Company",
    "Two Left Mittens Textiles",
    "Pebble and Quilt Ceramics",
    "Turnip Compass Instruments",
    "Licorice Cable Works",
    "Wandering Acorn Furniture",
    "Hammock Bearings",
    "Gingham Pump House",
    "Porridge Bridge Foods",
    "Invisible Bucket Plastics",
    "Sleepy Anchor Shipyard",
    "Nutmeg Turbine Parts",
    "Fiddle and Hinge",
    "Paperclip Orchard Juices",
    "Clover Robot Stables",
    "Dandelion Steel Pillows",
    "Cobalt Pancake Coatings",
    "Thimble Lake Pharma",
    "Raisin Tractor Works",
    "Whistling Jigsaw Timber",
    "Saucer Optics",
    "Umbrella Stand Extrusions",
    "Pumpkin Lift Systems",
    "Goblet Glass and Gas",
    "Inkpot Print Rollers",
    "Ribbon Conveyor Makers",
    "Waffle Iron Foundry",
    "Mustard Brake Linings",
    "Candlewick Sensors",
    "Trumpet Tube Mill",
];

/// Titles of the persona: heads of quality and of production.
pub(super) const PERSONA_TITLES: [&str; 12] = [
    "Head of Quality",
    "Plant Manager",
    "Quality Manager",
    "Head of Production",
    "Director of Quality",
    "Kvalitetschef",
    "Produktionschef",
    "Fabrikschef",
    "Kierownik produkcji",
    "Kierownik jakości",
    "Directora de calidad",
    "Produktionsleiter",
];

pub(super) const OTHER_TITLES: [&str; 18] = [
    "Account Executive",
    "Sales Manager",
    "Recruiter",
    "Management Consultant",
    "Software Developer",
    "Marketing Manager",
    "Buyer",
    "Student",
    "Finance Director",
    "Maintenance Engineer",
    "IT Manager",
    "Logistics Coordinator",
    "Inköpare",
    "Säljare",
    "Specjalista ds. zakupów",
    "Handlowiec",
    "Project Manager",
    "Founder",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::planted::PERSONA_TITLE_WORDS;
    use std::collections::BTreeSet;

    #[test]
    fn numbers_have_names_of_their_own() {
        let people = (0..40_960).map(|number| Person::new(number, "", "").name());
        assert_eq!(people.collect::<BTreeSet<_>>().len(), 40_960);
    }

    #[test]
    fn the_words_find_the_persona_and_nobody_else() {
        let persona = crate::metrics::Persona {
            title_words: PERSONA_TITLE_WORDS.iter().map(|word| (*word).to_owned()).collect(),
            ..Default::default()
        };
        assert!(PERSONA_TITLES.iter().all(|title| persona.matches(title, "") == Some(true)));
        assert!(OTHER_TITLES.iter().all(|title| persona.matches(title, "") == Some(false)));
    }
}
