//! The Social Selling Index as the page's own interface gives it, pasted as JSON. It is never fetched.

use crate::facts::TableId;
use crate::sources::declaration::{Form, Quoting, Source};

/// LinkedIn, Social Selling Index, JSON.
pub static SSI_JSON: Source = Source {
    id: "linkedin.ssi_json",
    name: "LinkedIn · Social Selling Index (JSON)",
    bring: "ssi",
    files: &["*.json"],
    form: Form::Json,
    layouts: &[],
    tables: &[TableId::Ssi],
    feeds: &["ssi"],
    columns: &[],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &["The order of the pillars is not fixed; a rank is \"top x %\", so lower is better."],
    cites: "the answer of linkedin.com/sales-api/salesApiSsi as seen in June 2026",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::File,
};

/// Reads the answer, also when it stands inside another object; `None` for other JSON.
#[cfg(feature = "engine")]
pub(super) fn parse(text: &str) -> Option<super::ssi::Reading> {
    use serde_json::Value;
    let text = text.trim();
    if !text.starts_with('{') {
        return None;
    }
    let whole: Value = serde_json::from_str(text).ok()?;
    let found = match whole.get("memberScore") {
        Some(_) => &whole,
        None => whole.as_object()?.values().find(|inner| inner.get("memberScore").is_some())?,
    };
    let member = found.get("memberScore")?;
    let total = member.get("overall")?.as_f64()?;
    let pillar = |name: &str| {
        let scores = member.get("subScores")?.as_array()?;
        scores
            .iter()
            .find(|score| score.get("pillar").and_then(Value::as_str) == Some(name))?
            .get("score")?
            .as_f64()
    };
    let rank = |group: &str| {
        let groups = found.get("groupScore")?.as_array()?;
        groups
            .iter()
            .find(|g| g.get("groupType").and_then(Value::as_str) == Some(group))?
            .get("rank")?
            .as_f64()
    };
    (0.0..=100.0).contains(&total).then(|| super::ssi::Reading {
        total,
        brand: pillar("PROFESSIONAL_BRAND"),
        people: pillar("FIND_RIGHT_PEOPLE"),
        insights: pillar("INSIGHT_ENGAGEMENT"),
        relationships: pillar("STRONG_RELATIONSHIP"),
        industry_rank: rank("INDUSTRY"),
        network_rank: rank("NETWORK"),
        day: None,
    })
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;

    const ANSWER: &str = r#"{"activeSeat":false,
        "memberScore":{"overall":47.25,"subScores":[{"score":9.5,"pillar":"STRONG_RELATIONSHIP"},
        {"score":20.125,"pillar":"PROFESSIONAL_BRAND"},{"score":10.0,"pillar":"FIND_RIGHT_PEOPLE"},
        {"score":7.625,"pillar":"INSIGHT_ENGAGEMENT"}]},
        "groupScore":[{"groupType":"TEAM","rank":3,"score":{"overall":1}},
        {"groupType":"NETWORK","rank":12,"score":{"overall":40.1,"subScores":[]}},
        {"groupType":"INDUSTRY","rank":8,"score":{"overall":33.3,"subScores":[]}}]}"#;

    #[test]
    fn figures_go_by_name_not_by_place() {
        let reading = parse(ANSWER).unwrap();
        assert_eq!(reading.total, 47.25);
        assert_eq!(reading.brand, Some(20.125));
        assert_eq!(reading.relationships, Some(9.5));
        assert_eq!((reading.industry_rank, reading.network_rank), (Some(8.0), Some(12.0)));
        assert_eq!(parse(&format!(r#"{{"data":{ANSWER}}}"#)), Some(reading));
    }

    #[test]
    fn other_json_is_not_ours() {
        assert_eq!(parse(r#"{"a":1}"#), None);
        assert_eq!(parse(r#"{"memberScore":{"overall":470}}"#), None);
        assert_eq!(parse("["), None);
    }
}
