use uuid::Uuid;

use super::*;

fn seat(name: &str, role: TeamRole, source_path: &str, home: &str) -> Seat {
    Seat {
        person: Uuid::nil(),
        name: name.to_owned(),
        role,
        rank: Some(CadreRank::Division),
        source: "示例单位".to_owned(),
        source_path: source_path.to_owned(),
        home: Some(home.to_owned()),
    }
}

fn team(form: TeamForm, seats: Vec<Seat>) -> TeamFacts {
    TeamFacts {
        dispatcher: Uuid::nil(),
        dispatcher_path: "/city/".to_owned(),
        form,
        whole: form,
        seats,
        places: vec![Place {
            name: "示例街道".to_owned(),
            path: "/city/a/".to_owned(),
        }],
        ties: Vec::new(),
        tasks: 0,
        task: None,
        minimum_rank: CadreRank::Staff,
        mixed: true,
        needs_deputy: false,
        recusal_months: 36,
    }
}

#[test]
fn a_team_needs_a_leader_of_the_rank() {
    let mut facts = team(TeamForm::Regular, Vec::new());
    assert_eq!(
        has_a_leader(&facts).unwrap_err().gate,
        Some(Gate::TeamWithoutLeader)
    );
    facts
        .seats
        .push(seat("甲", TeamRole::Leader, "/city/", "/city/"));
    assert!(has_a_leader(&facts).is_ok() && leader_has_the_rank(&facts).is_ok());
    facts.minimum_rank = CadreRank::BureauDeputy;
    let error = leader_has_the_rank(&facts).unwrap_err();
    assert_eq!(error.gate, Some(Gate::LeaderBelowRank));
    facts.form = TeamForm::Detachment;
    assert!(leader_has_the_rank(&facts).is_ok());
}

#[test]
fn a_member_of_the_place_is_named_with_the_tie() {
    let member = seat("乙", TeamRole::Member, "/city/a/office/", "/city/a/");
    for form in [TeamForm::Cross, TeamForm::Millstone, TeamForm::Elevated] {
        let error = nobody_from_the_place(&team(form, vec![member.clone()])).unwrap_err();
        assert_eq!(error.gate, Some(Gate::FromInspectedPlace));
        assert!(error.message.contains("乙") && error.message.contains("示例街道"));
    }
    assert!(nobody_from_the_place(&team(TeamForm::Regular, vec![member])).is_ok());
}

#[test]
fn a_cross_team_is_led_from_above_and_mixed() {
    let leader = seat("甲", TeamRole::Leader, "/city/office/", "/city/");
    let (b, c) = (
        seat("乙", TeamRole::Member, "/city/b/", "/city/b/"),
        seat("丙", TeamRole::Member, "/city/c/", "/city/c/"),
    );
    let good = team(TeamForm::Cross, vec![leader.clone(), b.clone(), c.clone()]);
    assert!(is_mixed(&good).is_ok());
    let alone = team(TeamForm::Cross, vec![leader, b.clone()]);
    assert_eq!(
        is_mixed(&alone).unwrap_err().gate,
        Some(Gate::CompositionBroken)
    );
    let local = seat("丁", TeamRole::Leader, "/city/d/", "/city/d/");
    let mut led = team(TeamForm::Cross, vec![local, b, c]);
    assert!(is_mixed(&led).unwrap_err().message.contains("丁"));
    led.mixed = false;
    assert!(is_mixed(&led).is_ok());
}

#[test]
fn a_deputy_on_secondment_is_there_where_asked_for() {
    let leader = seat("甲", TeamRole::Leader, "/city/", "/city/");
    let mut facts = team(TeamForm::Regular, vec![leader]);
    assert!(has_a_seconded_deputy(&facts).is_ok());
    facts.needs_deputy = true;
    let error = has_a_seconded_deputy(&facts).unwrap_err();
    assert_eq!(error.gate, Some(Gate::SecondedDeputyMissing));
    facts
        .seats
        .push(seat("乙", TeamRole::DeputyLeader, "/city/", "/city/"));
    assert!(has_a_seconded_deputy(&facts).is_err());
    facts
        .seats
        .push(seat("丙", TeamRole::SecondedDeputy, "/city/", "/city/"));
    assert!(has_a_seconded_deputy(&facts).is_ok());
    facts.seats.clear();
    facts.form = TeamForm::Detachment;
    assert!(has_a_seconded_deputy(&facts).is_ok());
}
