//! Words for direction, kind, status, yes and no, in the languages of the page and some neighbours.
//!
//! All are compared folded (case and accents do not count); a list is one text parted by `|`. What a deal's or lead's status means is
//! not settled here: it stays as exported, and [`deal_outcome`] only says which dates are expectations.

use super::normal::{fold_text, list_holds};

/// Which way an invitation or a message went, as seen by the archive's owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the owner.
    Outgoing,
    /// To the owner.
    Incoming,
}

impl Direction {
    /// The canonical word.
    pub fn id(self) -> &'static str {
        match self {
            Direction::Outgoing => "outgoing",
            Direction::Incoming => "incoming",
        }
    }
}

/// How a deal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealOutcome {
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// Not ended: its closing date is an expectation.
    Open,
}

const OUTGOING: &str = "outgoing|out|outbound|sent|sender|from me|utgaende|skickad|skickat|ut|wychodzace|wychodzaca|\
    wyslane|wyslana|wyslano|صادر|صادره|مرسل|مرسله|发出|已发送|发送|出站|ausgehend|gesendet|envoye|\
    sortant|enviado|saliente";
const INCOMING: &str = "incoming|in|inbound|received|to me|inkommande|mottagen|mottaget|przychodzace|przychodzaca|\
    otrzymane|otrzymana|otrzymano|وارد|وارده|مستلم|مستلمه|收到|已接收|接收|入站|eingehend|empfangen|recu|\
    entrant|recibido|entrante";
const COMMENTS: &str = "comment|comments|reply|kommentar|kommentarer|komentarz|komentarze|تعليق|تعليقات|评论|\
    kommentare|commentaire|comentario";
const REACTIONS: &str = "reaction|reactions|like|likes|praise|empathy|interest|appreciation|entertainment|celebrate|\
    support|love|insightful|funny|maybe|reaktion|reaktioner|gilla|gillar|reakcja|reakcje|\
    polubienie|اعجاب|تفاعل|点赞|回应|赞|reaktionen|gefallt mir|reaction like|me gusta";
const BOOKED: &str = "booked|scheduled|planned|confirmed|upcoming|open|not started|accepted|set|bokad|bokat|\
    planerad|planerat|umowione|umowiony|zaplanowane|zaplanowany|محجوز|مجدول|موكد|已预约|已约|已安排|计划中|\
    geplant|gebucht|vereinbart|planifie|prevu|programada|reservado";
const HELD: &str = "held|completed|complete|done|attended|took place|closed|happened|genomford|genomfort|hallet|\
    klar|odbyte|odbyty|odbylo sie|zrealizowane|zakonczone|منعقد|انعقد|تم|مكتمل|已完成|已举行|完成|\
    durchgefuhrt|stattgefunden|erledigt|tenu|effectue|termine|realizada|completado";
const CANCELLED: &str = "cancelled|canceled|cancel|rescheduled|declined|installd|installt|avbokad|avbokat|ombokad|\
    odwolane|odwolany|anulowane|anulowany|przelozone|ملغي|ملغاه|الغي|已取消|取消|改期|abgesagt|\
    storniert|annule|cancelada|cancelado";
const NO_SHOW: &str = "no-show|no show|noshow|missed|did not attend|utebliven|uteblev|kom inte|nieobecnosc|\
    nie odbyte|nie odbylo sie|niestawienie|لم يحضر|غياب|未到场|未出席|爽约|缺席|nicht erschienen|absent|\
    no asistio";
const YES: &str =
    "yes|y|true|t|1|x|✓|✔|ja|j|sant|tak|prawda|نعم|صحيح|是|真|有|oui|vrai|si|verdadero|wahr|sim";
const NO: &str = "no|n|false|f|0|✗|✘|nej|falskt|nie|falsz|لا|خطا|否|假|无|non|faux|falso|nein|falsch|nao";
const REPOST: &str = "repost|reposts|instant repost|instantrepost|reshare|reshared|share|shared|retweet|\
    ompostning|delning|udostepnienie|اعاده نشر|转发|republication";
const BRAND: &str = "brand|company|page|company page|brand page|organization|organisation|foretag|foretagssida|\
    varumarke|marka|firma|strona firmowa|علامه|صفحه|شركه|品牌|公司|企业|unternehmen|entreprise|empresa";
const SELLER: &str =
    "seller|person|personal|member|profile|saljare|handlowiec|مندوب|شخصي|个人|销售|privat|personne";
const GROUP: &str = "group|grupp|grupa|مجموعه|群聊|gruppe|groupe|grupo";
const SPONSORED: &str = "sponsored|sponsored conversation|sponsrad|sponsorowane|ممول|赞助";
const DRAFT: &str = "draft|utkast|szkic|مسوده|草稿|entwurf|brouillon|borrador";
const WON: &str = "won|closed won|closedwon|vunnen|vunnet|vunna|stangd vunnen|avslut|wygrana|wygrany|wygrane|\
    zamknieta wygrana|مكسوبه|مكسوب|مغلقه مكسوبه|赢单|已赢单|成交|已成交|gewonnen|gagne|gagnee|ganada|\
    ganado";
