//! A seller's LinkedIn archive, in the layout of 2026.

use super::clock::connected_on;
use super::lines::{Lines, Quotes};
use super::network::Network;
use super::people::Person;
use super::posts::{Act, Feed, Post};
use super::span::{WEEKS, Weeks};
use super::talks::{Kind, Message, Talk};
use super::team::Plan;

/// Everything the archive tells of a seller.
pub(super) struct Told<'a> {
    pub plan: &'a Plan,
    pub network: &'a Network,
    pub talks: &'a [Talk],
    pub feed: &'a Feed,
}

/// Invitations are exported while they are recent.
pub(super) const INVITATION_WEEKS: i32 = 26;

/// `Complete_LinkedInDataExport_MM-DD-YYYY.zip`, with what a browser adds to a name it has seen.
pub(super) fn name(plan: &Plan, weeks: Weeks) -> String {
    let (year, month, day) = weeks.last().ymd();
    format!("Complete_LinkedInDataExport_{month:02}-{day:02}-{year}{}.zip", plan.browser_suffix)
}

/// The archive's files.
pub(super) fn files(told: &Told<'_>, weeks: Weeks) -> Vec<(String, Vec<u8>)> {
    let Told { plan, network, talks, feed } = told;
    let numbered = |stem: &str| format!("{stem}_{}.csv", plan.member_id);
    vec![
        ("Profile.csv".to_owned(), profile(plan)),
        ("Email Addresses.csv".to_owned(), addresses(plan)),
        ("Connections.csv".to_owned(), connections(network)),
        ("messages.csv".to_owned(), messages(plan, talks)),
        ("Invitations.csv".to_owned(), invitations(plan, network, weeks)),
        (numbered("Shares"), shares(&feed.posts)),
        (numbered("Comments"), comments(&feed.comments)),
        (numbered("Reactions"), reactions(&feed.reactions)),
        (numbered("InstantReposts"), reposts(&feed.reposts)),
        ("Ad_Targeting.csv".to_owned(), ad_targeting()),
        ("Logins.csv".to_owned(), logins(feed)),
    ]
}

fn connections(network: &Network) -> Vec<u8> {
    const NOTE: &str = "When exporting your connection data, you may notice that some of the email addresses are \
        missing. You will only see email addresses for connections who have allowed their connections to see or \
        download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can \
        learn more here https://www.linkedin.com/help/linkedin/answer/261";
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.line("Notes:");
    lines.line(&format!("\"{NOTE}\""));
    lines.line("");
    lines.header("First Name,Last Name,URL,Email Address,Company,Position,Connected On");
    for connection in network.connections.iter().rev() {
        let (person, on) = (connection.person, connected_on(connection.on));
        if connection.is_closed {
            lines.row(&["", "", "", "", "", "", &on]);
            continue;
        }
        let email = if connection.shows_email { person.email() } else { String::new() };
        let (last, url) = (person.last(), person.url());
        lines.row(&[person.first(), &last, &url, &email, person.company, person.position, &on]);
    }
    lines.into_bytes()
}

fn messages(plan: &Plan, talks: &[Talk]) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::Everywhere);
    lines.header(
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,\
         FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
    );
    let mut newest_first: Vec<&Talk> = talks.iter().collect();
    newest_first.sort_by_key(|talk| std::cmp::Reverse(talk.messages.last().map(|last| last.at)));
    for talk in newest_first {
        for message in talk.messages.iter().rev() {
            lines.row(&message_row(plan, talk, message));
        }
    }
    lines.into_bytes()
}

fn message_row(plan: &Plan, talk: &Talk, message: &Message) -> [String; 13] {
    let title = if talk.kind == Kind::Sponsored { "Sponsored Conversation" } else { "" };
    let side = |person: Person| match talk.kind {
        Kind::Gone => ("LinkedIn Member".to_owned(), String::new()),
        _ => (person.name(), person.url()),
    };
    let writer = if message.is_owner_s { None } else { talk.others.get(message.writer).copied() };
    let owner = (plan.name(), plan.url());
    let from = writer.map_or_else(|| owner.clone(), side);
    let mut to: Vec<(String, String)> = if message.is_owner_s { Vec::new() } else { vec![owner] };
    to.extend(talk.others.iter().filter(|other| Some(**other) != writer).map(|other| side(*other)));
    let (to, to_urls): (Vec<String>, Vec<String>) = to.into_iter().unzip();
    let yes_no = if message.is_draft { "Yes" } else { "No" };
    [
        talk.id.clone(),
        title.to_owned(),
        from.0,
        from.1,
        to.join(","),
        to_urls.join(","),
        format!("{} UTC", message.at.timestamp()),
        String::new(),
        message.text.to_owned(),
        "INBOX".to_owned(),
        String::new(),
        yes_no.to_owned(),
        "No".to_owned(),
    ]
}

