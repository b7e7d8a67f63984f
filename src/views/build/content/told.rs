//! What every section asks of the posts: their numbers, rates, names and tags.

use crate::facts::{Sym, fold_words};
use crate::metrics::{
    Attribute, ContentPost, ContentRules, Counting, Figure, Missing, Need, Quantity, pooled, share,
};
use crate::views::build::Asked;
use crate::views::{Clicks, Counts, PostDetail, PostTag, Sum};
use crate::workspace::Workspace;

/// The posts of a selection, and how they are counted.
pub struct Told<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The question.
    pub asked: &'a Asked<'a>,
    /// Its posts, oldest first.
    pub posts: Vec<ContentPost<'a>>,
    /// Which clicks count.
    pub counting: Counting,
    /// How content is counted.
    pub rules: &'a ContentRules,
}

impl<'a> Told<'a> {
    /// Looks the posts up.
    pub fn new(workspace: &'a Workspace, asked: &'a Asked<'a>, clicks: Clicks) -> Told<'a> {
        Told {
            workspace,
            asked,
            posts: asked.context.content_posts(&asked.selection),
            counting: match clicks {
                Clicks::Catalogue => Counting::Catalogue,
                Clicks::Without => Counting::WithoutClicks,
                Clicks::With => Counting::WithClicks,
            },
            rules: &workspace.definitions.content,
        }
    }

    /// A text.
    pub fn text(&self, text: Sym) -> &str {
        self.asked.context.text(text)
    }

    /// Sellers whose posts are known, of the chosen ones, by name.
    pub fn sellers(&self) -> Vec<String> {
        let context = &self.asked.context;
        let chosen = self.asked.selection.sellers.as_deref();
        let sellers = context.coverage.sellers_of(Need::Posts.tables()).into_iter();
        let counted = sellers.filter(|seller| context.facts.roles.counts(chosen, *seller));
        let mut names: Vec<String> = counted.map(|seller| context.text(seller).to_owned()).collect();
        names.sort_unstable();
        names
    }

    /// The rate of one post: each impression is a case. Engagements are no cases of their own, so this says how sure
    /// the rate of this post is and nothing of other posts.
    pub fn rate_of(&self, post: &ContentPost<'_>) -> Figure {
        of_cases(post.rate_part(self.counting), self.workspace.definitions.rate_needs)
    }

    /// The rate of several posts: resampled over them.
    pub fn rate_of_all<'b>(&self, posts: impl Iterator<Item = &'b ContentPost<'b>>) -> Figure {
        let parts: Vec<(f64, f64)> = posts.filter_map(|post| post.rate_part(self.counting)).collect();
        pooled(&parts)
    }

    /// The same with weights; none where nothing is weighted.
    pub fn weighted<'b>(&self, posts: impl Iterator<Item = &'b ContentPost<'b>>) -> Option<Figure> {
        if self.rules.weights.is_plain() {
            return None;
        }
        let part = |post: &ContentPost<'_>| post.weighted_part(self.rules.weights, self.counting);
        Some(pooled(&posts.filter_map(part).collect::<Vec<_>>()))
    }

    /// `post`, `repost`, or as the file has it.
    pub fn kind(&self, post: &ContentPost<'_>) -> String {
        let kind = self.text(post.kind);
        if kind.is_empty() { "post".to_owned() } else { kind.to_lowercase() }
    }

    /// What stands for a post where something is said of it; blank where it has no name.
    pub fn key(&self, post: &ContentPost<'_>) -> String {
        let name = self.text(post.name);
        if name.is_empty() { String::new() } else { format!("{} {name}", post.platform) }
    }

    /// What a post is.
    pub fn detail(&self, post: &ContentPost<'_>) -> PostDetail {
        PostDetail {
            key: self.key(post),
            day: post.day,
            seller: self.text(post.seller).to_owned(),
            platform: post.platform.to_owned(),
            kind: self.kind(post),
            campaign: self.text(post.campaign).to_owned(),
            about: self.asked.context.either(post.content, post.shared_url).to_owned(),
            url: self.text(post.url).to_owned(),
            tags: Attribute::ALL.iter().map(|attribute| self.tag(post, *attribute)).collect(),
        }
    }

    /// Whether a post has an attribute: a person's word goes before the words of the rules.
    pub fn tag(&self, post: &ContentPost<'_>, attribute: Attribute) -> PostTag {
        let said = self.workspace.tags.said(&self.key(post), attribute);
        let is_on = said.unwrap_or_else(|| self.is_told_by_words(post, attribute));
        PostTag { attribute, is_on, is_by_hand: said.is_some() }
    }

    /// Whether words of the rules stand in what is known of a post. Its own text is never kept.
    fn is_told_by_words(&self, post: &ContentPost<'_>, attribute: Attribute) -> bool {
        let mut rules = self.rules.tag_rules.iter().filter(|rule| rule.attribute == attribute).peekable();
        if rules.peek().is_none() {
            return false;
        }
        let known = [post.content, post.campaign, post.kind, post.shared_url];
        let texts: Vec<Vec<String>> = known.iter().map(|text| fold_words(self.text(*text))).collect();
        rules.flat_map(|rule| &rule.words).any(|phrase| {
            let phrase = fold_words(phrase);
            let holds = |words: &Vec<String>| words.windows(phrase.len()).any(|window| window == phrase);
            !phrase.is_empty() && texts.iter().any(holds)
        })
    }
}

/// k of n where whole cases were counted and no more hits than cases; else the rate alone.
pub fn of_cases(part: Option<(f64, f64)>, need: u32) -> Figure {
    let Some((above, below)) = part.filter(|(_, below)| *below > 0.0) else {
        return Figure::missing(Missing::AllUnknown);
    };
    // Counts of posts stay far below 2⁵³, up to which a float is exact.
    let is_counted = above.fract() == 0.0 && below.fract() == 0.0 && (0.0..=below).contains(&above);
    if is_counted {
        return share(above as u64, below as u64, need);
    }
    Figure { n: below.round() as u64, ..pooled(&[(above, below)]) }
}

/// The numbers of some posts.
pub fn counts<'b>(posts: impl Iterator<Item = &'b ContentPost<'b>>) -> Counts {
    let mut counts = Counts::default();
    for post in posts {
        add(&mut counts.reactions, post.reactions);
        add(&mut counts.comments, post.comments);
        add(&mut counts.shares, post.shares);
        add(&mut counts.clicks, post.clicks);
        add(&mut counts.impressions, post.impressions);
    }
    counts
}

fn add(sum: &mut Sum, number: Option<f64>) {
    match number {
        Some(number) => {
            sum.value = Some(sum.value.unwrap_or(0.0) + number);
            sum.known += 1;
        }
        None => sum.unknown += 1,
    }
}

/// What rows are ranked by. Those without an interval come last, by their value.
pub fn rank(figure: &Figure) -> (bool, f64) {
    let low = figure.low.map(Quantity::to_f64);
    (low.is_some(), low.or_else(|| figure.value()).unwrap_or(f64::NEG_INFINITY))
}

/// So many things, as a number of a message.
pub fn number(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
