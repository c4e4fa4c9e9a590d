//! Why a row that was read cannot be scored.

texts! {
    Batch(here);

    nothing_applies: "every question is n/a, so there is nothing to score";
    nothing_answered: "no question is answered";
    no_value(header: &str): "no value in column `{header}`";
}