const LOST: &str = "lost|closed lost|closedlost|forlorad|forlorat|forlorade|stangd forlorad|przegrana|przegrany|\
    przegrane|zamknieta przegrana|ضايعه|ضايع|خاسره|مغلقه ضايعه|输单|已输单|丢单|流失|verloren|perdu|\
    perdue|perdida|perdido";

/// The words of a choice with what stands between them made blanks.
fn words(text: &str) -> String {
    let folded = fold_text(text);
    let spaced = folded.replace(['_', '-', '–', '/'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_of<T: Copy>(text: &str, lists: &[(&str, T)]) -> Option<T> {
    let (folded, spaced) = (fold_text(text), words(text));
    let known = |list: &str| list_holds(list, &folded) || list_holds(list, &spaced);
    lists.iter().find(|(list, _)| known(list)).map(|(_, choice)| *choice)
}

/// Which way something went.
pub fn direction(text: &str) -> Option<Direction> {
    first_of(text, &[(OUTGOING, Direction::Outgoing), (INCOMING, Direction::Incoming)])
}

/// `comment` or `reaction`.
pub fn activity_kind(text: &str) -> Option<&'static str> {
    first_of(text, &[(COMMENTS, "comment"), (REACTIONS, "reaction")])
}

/// `booked`, `held`, `cancelled` or `no-show`.
pub fn meeting_status(text: &str) -> Option<&'static str> {
    first_of(text, &[(BOOKED, "booked"), (HELD, "held"), (CANCELLED, "cancelled"), (NO_SHOW, "no-show")])
}

/// Yes or no.
pub fn flag(text: &str) -> Option<bool> {
    first_of(text, &[(YES, true), (NO, false)])
}

/// `repost` for the words for it, `post` for every other kind of post (text, image, video, poll …).
pub fn post_kind(text: &str) -> &'static str {
    first_of(text, &[(REPOST, "repost")]).unwrap_or("post")
}

/// `seller` or `brand`.
pub fn account_kind(text: &str) -> Option<&'static str> {
    first_of(text, &[(BRAND, "brand"), (SELLER, "seller")])
}

/// `group`, `sponsored` or `draft`: talks that are set aside.
pub fn message_kind(text: &str) -> Option<&'static str> {
    first_of(text, &[(GROUP, "group"), (SPONSORED, "sponsored"), (DRAFT, "draft")])
}

/// How a deal ended, from its status as exported; anything that is neither won nor lost is open.
pub fn deal_outcome(status: &str) -> DealOutcome {
    first_of(status, &[(WON, DealOutcome::Won), (LOST, DealOutcome::Lost)]).unwrap_or(DealOutcome::Open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("OUTGOING", Some(Direction::Outgoing))]
    #[case("Inkommande", Some(Direction::Incoming))]
    #[case("Wysłane", Some(Direction::Outgoing))]
    #[case("واردة", Some(Direction::Incoming))]
    #[case("发出", Some(Direction::Outgoing))]
    #[case("sideways", None)]
    fn directions(#[case] text: &str, #[case] expected: Option<Direction>) {
        assert_eq!(direction(text), expected);
    }

    #[rstest]
    #[case("No-Show", Some("no-show"))]
    #[case("no_show", Some("no-show"))]
    #[case("Canceled", Some("cancelled"))]
    #[case("genomfört", Some("held"))]
    #[case("Umówione", Some("booked"))]
    #[case("已取消", Some("cancelled"))]
    #[case("maybe", None)]
    fn meetings(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(meeting_status(text), expected);
    }

    #[rstest]
    #[case("Yes", Some(true))]
    #[case("نعم", Some(true))]
    #[case("Nej", Some(false))]
    #[case("fałsz", Some(false))]
    #[case("0", Some(false))]
    #[case("perhaps", None)]
    fn flags(#[case] text: &str, #[case] expected: Option<bool>) {
        assert_eq!(flag(text), expected);
    }

    #[rstest]
    #[case("Closed Won", DealOutcome::Won)]
    #[case("closedwon", DealOutcome::Won)]
    #[case("Closed-Lost", DealOutcome::Lost)]
    #[case("Förlorad", DealOutcome::Lost)]
    #[case("مكسوبة", DealOutcome::Won)]
    #[case("输单", DealOutcome::Lost)]
    #[case("Negotiation", DealOutcome::Open)]
    #[case("", DealOutcome::Open)]
    fn deals(#[case] text: &str, #[case] expected: DealOutcome) {
        assert_eq!(deal_outcome(text), expected);
    }

    #[test]
    fn every_word_is_already_folded_and_in_one_list_of_its_kind() {
        let kinds: [&[&str]; 7] = [
            &[OUTGOING, INCOMING],
            &[COMMENTS, REACTIONS],
            &[BOOKED, HELD, CANCELLED, NO_SHOW],
            &[YES, NO],
            &[BRAND, SELLER],
            &[GROUP, SPONSORED, DRAFT],
            &[WON, LOST, REPOST],
        ];
        for lists in kinds {
            for (index, list) in lists.iter().enumerate() {
                for word in list.split('|') {
                    assert_eq!(fold_text(word), word);
                    assert!(lists.iter().skip(index + 1).all(|other| !list_holds(other, word)), "{word}");
                }
            }
        }
    }
}
