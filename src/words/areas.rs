//! The areas that the catalogue is divided into, and all of them together.

macro_rules! areas {
    ($dollar:tt $($file:ident::$area:ident,)*) => {
        $(pub(super) use $crate::words::$file::$area;)*

        /// What a language must have words for; it may leave them to English.
        pub(super) trait Words: Sync $(+ $area)* {}

        impl<T: Sync $(+ $area)*> Words for T {}

        /// Calls another macro with each area.
        macro_rules! each_area {
            ($dollar then:ident) => { $($dollar then! { $area })* };
        }
    };
}

areas! { $
    answers::Answers,
    batch::Batch,
    batch_codes::BatchCodes,
    batch_columns::BatchColumns,
    batch_form::BatchForm,
    batch_input::BatchInput,
    batch_rows::BatchRows,
    batch_run::BatchRun,
    batch_scale::BatchScale,
    batch_several::BatchSeveral,
    batch_sheets::BatchSheets,
    batch_skeleton::BatchSkeleton,
    check::Check,
    check_cases::CheckCases,
    check_markup::CheckMarkup,
    check_reason::CheckReason,
    check_texts::CheckTexts,
    cli::Cli,
    cli_act::CliAct,
    cli_commands::CliCommands,
    cli_files::CliFiles,
    cli_trouble::CliTrouble,
    definition::Definition,
    definition_parts::DefinitionParts,
    diagnostic::Diagnostic,
    document::Document,
    document_syntax::DocumentSyntax,
    forms::Forms,
    help::Help,
    impact::Impact,
    impact_findings::ImpactFindings,
    lists::Lists,
    mapping_cells::MappingCells,
    mapping_map::MappingMap,
    mapping_rows::MappingRows,
    report_advice::ReportAdvice,
    report_calendar::ReportCalendar,
    report_comparison::ReportComparison,
    report_facts::ReportFacts,
    report_form::ReportForm,
    report_heads::ReportHeads,
    report_level::ReportLevel,
    report_page::ReportPage,
    report_population::ReportPopulation,
    report_route::ReportRoute,
    report_sheets::ReportSheets,
    report_spreadsheets::ReportSpreadsheets,
    report_terms::ReportTerms,
    rules::Rules,
    rules_examples::RulesExamples,
    scaffold::Scaffold,
    schema::Schema,
    sql::Sql,
    sql_refusals::SqlRefusals,
    survey::Survey,
    survey_keys::SurveyKeys,
    survey_prompts::SurveyPrompts,
    system::System,
    table::Table,
    table_sheets::TableSheets,
    usage::Usage,
}
