//! Everything that there is to show of findings, of an assessment, and of answers to it: in words that no terminal obeys, and
//! well-formed.

use std::sync::Arc;

use cxm::answers::AnswerSet;
use cxm::check::registry;
use cxm::definition::Definition;
use cxm::diagnostic::{Finding, Source, github, json, junit, render, sarif};
use cxm::plan::Aim;
use cxm::report::comparison::{self, Entry, compare};
use cxm::report::format::{csv, markdown, terminal};
use cxm::report::{Input, Report, Viewport, html, questionnaire, result, screen};
use cxm::text::is_unsafe;
use cxm::words::Lang;
use cxm::{schema, template};
use serde_json::Value;

/// No text that is shown, and no page, has a character that a terminal might obey.
pub fn is_clean(text: &str) {
    let text = anstream::adapter::strip_str(text).to_string();
    let harmful = text.chars().find(|c| is_unsafe(*c) && !matches!(c, '\n' | '\t'));
    assert_eq!(harmful, None, "in {text}");
}

pub fn findings(findings: &[Finding], files: &[Arc<Source>]) {
    for width in [20, 80] {
        is_clean(&render(findings, width));
    }
    is_clean(&github::render(findings, &[]));
    let page: Value = serde_json::from_str(&json::render(findings, &[])).unwrap();
    assert_eq!(page["findings"].as_array().unwrap().len(), findings.len());
    let log: Value =
        serde_json::from_str(&sarif::render(findings, &registry::rules().collect::<Vec<_>>(), &[])).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), findings.len());
    is_clean(&junit::render(findings, files, &[]));
    for finding in findings {
        is_clean(&finding.message);
        let text = finding.source.text();
        let span = finding.source.fit(&finding.span);
        assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{finding:?}");
    }
}

fn viewports() -> impl Iterator<Item = Viewport> {
    [(Lang::EN, 80, false), (Lang::JA, 40, true)]
        .map(|(lang, width, ascii)| Viewport { lang, width, ascii })
        .into_iter()
}

pub fn assessment(definition: &Definition) {
    for viewport in viewports() {
        is_clean(&questionnaire::render(definition, viewport));
        let toml = template::toml(definition, viewport.lang);
        let document = cxm::answers::parse(&super::source("template.toml", &toml)).unwrap();
        assert!(cxm::answers::load(&document, definition, Default::default()).is_ok(), "{toml}");
    }
    // Its mark and its ends of lines are meant.
    is_clean(&template::csv(definition).trim_start_matches('\u{feff}').replace("\r\n", "\n"));
    let languages = std::slice::from_ref(definition);
    is_clean(&html::render_form(languages, false));
    for form in [template::surveyjs(languages), template::limesurvey(languages)].into_iter().flatten() {
        // Braces are kept from being a name by a space without width.
        is_clean(&form.replace("{\u{200b}", "{"));
    }
    schema::answers(definition, Lang::EN).unwrap();
    #[cfg(feature = "xlsx")]
    {
        template::xlsx(definition, Lang::EN).unwrap();
        let _ = template::xlsform(languages).map(Result::unwrap);
    }
}

/// A result, if there is one.
pub fn result(definition: &Definition, set: &AnswerSet) {
    let input = Input { definition, digest: "", set, aim: &Aim::NEXT, top: None };
    let Some(report) = input.report() else { return };
    shown(&report);
    let entry = || Entry { set: set.clone(), version: None };
    if let Some(comparison) = compare(definition, "", vec![entry(), entry()]) {
        is_clean(&html::render_comparison(&comparison, Lang::JA));
        viewports().for_each(|viewport| {
            is_clean(&terminal::render(&comparison::blocks(&comparison, viewport.lang), viewport));
        });
    }
}

fn shown(report: &Report) {
    let json = serde_json::to_string(report).unwrap();
    is_clean(&json);
    is_clean(&csv::render(&result::rows(report)));
    for viewport in viewports() {
        is_clean(&screen::render(report, viewport));
        is_clean(&screen::render_route(report, viewport));
        is_clean(&markdown::render(&result::document(report, viewport.lang)));
        is_clean(&html::render(report, viewport.lang));
    }
    #[cfg(feature = "xlsx")]
    cxm::report::sheets::workbook(report, Lang::EN).unwrap();
}
