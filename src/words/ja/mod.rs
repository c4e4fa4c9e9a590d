//! Japanese.

mod answers;
mod batch;
mod batch_codes;
mod batch_columns;
mod batch_form;
mod batch_input;
mod batch_rows;
mod batch_run;
mod batch_scale;
mod batch_several;
mod batch_sheets;
mod batch_skeleton;
mod check;
mod check_cases;
mod check_markup;
mod check_reason;
mod check_texts;
mod cli;
mod cli_act;
mod cli_commands;
mod cli_files;
mod cli_trouble;
mod definition;
mod definition_parts;
mod diagnostic;
mod document;
mod document_syntax;
mod forms;
mod help;
mod help_commands;
mod help_plan;
mod impact;
mod impact_findings;
mod lists;
mod mapping_cells;
mod mapping_map;
mod mapping_rows;
mod report_advice;
mod report_calendar;
mod report_comparison;
mod report_facts;
mod report_form;
mod report_heads;
mod report_level;
mod report_page;
mod report_population;
mod report_route;
mod report_sheets;
mod report_spreadsheets;
mod report_terms;
mod rules;
mod rules_cases;
mod rules_examples;
mod rules_levels;
mod rules_reading;
mod rules_texts;
mod scaffold;
mod schema;
mod schema_files;
mod schema_plan;
mod schema_result;
mod sql;
mod sql_refusals;
mod survey;
mod survey_keys;
mod survey_prompts;
mod system;
mod table;
mod table_sheets;
mod usage;

use super::lang::Language;
use super::plural::{Form, Rule};

pub(super) static LANGUAGE: Language = Language { tag: "ja", name: "日本語", english: "Japanese", words: &Ja };

/// Japanese itself.
pub(super) struct Ja;

impl Rule for Ja {
    fn form(_: u64) -> Form {
        Form::Other
    }
}
