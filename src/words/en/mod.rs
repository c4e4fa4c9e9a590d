//! English, the catalogue of all texts.

pub(crate) mod answers;
pub(crate) mod batch;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_codes;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_columns;
pub(crate) mod batch_form;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_input;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_rows;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_run;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_scale;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_several;
pub(crate) mod batch_sheets;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod batch_skeleton;
pub(crate) mod check;
pub(crate) mod check_cases;
pub(crate) mod check_markup;
pub(crate) mod check_reason;
pub(crate) mod check_texts;
pub(crate) mod cli;
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
pub(crate) mod cli_act;
pub(crate) mod cli_commands;
pub(crate) mod cli_files;
pub(crate) mod cli_trouble;
pub(crate) mod definition;
pub(crate) mod definition_parts;
pub(crate) mod diagnostic;
pub(crate) mod document;
pub(crate) mod document_syntax;
pub(crate) mod forms;
pub(crate) mod help;
pub(crate) mod impact;
pub(crate) mod impact_findings;
pub(crate) mod lists;
pub(crate) mod mapping_cells;
pub(crate) mod mapping_map;
pub(crate) mod mapping_rows;
pub(crate) mod report_advice;
pub(crate) mod report_calendar;
pub(crate) mod report_comparison;
pub(crate) mod report_facts;
pub(crate) mod report_form;
pub(crate) mod report_heads;
pub(crate) mod report_level;
pub(crate) mod report_page;
pub(crate) mod report_population;
pub(crate) mod report_route;
pub(crate) mod report_sheets;
pub(crate) mod report_spreadsheets;
pub(crate) mod report_terms;
pub(crate) mod rules;
pub(crate) mod rules_examples;
pub(crate) mod scaffold;
pub(crate) mod schema;
pub(crate) mod sql;
pub(crate) mod sql_refusals;
pub(crate) mod survey;
pub(crate) mod survey_keys;
pub(crate) mod survey_prompts;
pub(crate) mod system;
pub(crate) mod table;
#[cfg_attr(not(feature = "xlsx"), allow(dead_code))]
pub(crate) mod table_sheets;
pub(crate) mod usage;

use super::lang::Language;
use super::plural::{Form, Rule};

pub(super) static LANGUAGE: Language = Language { tag: "en", name: "English", english: "English", words: &En };

/// English itself, which says of each area what its file has.
pub(crate) struct En;

impl Rule for En {
    fn form(number: u64) -> Form {
        if number == 1 { Form::One } else { Form::Other }
    }
}

macro_rules! as_it_is {
    ($area:ident) => {
        impl super::areas::$area for En {}
    };
}

each_area!(as_it_is);
