//! Which texts of a cell mean which answer or tell what of a fact: those that are looked for are read by [`Cells`], as every
//! cell of a table is, so that the two cannot disagree.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use super::names::STRANGE;
use super::request::{Refusal, Request};
use super::tree::Expr;
use crate::answers::Answer;
use crate::definition::{Condition, Definition, Holds};
use crate::mapping::{Cells, plain};
use crate::words::sql_refusals as say;

/// What is written where a question does not apply; other words are no answer.
const NOT_APPLICABLE: [&str; 4] = ["n/a", "not applicable", "該当なし", "対象外"];

/// How many zeros a whole number may have behind its point where rows are chosen by it.
const ZEROS: usize = 18;

/// What the cells of all questions and facts may say.
pub(super) struct Reading {
    pub(super) questions: Vec<QuestionReading>,
    pub(super) facts: Vec<FactReading>,
    cells: Cells,
    /// For each fact, what cells of it may say if texts of options are answers too.
    spellings: Vec<Vec<String>>,
}

/// What the cells of a question may say.
#[derive(Default)]
pub(super) struct QuestionReading {
    /// The texts of each answer but an empty one.
    pub(super) texts: BTreeMap<Answer, Vec<String>>,
    /// The same where they are whole numbers with two decimals or more, which are zeros: what is left without those.
    pub(super) whole: BTreeMap<Answer, Vec<String>>,
}

/// What the cells of a fact may say.
pub(super) struct FactReading {
    pub(super) id: String,
    /// Those of its options, in their order.
    ids: Vec<String>,
    /// Whether a cell may hold several texts.
    many: bool,
    /// By the ids of the options.
    texts: BTreeMap<String, Vec<String>>,
    /// The texts that tell nothing.
    untold: Vec<String>,
}

impl Reading {
    /// Of an assessment, which is given once in each language.
    pub(super) fn new(languages: &[Definition], request: &Request<'_>) -> Result<Self, Refusal> {
        let (definition, texts) = (&languages[0], request.texts);
        let cells = Cells::new(languages, request.map);
        let cells = match request.scale.or(request.map.scale) {
            Some(named) => {
                let scale = named.scale(cells.most_options()).map_err(Refusal)?;
                cells.on(scale)
            }
            None => cells,
        };
        if (0..definition.questions().count()).any(|at| cells.read(at, "") != Ok(Answer::Unanswered)) {
            return Err(Refusal(say::empty_cell().to_owned()));
        }
        let questions = definition.questions().enumerate().map(|(at, (_, question))| {
            let points = question.options.iter().map(|option| option.points.into());
            let numbers =
                points.chain(cells.numbers(at)).flat_map(|number| [format!("{number}"), format!("{number}.0")]);
            let options = |of: &Definition| {
                let (_, question) = of.question(at).expect("every language has the same questions");
                let options = question.options.iter().map(|option| option.text.clone());
                options.chain(question.not_applicable.when().map(str::to_owned)).collect()
            };
            let known: Vec<Vec<String>> = languages.iter().filter(|_| texts).map(options).collect();
            let words = NOT_APPLICABLE.map(str::to_owned);
            let mut meant = QuestionReading::default();
            let written = request.map.written.iter().flat_map(|text| [text.clone(), format!("{text}.0")]);
            for text in in_cells(numbers.chain(words).chain(written).chain(known.into_iter().flatten())) {
                let Ok(answer) = cells.read(at, &text) else { continue };
                let whole = text.strip_suffix('0').filter(|whole| whole.ends_with('.'));
                // Such as `3.00`, which is read as `3.0` is, if that is a number.
                if let Some(whole) = whole.filter(|_| cells.read(at, &format!("{text}0")) == Ok(answer)) {
                    meant.whole.entry(answer).or_default().push(whole.to_owned());
                }
                meant.texts.entry(answer).or_default().push(text);
            }
            meant
        });
        let facts = definition.profile.iter().enumerate().map(|(at, fact)| {
            let options = || languages.iter().flat_map(|of| &of.profile[at].options);
            if let Some(option) = options().find(|option| fact.many && plain(&option.text).contains(';')) {
                return Err(Refusal(say::semicolon(&option.id, &fact.id)));
            }
            let known = options().filter(|_| texts).map(|option| option.text.clone());
            let ids = fact.options.iter().map(|option| option.id.clone());
            let mut told = BTreeMap::<String, Vec<String>>::new();
            let mut untold = Vec::new();
            for text in in_cells(ids.chain(known).chain(request.map.written.iter().cloned())) {
                match cells.read_fact(at, &text).as_deref() {
                    Ok([option]) => told.entry(fact.options[*option].id.clone()).or_default().push(text),
                    Ok([]) => untold.push(text),
                    _ => {}
                }
            }
            Ok(FactReading {
                id: fact.id.clone(),
                ids: fact.options.iter().map(|option| option.id.clone()).collect(),
                many: fact.many,
                texts: told,
                untold,
            })
        });
        let (questions, facts) = (questions.collect(), facts.collect::<Result<_, _>>()?);
        let spellings = definition.profile.iter().enumerate().map(|(at, fact)| {
            let texts = languages.iter().flat_map(|of| &of.profile[at].options).map(|option| option.text.clone());
            let ids = fact.options.iter().map(|option| option.id.clone());
            texts.chain(ids).chain(request.map.written.iter().cloned()).chain([String::new()]).collect()
        });
        let spellings = spellings.collect();
        Ok(Self { questions, facts, cells, spellings })
    }

