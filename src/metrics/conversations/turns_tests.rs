//! Turns, restarts and what is set aside, computed by hand.

use super::*;
use crate::metrics::testing::World;
use rstest::rstest;

/// For each talk: its number of messages.
fn talks(world: &World) -> Vec<usize> {
    world.context().conversations().talks().map(|talk| talk.messages.len()).collect()
}

#[rstest]
#[case("2026-03-01 23:59Z", &[2])]
#[case("2026-03-02 00:00Z", &[1, 1])]
fn sixty_days_of_silence_restart(#[case] second: &str, #[case] lengths: &[usize]) {
    let second = format!("Ada|a|incoming|{second}");
    let rows = ["Ada|a|outgoing|2026-01-01 23:00Z", &second];
    let world = World::default().rows(TableId::Messages, "seller|conversation|direction|sent_at", &rows);
    assert_eq!(talks(&world), lengths);
}

#[test]
fn a_restart_is_known_to_the_talk_before_it() {
    let world = World::default().rows(
        TableId::Messages,
        "conversation|direction|sent_at",
        &["a|incoming|2026-01-01", "a|outgoing|2026-06-01", "b|incoming|2026-01-01"],
    );
    let ctx = world.context();
    let restarts: Vec<bool> = ctx.conversations().talks().map(|talk| talk.restart.is_some()).collect();
    assert_eq!(restarts, [true, false, false]);
}

#[test]
fn two_sellers_may_use_one_identifier() {
    let world = World::default().rows(
        TableId::Messages,
        "seller|conversation|direction|sent_at",
        &["Ada|a|incoming|2026-01-01", "Bo|a|incoming|2026-01-01"],
    );
    assert_eq!(talks(&world), [1, 1]);
}

#[rstest]
#[case::one_address_two_spellings(&["Ada Ek|https://se.linkedin.com/in/ada/", "Ada Berg|linkedin.com/in/ada"], None)]
#[case::two_addresses(&["Ada|linkedin.com/in/ada", "Ada|linkedin.com/in/other"], Some(Reason::Group))]
#[case::a_name_beside_an_address(&["Ada|linkedin.com/in/ada", "LinkedIn Member|"], None)]
#[case::two_names(&["Ada|", "Bo|"], Some(Reason::Group))]
#[case::one_name(&["Ada Ek|", "ADA  ek|"], None)]
fn more_than_one_other_person_is_a_group(#[case] people: &[&str], #[case] reason: Option<Reason>) {
    let rows: Vec<String> = people.iter().map(|person| format!("a|incoming|2026-01-01|{person}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let header = "conversation|direction|sent_at|person|profile_url";
    let world = World::default().rows(TableId::Messages, header, &rows);
    let ctx = world.context();
    assert_eq!(ctx.conversations().asides.first().map(|aside| aside.reason), reason);
}

#[test]
fn an_advertisement_s_whole_conversation_is_set_aside_a_draft_alone() {
    let world = World::default().rows(
        TableId::Messages,
        "conversation|direction|sent_at|kind",
        &[
            "a|incoming|2026-01-01|sponsored",
            "a|outgoing|2026-01-02|",
            "b|incoming|2026-01-01|",
            "b|outgoing|2026-01-02|draft",
            "c|sideways|2026-01-01|",
        ],
    );
    let ctx = world.context();
    let reasons: Vec<Reason> = ctx.conversations().asides.iter().map(|aside| aside.reason).collect();
    assert_eq!(reasons, [Reason::Sponsored, Reason::Sponsored, Reason::Draft, Reason::NotOwners]);
    assert_eq!(talks(&world), [1]);
}

#[test]
fn runs_of_one_side_are_turns() {
    let world = World::default().rows(
        TableId::Messages,
        "conversation|direction|sent_at",
        &[
            "a|outgoing|2026-01-01 01:00Z",
            "a|incoming|2026-01-01 02:00Z",
            "a|incoming|2026-01-01 03:00Z",
            "a|outgoing|2026-01-01 04:00Z",
            "a|outgoing|2026-01-01 05:00Z",
            "a|incoming|2026-01-01 06:00Z",
        ],
    );
    let ctx = world.context();
    let turns: Vec<(Option<u8>, Option<u8>)> = (ctx.conversations().talks())
        .flat_map(Talk::incoming_turns)
        .map(|turn| (turn.first.hour, turn.answer.and_then(|answer| answer.hour)))
        .collect();
    assert_eq!(turns, [(Some(2), Some(4)), (Some(6), None)]);
}

#[test]
fn the_other_person_s_connection_tells_the_persona() {
    let world = World::default()
        .persona(&["it"])
        .rows(
            TableId::Connections,
            "seller|connected_on|name|position",
            &["Ada|2026-01-01|One|Head of IT", "Ada|2026-01-01|Two|Baker"],
        )
        .rows(
            TableId::Messages,
            "seller|conversation|direction|sent_at|person",
            &[
                "Ada|a|outgoing|2026-01-01|ONE",
                "Ada|b|outgoing|2026-01-01|Two",
                "Ada|c|outgoing|2026-01-01|Three",
            ],
        );
    let ctx = world.context();
    let fits: Vec<_> = ctx.conversations().talks().filter_map(|talk| talk.fit).collect();
    assert_eq!(fits, [PersonaFit::Matching, PersonaFit::Other, PersonaFit::Unknown]);
}
