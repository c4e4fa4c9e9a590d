//! `cxm schema`: JSON Schemas of the files, for editors and other programs.

use anyhow::Result;
use clap::ValueEnum;

use super::output::Output;
use super::{Global, Status, input};
use crate::schema;
use crate::words::{Lang, cli_commands as say, here};

/// Arguments of `cxm schema`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What the schema describes
    #[arg(value_name = "WHAT")]
    what: What,
    /// For answers: the questions and actions of this assessment, an id or the path of a definition
    #[arg(short, long, value_name = "ASSESSMENT")]
    assessment: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// The files that there are schemas of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// An assessment, `<id>.toml`
    Definition,
    /// Its texts in another language, `<id>.<lang>.toml`
    Translation,
    /// One respondent's answers
    Answers,
    /// What `cxm score -f json` writes
    Result,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Status> {
    let lang = here();
    let schema = match (arguments.what, &arguments.assessment) {
        (What::Answers, Some(name)) => pretty(&schema::answers(&input::assessment(name, global)?.definition, lang)?)?,
        (_, Some(_)) => return Err(super::error::Usage(say::assessment_for_answers().to_owned()).into()),
        (What::Definition, None) => written(schema::DEFINITION, lang)?,
        (What::Translation, None) => written(schema::TRANSLATION, lang)?,
        (What::Answers, None) => written(schema::ANSWERS, lang)?,
        (What::Result, None) => pretty(&schema::result(lang)?)?,
    };
    arguments.output.refuse_other_than("json")?;
    arguments.output.write(&schema)?;
    Ok(Status::Done)
}

/// A schema as it is written by hand, in English; in another language as any other.
fn written(schema: &str, lang: Lang) -> Result<String> {
    if lang == Lang::EN { Ok(schema.to_owned()) } else { pretty(&schema::read(schema, lang)?) }
}

fn pretty(schema: &serde_json::Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(schema)? + "\n")
}
