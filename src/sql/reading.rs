//! Which texts of a cell mean which answer or tell what of a fact: those that are looked for are read by [`Cells`], as every
//! cell of a table is, so that the two cannot disagree.

use std::collections::{BTreeMap, BTreeSet};

use super::request::Refusal;
use super::tree::Expr;
use crate::answers::Answer;
use crate::definition::{Condition, Definition, Holds};
use crate::mapping::map::Map;
use crate::mapping::{Cells, plain};

/// What is written where a question does not apply; other words are no answer.
const NOT_APPLICABLE: [&str; 4] = ["n/a", "not applicable", "該当なし", "対象外"];

/// What the cells of all questions and facts may say.
pub(super) struct Reading {
    /// For each question, the texts of each answer but an empty one.
    pub(super) questions: Vec<BTreeMap<Answer, Vec<String>>>,
    pub(super) facts: Vec<FactReading>,
}

/// What the cells of a fact may say.
pub(super) struct FactReading {
    pub(super) id: String,
    /// Whether a cell may hold several texts.
    many: bool,
    /// By the ids of the options.
    texts: BTreeMap<String, Vec<String>>,
}

impl Reading {
    /// Of an assessment, which is given once in each language; the texts of options are answers where `texts` is set.
    pub(super) fn new(languages: &[Definition], texts: bool) -> Result<Self, Refusal> {
        let (definition, cells) = (&languages[0], Cells::new(languages, &Map::default()));
        let questions = definition.questions().enumerate().map(|(at, (_, question))| {
            let points = question.options.iter().map(|option| option.points);
            let numbers = points.flat_map(|points| [points.to_string(), format!("{points}.0")]);
            let options = |of: &Definition| {
                let question = of.question(at).map(|(_, question)| question).into_iter();
                question.flat_map(|question| question.options.iter().map(|option| option.text.clone())).collect()
            };
            let known: Vec<Vec<String>> = languages.iter().filter(|_| texts).map(options).collect();
            let words = NOT_APPLICABLE.map(str::to_owned);
            let mut meant = BTreeMap::<Answer, Vec<String>>::new();
            for text in in_cells(numbers.chain(words).chain(known.into_iter().flatten())) {
                if let Ok(answer) = cells.read(at, &text) {
                    meant.entry(answer).or_default().push(text);
                }
            }
            meant
        });
        let facts = definition.profile.iter().enumerate().map(|(at, fact)| {
            let options = || languages.iter().flat_map(|of| &of.profile[at].options);
            if let Some(option) = options().find(|option| fact.many && plain(&option.text).contains(';')) {
                return Err(Refusal(format!(
                    "option `{}` of fact `{}` has a semicolon in its text, which in SQL cannot be told from one between options",
                    option.id, fact.id
                )));
            }
            let known = options().filter(|_| texts).map(|option| option.text.clone());
            let ids = fact.options.iter().map(|option| option.id.clone());
            let mut told = BTreeMap::<String, Vec<String>>::new();
            for text in in_cells(ids.chain(known)) {
                if let Ok([option]) = cells.read_fact(at, &text).as_deref() {
                    told.entry(fact.options[*option].id.clone()).or_default().push(text);
                }
            }
            Ok(FactReading { id: fact.id.clone(), many: fact.many, texts: told })
        });
        Ok(Self { questions: questions.collect(), facts: facts.collect::<Result<_, _>>()? })
    }

    /// Whether `condition` may hold, as facts are told in `cell`; none where it always does.
    pub(super) fn may_hold(&self, condition: &Condition, cell: impl Fn(&str) -> Expr) -> Option<Expr> {
        let of = |holds: &Holds| {
            let fact = self.facts.iter().find(|fact| fact.id == holds.fact);
            (fact.expect("a definition has the facts that it names"), cell(&holds.fact))
        };
        let mut against: Vec<Expr> = Vec::new();
        against.extend(condition.only_if.iter().map(|holds| {
            let (fact, cell) = of(holds);
            fact.tells_others(cell, &holds.options)
        }));
        let mut barred: Vec<Expr> = Vec::new();
        barred.extend(condition.unless.iter().map(|holds| {
            let (fact, cell) = of(holds);
            fact.tells(cell, &holds.options)
        }));
        against.extend(Expr::one_or(barred, Expr::All));
        Some(Expr::one_or(against, Expr::Any)?.not())
    }
}

impl FactReading {
    /// A cell, trimmed and in lower case, as it is looked at: of several options, each stands between two semicolons.
    pub(super) fn prepared(&self, cell: Expr) -> Expr {
        if !self.many {
            return cell;
        }
        let semicolon = || Expr::Text(";".to_owned());
        Expr::Concat(vec![semicolon(), replaced(replaced(cell, "; ", ";"), ";", ";;"), semicolon()])
    }

    /// Whether a cell says something else.
    pub(super) fn is_strange(&self, cell: Expr) -> Expr {
        let all = self.texts.values().flatten();
        if !self.many {
            return cell.among([String::new()].into_iter().chain(all.cloned()).collect()).not();
        }
        let rest = all.fold(cell, |rest, text| replaced(rest, &format!(";{text};"), ""));
        replaced(rest, ";;", "").is("<>", Expr::Text(String::new()))
    }

    fn texts_of<'a>(&'a self, options: &'a [String]) -> impl Iterator<Item = &'a String> {
        options.iter().filter_map(|id| self.texts.get(id)).flatten()
    }

    /// Whether one of `options` is told.
    fn tells(&self, cell: Expr, options: &[String]) -> Expr {
        if !self.many {
            return cell.among(self.texts_of(options).cloned().collect());
        }
        let is_in = |text: &String| replaced(cell.clone(), &format!(";{text};"), "").is("<>", cell.clone());
        let all = self.texts_of(options).map(is_in).collect();
        Expr::one_or(all, Expr::Any).expect("an option is told by its id")
    }

    /// Whether others are told, and none of `options`.
    fn tells_others(&self, cell: Expr, options: &[String]) -> Expr {
        if !self.many {
            return cell.among([String::new()].into_iter().chain(self.texts_of(options).cloned()).collect()).not();
        }
        let told = replaced(cell.clone(), ";", "").is("<>", Expr::Text(String::new()));
        Expr::All(vec![told, self.tells(cell, options).not()])
    }
}

fn replaced(text: Expr, from: &str, to: &str) -> Expr {
    Expr::Call("REPLACE", vec![text, Expr::Text(from.to_owned()), Expr::Text(to.to_owned())])
}

/// Texts as they stand in cells that are trimmed and in lower case, whether an engine knows the cases of ASCII or of all
/// letters.
fn in_cells(texts: impl Iterator<Item = String>) -> BTreeSet<String> {
    texts.flat_map(|text| [text.trim().to_ascii_lowercase(), text.trim().to_lowercase()]).collect()
}
