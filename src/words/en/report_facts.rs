//! Facts about an organisation, and for whom something is.

texts! {
    ReportFacts(lang);

    title: "About your organisation";
    what_for:
        "What you tell about your organisation is never scored. It decides which questions are asked and which actions fit; what is not told stays open, and all that depends on it counts.";
    choose_all: "Choose all that hold.";
    how_in_toml: "Write the id of what holds in quotes; where several may hold, a list of them in brackets.";
    several: "several may hold";
    assumed: "assumed where it is not told";
    only_if(holds: &str): "only if {holds}";
    not_if(holds: &str): "unless {holds}";
    holds(fact: &str, options: &str): "“{fact}” is “{options}”";
    or: "” or “";
    asked(whom: &str): "Asked {whom}.";
    challenges: "Challenges";
    found_when(answers: &str): "Found when {answers}.";
    at_worst(question: &str, points: u32): "`{question}` is {points} or worse";
    by_fact(fact: &str): "by “{fact}”";

    // Of a sheet.
    #[cfg(feature = "xlsx")]
    mark_all: "Mark all that hold.";
    #[cfg(feature = "xlsx")]
    mark: "yes";
}
