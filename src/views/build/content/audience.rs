//! What the audience passed on, whom posts could reach, and where they were shared.

use super::told::Told;
use super::{Counted, of_key};
use crate::facts::sort_list;
use crate::metrics::{Dim, Figure, share};
use crate::views::{AudienceLine, AudienceView, Channel, ChannelMix};

/// A figure, and that of each platform.
type ByPlatform = (Figure, Vec<(String, Figure)>);

/// The audience.
pub fn audience(told: &Told<'_>) -> AudienceView {
    let asked = told.asked;
    let selection = &asked.selection;
    let counted =
        ["posts_shared", "audience_shares", "audience_shares_per_1000", "potential_reach"].map(|id| {
            let counted = Counted::new(asked, id)?;
            let all = counted.figure(asked, selection);
            Some((all, counted.by(asked, selection, Dim::Platform)))
        });
    let [Some(posts), Some(shares), Some(per_1000), Some(reach)] = counted else {
        return AudienceView::default();
    };
    let line = |platform: &str, figure: &dyn Fn(&ByPlatform) -> Figure| {
        let shares = figure(&shares);
        AudienceLine {
            platform: platform.to_owned(),
            posts: figure(&posts),
            per_post: shares.value().filter(|_| shares.n > 0).map(|sum| sum / shares.n as f64),
            per_1000: figure(&per_1000),
            reach: figure(&reach),
            shares,
        }
    };
    let mut lines: Vec<AudienceLine> =
        posts.1.iter().map(|(platform, _)| line(platform, &|of| of_key(&of.1, platform))).collect();
    sort_list(&mut lines, |a, b| b.posts.n.cmp(&a.posts.n));
    let mix = mix(&lines);
    lines.insert(0, line("", &|of| of.0.clone()));
    AudienceView { lines, mix }
}

/// Each platform's part of all posts.
fn mix(lines: &[AudienceLine]) -> ChannelMix {
    let all = lines.iter().map(|line| line.posts.n).sum();
    let channel = |line: &AudienceLine| Channel {
        platform: line.platform.clone(),
        // All of them are counted, so even few say what they are.
        share: share(line.posts.n, all, 1),
    };
    ChannelMix { channels: lines.iter().map(channel).collect() }
}
