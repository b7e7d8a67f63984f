//! A figure that explains how a number is shown: value, interval, period before.

use leptos::prelude::*;

use crate::ui::words::words;

/// The figure with its words; invented values.
#[component]
pub fn HowShown() -> impl IntoView {
    let words = words();
    let (value, low) = (words.percent(0.61, 0), words.number(57.0, 0));
    let high = words.percent(0.65, 0);
    let range =
        words.fill("start.figure_range", &[("low", &low), ("high", &high), ("n", &words.integer(468))]);
    let zero = words.integer(0);
    let all = words.percent(1.0, 0);
    view! {
        <div>
            <h3>{words.t("start.figure_title")}</h3>
            <p class="figure-value" aria-hidden="true">
                <span class="serif">{value}</span>
                " "
                <bdi>{range}</bdi>
            </p>
            <svg class="how" width="288" height="124" viewBox="0 28 288 124" role="img" aria-label=words.t("start.figure_label")>
                <path class="axis" d="M8 116.5H280M8 112v9M280 112v9" fill="none" />
                <text x="4" y="136">{zero}</text>
                <text class="e" x="284" y="136">{all}</text>
                <path class="wk wide" d="M142 94H210M142 87v14M210 87v14" />
                <circle class="ring" cx="150" cy="116.5" r="4.5" />
                <circle class="dot" cx="174" cy="94" r="6" />
                <g class="lead">
                    <path d="M174 84V52" />
                    <path d="M142 104V146" />
                    <path d="M150 123V146" />
                </g>
                <text class="k m" x="174" y="46">"1"</text>
                <text class="k e" x="139" y="150">"2"</text>
                <text class="k" x="154" y="150">"3"</text>
            </svg>
            <ol class="figure-key small">
                <li>{words.t("start.figure_value")}</li>
                <li>{words.t("start.figure_interval")}</li>
                <li>{words.t("start.figure_before")}</li>
            </ol>
        </div>
    }
}