    /// What cells say that tell the same of the fact with index `at` as `value` does, or are the same text.
    pub(super) fn alike(&self, at: usize, value: &str) -> BTreeSet<String> {
        let told = self.cells.read_fact(at, value).ok();
        let same =
            self.spellings[at].iter().filter(|text| told.is_some() && self.cells.read_fact(at, text).ok() == told);
        same.map(String::as_str).chain([value]).flat_map(alike).collect()
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

impl QuestionReading {
    /// What cells mean that are whole numbers with two decimals or more: when, and what.
    pub(super) fn decimals(&self, cell: &Expr, code: impl Fn(&Answer) -> Expr) -> Option<(Expr, Expr)> {
        let arms = self.whole.iter().flat_map(|(answer, texts)| texts.iter().map(move |text| (text, answer)));
        let arms: Vec<_> = arms.map(|(text, answer)| (Expr::Text(text.clone()), code(answer))).collect();
        let meant = |arms| Expr::Case(Some(Box::new(without_zeros(cell))), arms, Some(Box::new(Expr::Minus(STRANGE))));
        (!arms.is_empty()).then(|| (has_decimals(cell), meant(arms)))
    }

    /// Whether a cell says something else than an answer or nothing.
    pub(super) fn is_strange(&self, cell: &Expr) -> Expr {
        let known = [String::new()].into_iter().chain(self.texts.values().flatten().cloned()).collect();
        let strange = cell.clone().among(known).not();
        let whole: Vec<String> = self.whole.values().flatten().cloned().collect();
        if whole.is_empty() {
            return strange;
        }
        Expr::All(vec![strange, Expr::All(vec![has_decimals(cell), without_zeros(cell).among(whole)]).not()])
    }
}

/// Whether a cell may be a number with decimals that are zeros, as a type with two or more of them shows whole numbers.
fn has_decimals(cell: &Expr) -> Expr {
    cell.clone().is("LIKE", Expr::Text("%.00%".to_owned()))
}

/// A cell without the zeros at its end: of such a number, what is whole and the point.
fn without_zeros(cell: &Expr) -> Expr {
    Expr::WithoutZeros(Box::new(cell.clone()))
}

impl FactReading {
    /// A cell, trimmed and in lower case, as it is looked at: of several options, each stands between two semicolons.
    pub(super) fn prepared(&self, cell: Expr) -> Expr {
        let cell = match self.untold.is_empty() {
            true => cell,
            false => Expr::when(vec![(cell.clone().among(self.untold.clone()), Expr::Text(String::new()))], cell),
        };
        if !self.many {
            return cell;
        }
        let semicolon = || Expr::Text(";".to_owned());
        Expr::Concat(vec![semicolon(), cell.replaced("; ", ";").replaced(";", ";;"), semicolon()])
    }

    /// Whether a cell says something else.
    pub(super) fn is_strange(&self, cell: Expr) -> Expr {
        let all = self.texts.values().flatten();
        if !self.many {
            return cell.among([String::new()].into_iter().chain(all.cloned()).collect()).not();
        }
        let rest = all.fold(cell, |rest, text| rest.replaced(&format!(";{text};"), ""));
        rest.replaced(";;", "").is("<>", Expr::Text(String::new()))
    }

    /// The ids of the options that a cell tells, with semicolons between.
    pub(super) fn options(&self, cell: &Expr) -> Expr {
        let empty = || Expr::Text(String::new());
        let told = |id: &String| self.tells(cell.clone(), slice::from_ref(id));
        if !self.many {
            return Expr::when(self.ids.iter().map(|id| (told(id), Expr::Text(id.clone()))).collect(), empty());
        }
        let parts = self.ids.iter().map(|id| Expr::when(vec![(told(id), Expr::Text(format!(";{id}")))], empty()));
        Expr::Call("SUBSTR", vec![Expr::Concat(parts.collect()), Expr::Int(2)])
    }

    fn texts_of<'a>(&'a self, options: &'a [String]) -> impl Iterator<Item = &'a String> {
        options.iter().filter_map(|id| self.texts.get(id)).flatten()
    }

    /// Whether one of `options` is told.
    fn tells(&self, cell: Expr, options: &[String]) -> Expr {
        if !self.many {
            return cell.among(self.texts_of(options).cloned().collect());
        }
        let is_in = |text: &String| cell.clone().replaced(&format!(";{text};"), "").is("<>", cell.clone());
        let all = self.texts_of(options).map(is_in).collect();
        Expr::one_or(all, Expr::Any).expect("an option is told by its id")
    }

    /// Whether others are told, and none of `options`.
    fn tells_others(&self, cell: Expr, options: &[String]) -> Expr {
        if !self.many {
            return cell.among([String::new()].into_iter().chain(self.texts_of(options).cloned()).collect()).not();
        }
        let told = cell.clone().replaced(";", "").is("<>", Expr::Text(String::new()));
        Expr::All(vec![told, self.tells(cell, options).not()])
    }
}

/// Texts as they stand in cells that are trimmed and in lower case, whether an engine knows the cases of ASCII or of all
/// letters.
pub(super) fn in_cells(texts: impl Iterator<Item = String>) -> BTreeSet<String> {
    texts.flat_map(|text| [text.trim().to_ascii_lowercase(), text.trim().to_lowercase()]).collect()
}

/// What cells say that are the same text or the same whole number as `value`, as `batch` compares them.
pub(super) fn alike(value: &str) -> BTreeSet<String> {
    let folded = plain(value);
    let (whole, rest) = folded.split_once('.').unwrap_or((&folded, ""));
    let is_whole =
        !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()) && rest.bytes().all(|byte| byte == b'0');
    let same = (0..=ZEROS).filter(|_| is_whole).map(|zeros| format!("{whole}.{}", "0".repeat(zeros)));
    let same: Vec<String> = same.chain(is_whole.then(|| whole.to_owned())).collect();
    let spelled = value.split_whitespace().collect::<Vec<_>>().join(" ");
    in_cells([spelled].into_iter()).into_iter().chain(same).chain([folded]).collect()
}
