//! `unrecorded-translation`: looks for a digest in each table.

use crate::check::{Context, Translation, digests};
use crate::diagnostic::{Findings, Group, Rule};
use crate::words::check_texts as say;

pub(crate) static RULE: Rule = Rule {
    id: "unrecorded-translation",
    group: Group::Translation,
    summary: "A translation does not record what it was made from.",
    why: "Without the digest of the texts that a table translates (`of`), nobody is told when they change. `cxm check \
          --fix` records it.",
    bad: r#"[levels.low]
name = "低""#,
    good: r#"[levels.low]
of = "9d5c7e21"
name = "低""#,
};

pub(crate) fn check(context: &Context<'_>, translation: &Translation<'_>, findings: &mut Findings) {
    for record in digests::records(context, translation).iter().filter(|record| record.recorded.is_none()) {
        let message = say::not_recorded(&digests::name(record.item));
        let finding = findings.add(&RULE, record.table.clone(), message);
        finding.help(say::records(&record.now));
        if let Some((at, text)) = digests::insertion(translation, record) {
            finding.fix(at..at, text);
        }
    }
}
