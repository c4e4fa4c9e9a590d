//! A form as JSON for SurveyJS: a page a criterion, points as numbers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::asked::{Syntax, asked};
use super::names::{ASSESSMENT, NoForm, VERSION, check_names};
use super::texts::{Texts, each, html, not_applicable, of_question, rule};
use crate::definition::{Definition, Question};
use crate::report::facts;
use crate::template::metadata::{METADATA, label};
use crate::text::plain;

/// By locale.
type Localised = BTreeMap<String, String>;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Survey {
    title: Localised,
    locale: String,
    /// What was answered before a fact made it a question that is not asked counts for nothing.
    clear_invisible_values: &'static str,
    calculated_values: [Calculated; 2],
    pages: Vec<Page>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Calculated {
    name: &'static str,
    expression: String,
    include_into_result: bool,
}

#[derive(Serialize)]
struct Page {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Localised>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Localised>,
    elements: Vec<Element>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Element {
    r#type: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<Localised>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Localised>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Localised>,
    #[serde(skip_serializing_if = "Option::is_none")]
    input_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_value_expression: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visible_if: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    value: Value,
    text: Localised,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Points(u32),
    Word(String),
}

/// The form, in each of the languages that the assessment is given in, the first of which is shown first.
pub fn surveyjs(languages: &[Definition]) -> Result<String, NoForm> {
    let base = languages.first().expect("an assessment is given in the language it is written in");
    check_names(base, str::to_owned)?;
    let form = Form { languages, base };
    let survey = Survey {
        title: form.texts(each(languages, |definition, _| definition.title.as_str())),
        locale: base.language.clone(),
        clear_invisible_values: "onComplete",
        calculated_values: [
            Calculated::constant(ASSESSMENT, &base.id),
            Calculated::constant(VERSION, &base.version.to_string()),
        ],
        pages: form.pages(),
    };
    Ok(serde_json::to_string_pretty(&survey).expect("texts can be written") + "\n")
}

impl Calculated {
    fn constant(name: &'static str, value: &str) -> Self {
        Self { name, expression: format!("'{value}'"), include_into_result: true }
    }
}

struct Form<'a> {
    languages: &'a [Definition],
    base: &'a Definition,
}

impl Form<'_> {
    fn pages(&self) -> Vec<Page> {
        let mut places = 0..;
        let criteria = self.base.criteria.iter().enumerate().map(|(at, criterion)| Page {
            name: format!("criterion_{}", at + 1),
            title: Some(self.texts(each(self.languages, |definition, _| definition.heading(&definition.criteria[at])))),
            description: Some(
                self.texts(each(self.languages, |definition, _| plain(&definition.criteria[at].description))),
            ),
            elements: criterion.questions.iter().zip(places.by_ref()).map(|(of, at)| self.question(of, at)).collect(),
        });
        [self.start()].into_iter().chain(self.profile()).chain(criteria).collect()
    }

    /// How to answer, and who does.
    fn start(&self) -> Page {
        let html = rule(self.languages, "\n").iter().map(|text| paragraphs(text)).collect();
        let rule =
            Element { r#type: "html", name: "rule".to_owned(), html: Some(self.localised(html)), ..Element::default() };
        let metadata = METADATA.map(|key| Element {
            title: Some(self.texts(each(self.languages, |_, lang| label(lang, key)))),
            input_type: (key == "date").then_some("date"),
            default_value_expression: (key == "date").then_some("today()"),
            ..Element::new("text", key)
        });
        let elements = [rule].into_iter().chain(metadata).collect();
        Page { name: "start".to_owned(), title: None, description: None, elements }
    }

    /// The facts, where there are any.
    fn profile(&self) -> Option<Page> {
        let facts = self.base.profile.iter().enumerate().map(|(at, fact)| Element {
            title: Some(self.texts(each(self.languages, |definition, _| definition.profile[at].text.as_str()))),
            description: self.some(each(self.languages, |definition, _| {
                definition.profile[at].help.as_deref().map(plain).unwrap_or_default()
            })),
            choices: (0..fact.options.len())
                .map(|option| Choice {
                    value: Value::Word(fact.options[option].id.clone()),
                    text: self.texts(each(self.languages, |definition, _| {
                        definition.profile[at].options[option].text.as_str()
                    })),
                })
                .collect(),
            ..Element::new(if fact.many { "checkbox" } else { "radiogroup" }, &fact.id)
        });
        (!self.base.profile.is_empty()).then(|| Page {
            name: "profile".to_owned(),
            title: Some(self.texts(each(self.languages, |_, lang| facts::title(lang)))),
            description: Some(self.texts(each(self.languages, |_, lang| facts::what_for(lang)))),
            elements: facts.collect(),
        })
    }

    fn question(&self, question: &Question, at: usize) -> Element {
        let options = question.options.iter().enumerate().map(|(option, of)| Choice {
            value: Value::Points(of.points),
            text: self.texts(of_question(self.languages, at, |question, _| {
                question.options.get(option).map(|option| option.text.clone())
            })),
        });
        let not_applicable = question.not_applicable.is_allowed().then(|| Choice {
            value: Value::Word("n/a".to_owned()),
            text: self.texts(not_applicable(self.languages, at)),
        });
        let syntax = Syntax {
            not: "!",
            holds: &|fact, options| format!("{{{}}} anyof ['{}']", fact.id, options.join("', '")),
            untold: &|fact| format!("{{{}}} empty", fact.id),
        };
        Element {
            title: Some(self.texts(of_question(self.languages, at, |question, _| Some(question.text.clone())))),
            description: self.some(of_question(self.languages, at, |question, _| {
                question.help.as_deref().map(|help| plain(help).into_owned())
            })),
            visible_if: asked(self.base, &question.condition, &syntax),
            choices: options.chain(not_applicable).collect(),
            ..Element::new("radiogroup", &question.id)
        }
    }

    /// A text of the assessment. What stands in braces there names no answer.
    fn texts(&self, texts: Texts) -> Localised {
        self.localised(texts.into_iter().map(|text| text.replace('{', "{\u{200b}")).collect())
    }

    /// The same where any language has it.
    fn some(&self, texts: Texts) -> Option<Localised> {
        texts.iter().any(|text| !text.is_empty()).then(|| self.texts(texts))
    }

    /// English is the locale that SurveyJS falls back to; without it, the first language is.
    fn localised(&self, texts: Texts) -> Localised {
        let mut localised = Localised::new();
        for (definition, text) in self.languages.iter().zip(texts) {
            let tag = if definition.language == "en" { "default" } else { definition.language.as_str() };
            localised.insert(tag.to_owned(), text);
        }
        if let Some(first) = localised.get(&self.base.language).cloned() {
            localised.entry("default".to_owned()).or_insert(first);
        }
        localised
    }
}

impl Element {
    fn new(r#type: &'static str, name: &str) -> Self {
        Self { r#type, name: name.to_owned(), ..Self::default() }
    }
}

/// Lines of text as HTML.
fn paragraphs(text: &str) -> String {
    text.lines().map(|line| format!("<p>{}</p>", html(line))).collect()
}
