//! Teams and brand pages.

use super::*;

const PERIOD: (&str, &str) = ("2026-02-01", "2026-02-28");

impl World {
    /// Puts sellers in a team.
    fn team(mut self, team: &str, sellers: &[&str]) -> World {
        let team = self.facts.names.intern(team);
        for seller in sellers {
            let seller = self.facts.names.intern(seller);
            self.facts.roles.teams.insert(seller, team);
        }
        self
    }

    /// Says that a seller is a brand page.
    fn brand(mut self, seller: &str) -> World {
        let seller = self.facts.names.intern(seller);
        self.facts.roles.brands.insert(seller);
        self
    }

    fn rows_of(&self, metric: &Metric, dim: Dim) -> Vec<(String, f64)> {
        let selection = Selection::all(span(PERIOD.0, PERIOD.1));
        let rows = self.ask(metric, |stream| stream.breakdown(&selection, dim));
        rows.into_iter().map(|(key, figure)| (key, number(&figure))).collect()
    }
}

fn four() -> World {
    ["Ada", "Bo", "Cy", "Dee"]
        .into_iter()
        .fold(World::default(), |world, seller| world.knows(seller, "2026-01-01", "2026-12-31"))
        .team("North", &["Ada", "Bo"])
        .team("South", &["Cy"])
}

fn cases(world: World, seller: &str, hits: usize, all: usize) -> World {
    (0..all).fold(world, |world, at| world.add("2026-02-03", seller, What::Case(at < hits)))
}

#[test]
fn rates_of_a_team_are_pooled() {
    // Ada 1 of 8 and Bo 9 of 12 are 10 of 20, not the mean of 12.5 % and 75 %; Dee is in no team.
    let world = [("Ada", 1, 8), ("Bo", 9, 12), ("Cy", 3, 6), ("Dee", 5, 5)]
        .into_iter()
        .fold(four(), |world, (seller, hits, all)| cases(world, seller, hits, all));
    let share = metric(Kind::Share, &[]);
    assert_eq!(world.rows_of(&share, Dim::Team), [("North".into(), 0.5), ("South".into(), 0.5)]);
    // 18 of 31 in all.
    assert!(is_near(number(&world.figure(&share, PERIOD.0, PERIOD.1)), 18.0 / 31.0));
}

#[test]
fn scores_of_a_team_are_the_median_of_its_sellers() {
    let world = [("Ada", 40.0), ("Bo", 70.0), ("Cy", 81.0), ("Dee", 90.0)]
        .into_iter()
        .fold(four().team("North", &["Dee"]), |world, (seller, score)| {
            world.add("2026-02-03", seller, What::Reading(score))
        });
    let rows = world.rows_of(&metric(Kind::Reading, &[]), Dim::Team);
    assert_eq!(rows, [("North".into(), 70.0), ("South".into(), 81.0)]);
}

#[test]
fn a_team_is_as_its_sellers_chosen() {
    let world = four()
        .add("2026-02-03", "Ada", What::Count(2.0))
        .add("2026-02-04", "Bo", What::Count(3.0))
        .add("2026-02-04", "", What::Count(9.0));
    let count = metric(Kind::Count, &[]);
    assert_eq!(world.rows_of(&count, Dim::Team), [("North".into(), 5.0), ("South".into(), 0.0)]);
    let period = span(PERIOD.0, PERIOD.1);
    let members =
        Selection { sellers: Some(vec![world.seller("Ada"), world.seller("Bo")]), ..Selection::all(period) };
    world.ask(&count, |stream| {
        assert_eq!(stream.breakdown(&Selection::all(period), Dim::Team)[0].1, stream.figure(&members));
        // One seller chosen: the team is that seller.
        let of_bo = Selection::of_seller(period, world.seller("Bo"));
        let rows = stream.breakdown(&of_bo, Dim::Team);
        assert_eq!(rows.len(), 1);
        assert_eq!(number(&rows[0].1), 3.0);
    });
}

#[test]
fn brand_pages_are_left_out_unless_chosen() {
    let world = four().brand("Dee").team("North", &["Dee"]).add("2026-02-03", "Ada", What::Count(2.0)).add(
        "2026-02-04",
        "Dee",
        What::Count(40.0),
    );
    let count = metric(Kind::Count, &[]);
    let all = world.figure(&count, PERIOD.0, PERIOD.1);
    assert_eq!((number(&all), all.n), (2.0, 1));
    assert_eq!(all.left_out, [(Reason::BrandPage, 1)]);
    assert_eq!(world.rows_of(&count, Dim::Team), [("North".into(), 2.0), ("South".into(), 0.0)]);
    let sellers: Vec<String> = world.rows_of(&count, Dim::Seller).into_iter().map(|row| row.0).collect();
    assert_eq!(sellers, ["Ada", "Bo", "Cy"]);
    let chosen = world.figure_of(&count, "Dee", PERIOD.0, PERIOD.1);
    assert_eq!((number(&chosen), chosen.left_out.len()), (40.0, 0));
}

#[test]
fn heads_are_people() {
    let world = four().brand("Dee").add("2026-02-03", "Ada", What::Count(1.0)).add(
        "2026-02-04",
        "Dee",
        What::Count(1.0),
    );
    // Ada of Ada, Bo and Cy.
    assert!(is_near(number(&world.figure(&metric(Kind::HeadCount, &[]), PERIOD.0, PERIOD.1)), 1.0 / 3.0));
}

#[test]
fn what_ends_is_left_out_with_what_began() {
    let world = four()
        .brand("Dee")
        .add("2026-02-03", "Dee", What::Step(1.0))
        .add("2026-02-09", "Dee", What::Step(-1.0))
        .add("2026-02-09", "Ada", What::Step(1.0));
    let level = world.figure(&metric(Kind::Level, &[]), PERIOD.0, PERIOD.1);
    assert_eq!((number(&level), level.left_out), (1.0, vec![(Reason::BrandPage, 1)]));
}
