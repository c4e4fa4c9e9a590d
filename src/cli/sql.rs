//! `cxm sql`: the scoring of an assessment as a query, for where the answers lie.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::output::Output;
use super::{Global, Status, input};
use crate::definition::bundled;
use crate::mapping::Named;
use crate::sql::{self, Dialect, Long, Request};

/// Arguments of `cxm sql`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The assessment: an id, or the path of a definition
    #[arg(short, long, value_name = "ASSESSMENT", default_value = bundled::DEFAULT)]
    assessment: String,
    /// The SQL of the engine
    #[arg(long, value_name = "DIALECT", value_parser = dialects())]
    dialect: Dialect,
    /// The table, which goes into the query as it is: a name, or what the engine takes for a table
    ///
    /// It has a row for each respondent and a column for each question and each fact, called by its id. A cell has the points of
    /// an option, `n/a`, or nothing; that of a fact the id of an option, or several with semicolons between.
    #[arg(long, value_name = "TABLE")]
    from: String,
    /// The table has a row for each answer: the columns of the respondent, the question and the answer, in this order
    ///
    /// Questions and facts are called by their ids there. A respondent who answers a question twice is rejected, and so is one with
    /// a question that is unknown: with --map, `"COMMENTS" = ""` under [columns] leaves its rows out.
    #[arg(
        long,
        value_name = "RESPONDENT,QUESTION,ANSWER",
        num_args = 0..=1,
        default_missing_value = "respondent,question,answer",
        conflicts_with = "keep"
    )]
    long: Option<Long>,
    /// What columns and cells mean where they are not called by ids and points: TOML, as for `cxm batch`
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// What numbers stand for options: `points`, those of the worst and the best option, such as 0..4, or `texts`, those that
    /// their texts begin with [default: as the map says, or points]
    #[arg(long, value_name = "SCALE", allow_hyphen_values = true)]
    scale: Option<Named>,
    /// Take the texts of options for answers too, in any language of the assessment
    #[arg(long)]
    text: bool,
    /// Carry along only this column; may be repeated [default: all that are no questions, where the dialect can]
    #[arg(long, value_name = "COLUMN")]
    keep: Vec<String>,
    /// The table has no column for this question or fact, which is open; may be repeated
    #[arg(long, value_name = "ID")]
    absent: Vec<String>,
    /// Write the query of all cells that are no answer instead, each with its row and its column
    #[arg(long, conflicts_with_all = ["summary", "by"])]
    rejects: bool,
    /// Sum up all rows instead: how many are on each level, means, quartiles, the weakest criteria, Cronbach's alpha
    #[arg(long, conflicts_with = "keep")]
    summary: bool,
    /// Sum up the rows of each value of this column; with --long, of this fact
    #[arg(long, value_name = "COLUMN", conflicts_with = "keep")]
    by: Option<String>,
    #[command(flatten)]
    output: Output,
}

fn dialects() -> impl clap::builder::TypedValueParser<Value = Dialect> {
    let parse =
        |name: String| Dialect::ALL.into_iter().find(|dialect| dialect.name() == name).expect("it is one of them");
    PossibleValuesParser::new(Dialect::ALL.map(Dialect::name)).map(parse)
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    arguments.output.refuse_other_than("sql")?;
    let languages = input::definitions(&input::files(&arguments.assessment)?)?;
    let map = input::map(arguments.map.as_deref(), &languages[0])?;
    let request = Request {
        map: &map,
        scale: arguments.scale,
        summary: arguments.summary || arguments.by.is_some(),
        by: arguments.by.as_deref(),
        long: arguments.long.as_ref(),
        dialect: arguments.dialect,
        from: &arguments.from,
        texts: arguments.text,
        keep: &arguments.keep,
        absent: &arguments.absent,
        lang: global.lang(),
    };
    let write = if arguments.rejects { sql::rejects } else { sql::scores };
    arguments.output.write(&write(&languages, &request).map_err(|refusal| anyhow!(refusal))?)?;
    Ok(Status::Done)
}
