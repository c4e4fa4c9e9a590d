//! What is said of challenges, of where to start, and of whom the plan is for.

texts! {
    ReportAdvice(lang);

    challenges: "What must be answered first";
    possibly: "possibly";
    shown_by: "Shown by";
    opens: "Decided by";
    nothing_ends: "No action of this plan ends it.";
    ends_none: "This plan ends none of these.";
    too_little(action: &str, effort: &str): "No action costs so little. The cheapest that raises the score is {action}: {effort}.";
    nothing_left: "No action is left that raises the score by itself.";
    start_here: "Start here";
    then: "Then";
    ends(challenges: &str): "ends: {challenges}";
    prepares(challenges: &str): "must come before what ends: {challenges}";
    most_for_effort: "the most gain for its effort among what is left";
    must_come_first: "others on the route need it first";
    route_ends_and_to(level: &str, count: usize, effort: &str):
        [count; "Route that ends the challenges and leads to {level}: {count} action, {effort}",
            "Route that ends the challenges and leads to {level}: {count} actions, {effort}"];
    route_ends_some_and_to(ended: usize, all: usize, level: &str, count: usize, effort: &str):
        [count; "Route that ends {ended} of {all} challenges and leads to {level}: {count} action, {effort}",
            "Route that ends {ended} of {all} challenges and leads to {level}: {count} actions, {effort}"];
    level_alone(level: &str, count: usize, effort: &str):
        [count; "The level alone, without the challenges: {count} action, {effort}.",
            "The level alone, without the challenges: {count} actions, {effort}."];
    left_behind(criterion: &str): "{criterion} stays far below the rest, and nothing on this route raises it.";
    profile: "About the organisation";
    told(fact: &str, options: &str): "{fact} {options}";
    untold_head: "Not told yet";
    not_told(fact: &str, decides: &str): "{fact} It decides {decides}; until then all of it counts.";
    decides_questions(count: usize): [count; "{count} question", "{count} questions"];
    decides_actions(count: usize): [count; "{count} action", "{count} actions"];
    and_more(challenges: &str, count: usize): "{challenges}; and {count} more";
    among_others(actions: &str): "{actions}; …";
    decides_challenges(count: usize): [count; "{count} challenge", "{count} challenges"];
    decides_steps(count: usize): [count; "{count} step of actions", "{count} steps of actions"];
    decides_benchmarks(count: usize): [count; "{count} comparison with others", "{count} comparisons with others"];
    decides_efforts(assumed: &str): "efforts (now those for: {assumed})";
    left_out_since(because: &str, actions: &str): "{because} – {actions}";
    unfit: "Left out, as it does not fit this organisation";
}