fn invitations(plan: &Plan, network: &Network, weeks: Weeks) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl");
    let (name, url) = (plan.name(), plan.url());
    let first = weeks.start(WEEKS - INVITATION_WEEKS);
    for invitation in network.invitations.iter().rev().filter(|invitation| invitation.sent.day() >= first) {
        let (other, other_url) = (invitation.person.name(), invitation.person.url());
        let (at, note) = (invitation.sent.invitation(), invitation.note);
        if invitation.is_outgoing {
            lines.row(&[&name, &other, &at, note, "OUTGOING", &url, &other_url]);
        } else {
            lines.row(&[&other, &name, &at, note, "INCOMING", &other_url, &url]);
        }
    }
    lines.into_bytes()
}

fn shares(posts: &[Post]) -> Vec<u8> {
    let mut lines = Lines::new("\r\n", Quotes::WhereNeeded);
    lines.header("Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility");
    for post in posts.iter().rev() {
        let link = feed_link("share", post.share_id);
        // Each line of a longer text stands in quotes of its own inside the field.
        let text = post.lines.join("\"\r\n\"");
        lines.row(&[&post.at.timestamp(), &link, &text, post.shared_url, "", "MEMBER_NETWORK"]);
    }
    lines.into_bytes()
}

fn comments(comments: &[Act]) -> Vec<u8> {
    let mut lines = Lines::new("\r\n", Quotes::Backslash);
    lines.header("Date,Link,Message");
    for comment in comments.iter().rev() {
        lines.row(&[&comment.at.timestamp(), &feed_link("activity", comment.link_id), comment.what]);
    }
    lines.into_bytes()
}

fn reactions(reactions: &[Act]) -> Vec<u8> {
    let mut lines = Lines::new("\r\n", Quotes::WhereNeeded);
    lines.header("Date,Type,Link");
    for reaction in reactions.iter().rev() {
        lines.row(&[&reaction.at.timestamp(), reaction.what, &feed_link("activity", reaction.link_id)]);
    }
    lines.into_bytes()
}

fn reposts(reposts: &[Act]) -> Vec<u8> {
    let mut lines = Lines::new("\r\n", Quotes::WhereNeeded);
    lines.header("Date,Link");
    for repost in reposts.iter().rev() {
        lines.row(&[repost.at.timestamp(), feed_link("share", repost.link_id)]);
    }
    lines.into_bytes()
}

/// The archive encodes the colons of a post's address.
fn feed_link(kind: &str, id: i64) -> String {
    format!("https://www.linkedin.com/feed/update/urn%3Ali%3A{kind}%3A{id}")
}

fn profile(plan: &Plan) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header(
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,\
         Twitter Handles,Websites,Instant Messengers",
    );
    lines.row(&[
        plan.first,
        plan.last,
        "",
        "",
        "",
        plan.headline,
        "",
        "Automation Machinery Manufacturing",
        "",
        "",
        "",
        "",
        "",
    ]);
    lines.into_bytes()
}

fn addresses(plan: &Plan) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header("Email Address,Confirmed,Primary,Updated On");
    let at = |domain: &str| format!("{}.{}@{domain}", plan.first, plan.last).to_lowercase();
    lines.row(&[&at("example.net"), "Yes", "No", "Not Available"]);
    lines.row(&[&at("example.com"), "Yes", "Yes", "Not Available"]);
    lines.into_bytes()
}

/// A file nobody needs: advertisers' guesses, one column name three times.
fn ad_targeting() -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header("Member Age,Company Names,Company Names,Company Names,Job Functions");
    lines.row(&["35-54", "Tinfoil Teapot Bakery Lines", "", "", "Sales; Business Development"]);
    lines.into_bytes()
}

/// Another one: when somebody signed in. Addresses of machines are those reserved for documentation.
fn logins(feed: &Feed) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header("Login Date,IP Address,User Agent,Login Type");
    for post in feed.posts.iter().rev().take(12) {
        lines.row(&[&format!("{} UTC", post.at.timestamp()), "192.0.2.7", "Teapot/1.0", "LOGIN"]);
    }
    lines.into_bytes()
}
