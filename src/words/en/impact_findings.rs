//! What a changed definition says of its version.

texts! {
    ImpactFindings(here);

    differs(before: &str, after: &str): "this differs from version {before}, and is called version {after}";
    raise_major: "raise the version: the major one, since answers mean something else now";
    raise: "raise the version; the major one where points or options mean something else";
    raise_last: "raise the version: the last number will do, since nothing that is reckoned with differs";
}
