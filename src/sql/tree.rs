//! What is worked out for a column: a tree, so that nothing of a definition is ever taken for SQL, and its text.
//!
//! Of SQL there is what scoring needs, and what all dialects have. Every operand that is not one word or call stands in
//! brackets, since dialects order their operators differently.

use super::dialect::{Differences, Division, Escape, Tenth};
use crate::text::fold;

/// The columns of a page.
pub(super) const WIDTH: usize = 118;

#[derive(Clone, Debug)]
pub(super) enum Expr {
    Column(String),
    Int(u128),
    /// An integer below 0.
    Minus(u8),
    /// An integer that takes more than 64 bits with what it is multiplied by.
    Wide(u128),
    Text(String),
    Null,
    Concat(Vec<Self>),
    Sum(Vec<Self>),
    Product(Vec<Self>),
    /// Of integers, without what is left over.
    Quotient(Box<Self>, Box<Self>),
    Call(&'static str, Vec<Self>),
    AsText(Box<Self>),
    /// A text in which characters that are taken for each other are the same.
    Alike(Box<Self>),
    /// A text without the zeros at its end.
    WithoutZeros(Box<Self>),
    /// As an integer of 64 bits.
    AsInteger(Box<Self>),
    /// A number of tenths as a number with one decimal.
    Tenths(Box<Self>),
    Is(Box<Self>, &'static str, Box<Self>),
    In(Box<Self>, Vec<String>),
    IsNull(Box<Self>),
    /// As a floating-point number.
    Real(Box<Self>),
    AsWide(Box<Self>),
    Difference(Box<Self>, Box<Self>),
    /// A quotient of floating-point numbers.
    Ratio(Box<Self>, Box<Self>),
    /// A call over what is different alone.
    Distinct(&'static str, Box<Self>),
    /// A call over the rows in which the first are the same, in the order of the second.
    Over(Box<Self>, Vec<Self>, Vec<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// What is compared, if one thing is; when, then; and otherwise.
    Case(Option<Box<Self>>, Vec<(Self, Self)>, Option<Box<Self>>),
}

impl Expr {
    pub(super) fn is(self, operator: &'static str, other: Self) -> Self {
        Self::Is(Box::new(self), operator, Box::new(other))
    }

    pub(super) fn among(self, texts: Vec<String>) -> Self {
        Self::In(Box::new(self), texts)
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            Self::Is(one, ">=", other) => Self::Is(one, "<", other),
            holds => Self::Not(Box::new(holds)),
        }
    }

    pub(super) fn integer(self) -> Self {
        Self::AsInteger(Box::new(self))
    }

    pub(super) fn over(self, divisor: Self) -> Self {
        Self::Quotient(Box::new(self), Box::new(divisor))
    }

    pub(super) fn when(arms: Vec<(Self, Self)>, or: Self) -> Self {
        Self::Case(None, arms, Some(Box::new(or)))
    }

    /// The only one, or all of several together.
    pub(super) fn one_or(mut list: Vec<Self>, several: fn(Vec<Self>) -> Self) -> Option<Self> {
        if list.len() > 1 { Some(several(list)) } else { list.pop() }
    }

    /// 1 where it holds, and 0 where not.
    pub(super) fn counted(self) -> Self {
        Self::when(vec![(self, Self::Int(1))], Self::Int(0))
    }

    pub(super) fn replaced(self, from: &str, to: &str) -> Self {
        Self::Call("REPLACE", vec![self, Self::Text(from.to_owned()), Self::Text(to.to_owned())])
    }

    /// It, or null where it is 0: what can be divided by.
    pub(super) fn or_null(self) -> Self {
        Self::Call("NULLIF", vec![self, Self::Int(0)])
    }

    /// It, on lines that begin at `indent` if one is not enough.
    pub(super) fn print(&self, of: &Differences, indent: usize) -> String {
        let flat = self.flat(of);
        if indent + flat.chars().count() <= WIDTH {
            return flat;
        }
        let line = format!("\n{}", " ".repeat(indent));
        let list = |parts: &[Self], word: &str| {
            let parts = parts.iter().map(|part| part.operand_on_lines(of, indent + word.len() + 1));
            parts.collect::<Vec<_>>().join(&format!("{line}{word} "))
        };
        match self {
            Self::Concat(parts) => list(parts, "||"),
            Self::Sum(parts) => list(parts, "+"),
            Self::All(parts) => list(parts, "AND"),
            Self::Any(parts) => list(parts, "OR"),
            Self::Not(inner) => match &**inner {
                Self::In(inner, texts) => among(of, inner, "NOT IN", texts, Some(indent)),
                inner => format!("NOT ({})", inner.print(of, indent + 5)),
            },
            Self::AsInteger(inner) => {
                format!("CAST({line}  {}{line}AS {})", inner.print(of, indent + 2), of.integer)
            }
            Self::In(inner, texts) => among(of, inner, "IN", texts, Some(indent)),
            Self::Alike(inner) => alike(inner, of).print(of, indent),
            Self::Call(name, arguments) => {
                let arguments = arguments.iter().map(|of_call| of_call.print(of, indent + 2)).collect::<Vec<_>>();
                format!("{name}({line}  {}{line})", arguments.join(&format!(",{line}  ")))
            }
            Self::Product(parts) => {
                let parts = parts.iter().map(|part| part.operand_on_lines(of, indent));
                parts.collect::<Vec<_>>().join(" * ")
            }
            Self::Quotient(value, divisor) => match of.division {
                Division::Operator(word) => {
                    format!("{}{line}{word} {}", value.operand_on_lines(of, indent), divisor.operand(of))
                }
                Division::Function(word) => {
                    format!("{word}({line}  {},{line}  {}{line})", value.print(of, indent + 2), divisor.flat(of))
                }
                Division::Remainder => flat,
            },
            Self::Case(..) => self.case(of, &line, |part| part.print(of, indent + 4)),
            _ => flat,
        }
    }

    fn operand_on_lines(&self, of: &Differences, indent: usize) -> String {
        if self.is_word() {
            return self.print(of, indent);
        }
        let flat = self.operand(of);
        if indent + flat.chars().count() <= WIDTH {
            return flat;
        }
        let line = " ".repeat(indent);
        format!("(\n{line}  {}\n{line})", self.print(of, indent + 2))
    }

    /// Whether it needs no brackets wherever it stands.
    fn is_word(&self) -> bool {
        !matches!(
            self,
            Self::Concat(_)
                | Self::Sum(_)
                | Self::Product(_)
                | Self::Difference(..)
                | Self::Ratio(..)
                | Self::Quotient(..)
                | Self::Is(..)
                | Self::In(..)
                | Self::IsNull(_)
                | Self::All(_)
                | Self::Any(_)
                | Self::Not(_)
        )
    }

    fn operand(&self, of: &Differences) -> String {
        let flat = self.flat(of);
        if self.is_word() { flat } else { format!("({flat})") }
    }

    /// It on one line.
    fn flat(&self, of: &Differences) -> String {
        let list = |parts: &[Self], word: &str| {
            parts.iter().map(|part| part.operand(of)).collect::<Vec<_>>().join(&format!(" {word} "))
        };
        match self {
            Self::Column(name) => name_of(of, name),
            Self::Int(number) => number.to_string(),
            Self::Minus(number) => format!("-{number}"),
            Self::Wide(number) => format!("CAST({number} AS {})", of.wide.expect("it is asked for where there is one")),
            Self::Text(text) => text_of(of, text),
            Self::Null => format!("CAST(NULL AS {})", of.text),
            Self::Concat(parts) => list(parts, "||"),
            Self::Sum(parts) => list(parts, "+"),
            Self::Product(parts) => list(parts, "*"),
            Self::All(parts) => list(parts, "AND"),
            Self::Any(parts) => list(parts, "OR"),
            Self::Quotient(value, divisor) => match of.division {
                Division::Operator(word) => format!("{} {word} {}", value.operand(of), divisor.operand(of)),
                Division::Function(word) => format!("{word}({}, {})", value.flat(of), divisor.flat(of)),
                Division::Remainder => {
                    let (value, divisor) = (value.operand(of), divisor.operand(of));
                    format!("CAST(({value} - MOD({value}, {divisor})) / {divisor} AS {})", of.integer)
                }
            },
            Self::Call(name, arguments) => {
                format!("{name}({})", arguments.iter().map(|of_call| of_call.flat(of)).collect::<Vec<_>>().join(", "))
            }
            Self::Real(inner) => format!("CAST({} AS {})", inner.flat(of), of.real),
            Self::AsWide(inner) => {
                format!("CAST({} AS {})", inner.flat(of), of.wide.expect("it is asked for where there is one"))
            }
            Self::Difference(one, other) => format!("{} - {}", one.operand(of), other.operand(of)),
            Self::Ratio(one, other) => format!("{} / {}", one.operand(of), other.operand(of)),
            Self::Distinct(name, inner) => format!("{name}(DISTINCT {})", inner.flat(of)),
            Self::Over(call, same, order) => {
                let part = |word: &str, list: &[Self]| {
                    let list = list.iter().map(|part| part.flat(of)).collect::<Vec<_>>().join(", ");
                    (!list.is_empty()).then(|| format!("{word} BY {list}"))
                };
                let parts = [part("PARTITION", same), part("ORDER", order)].into_iter().flatten();
                format!("{} OVER ({})", call.flat(of), parts.collect::<Vec<_>>().join(" "))
            }
            Self::WithoutZeros(inner) if of.trailing => format!("TRIM(TRAILING '0' FROM {})", inner.flat(of)),
            Self::WithoutZeros(inner) => format!("RTRIM({}, '0')", inner.flat(of)),
            Self::AsText(inner) => format!("CAST({} AS {})", inner.flat(of), of.text),
            Self::Alike(inner) => alike(inner, of).flat(of),
            Self::AsInteger(inner) => format!("CAST({} AS {})", inner.flat(of), of.integer),
            Self::Tenths(inner) => match of.tenth {
                Tenth::Decimal(tenth, kind) => format!("CAST({} * {tenth} AS {kind})", inner.operand(of)),
                Tenth::Divided(kind) | Tenth::Float(kind) => format!("CAST({} AS {kind}) / 10", inner.flat(of)),
            },
            Self::Is(one, operator, other) => format!("{} {operator} {}", one.side(of), other.side(of)),
            Self::In(inner, texts) => among(of, inner, "IN", texts, None),
            Self::IsNull(inner) => format!("{} IS NULL", inner.operand(of)),
            Self::Not(inner) => match &**inner {
                Self::In(inner, texts) => among(of, inner, "NOT IN", texts, None),
                inner => format!("NOT ({})", inner.flat(of)),
            },
            Self::Case(..) => self.case(of, " ", |part| part.flat(of)),
        }
    }

    /// A side of a comparison, which ends what is added and multiplied in every dialect.
    fn side(&self, of: &Differences) -> String {
        if matches!(self, Self::Sum(_) | Self::Product(_)) { self.flat(of) } else { self.operand(of) }
    }

    fn case(&self, of: &Differences, line: &str, part: impl Fn(&Self) -> String) -> String {
        let Self::Case(compared, arms, or) = self else { return String::new() };
        let gap = if line == " " { " " } else { &format!("{line}  ") };
        let mut text = "CASE".to_owned();
        if let Some(compared) = compared {
            text += &format!(" {}", compared.flat(of));
        }
        for (when, then) in arms {
            text += &format!("{gap}WHEN {} THEN {}", part(when), part(then));
        }
        if let Some(or) = or {
            text += &format!("{gap}ELSE {}", part(or));
        }
        text + line + "END"
    }
}

/// Other characters that are a space, and those that are a dash.
const SPACES: [char; 2] = ['\u{a0}', '\u{3000}'];
const DASHES: &str = "‐‑‒–—―−";

/// A text in which characters that `fold` takes for each other are the same: spaces and dashes, and where the dialect replaces
/// many at once, what ASCII has in either width.
fn alike(text: &Expr, of: &Differences) -> Expr {
    let Some(name) = of.translate else {
        let replaced = |text: Expr, (from, to): (char, &str)| text.replaced(&from.to_string(), to);
        let dashes = DASHES.chars().map(|dash| (dash, "-"));
        return SPACES.into_iter().map(|space| (space, " ")).chain(dashes).fold(text.clone(), replaced);
    };
    let text = of.lower.map_or_else(|| text.clone(), |lower| Expr::Call(lower, vec![text.clone()]));
    let wide = ('\u{ff01}'..='\u{ff5e}').chain(DASHES.chars()).chain("〜∼‾￣¯¥￥".chars());
    let pairs = SPACES.into_iter().map(|space| (space, " ".to_owned())).chain(wide.map(|c| (c, fold(&c.to_string()))));
    let (from, to): (String, String) = pairs.unzip();
    Expr::Call(name, vec![text, Expr::Text(from), Expr::Text(to)])
}

/// That something is among texts or not, on lines that begin at `indent` if it may take several.
fn among(of: &Differences, one: &Expr, word: &str, texts: &[String], indent: Option<usize>) -> String {
    let texts: Vec<String> = texts.iter().map(|text| text_of(of, text)).collect();
    match indent {
        None => format!("{} {word} ({})", one.operand(of), texts.join(", ")),
        Some(indent) => format!("{} {word} ({})", one.operand_on_lines(of, indent), wrapped(&texts, indent)),
    }
}

/// Words with commas between, on lines of their own if one does not hold them.
pub(super) fn wrapped(words: &[String], indent: usize) -> String {
    let flat = words.join(", ");
    let room = WIDTH.saturating_sub(indent + 2);
    if flat.chars().count() + 10 <= room {
        return flat;
    }
    let mut lines = vec![String::new()];
    for (at, word) in words.iter().enumerate() {
        let word = if at + 1 == words.len() { word.clone() } else { format!("{word},") };
        let line = lines.last_mut().expect("there is one from the start");
        if line.is_empty() {
            *line = word;
        } else if line.chars().count() + 1 + word.chars().count() <= room {
            *line += &format!(" {word}");
        } else {
            lines.push(word);
        }
    }
    let lead = " ".repeat(indent);
    format!("\n{lead}  {}\n{lead}", lines.join(&format!("\n{lead}  ")))
}

/// A name in quotes.
pub(super) fn name_of(of: &Differences, name: &str) -> String {
    quoted(name, of.quote, of.name_escape)
}

/// A text in quotes. What would be obeyed is parted.
fn text_of(of: &Differences, text: &str) -> String {
    let mut parts = vec![String::new()];
    for c in text.chars() {
        let last = parts.last_mut().expect("there is one from the start");
        last.push(c);
        if of.obeyed.iter().any(|obeyed| last.ends_with(obeyed)) {
            last.pop();
            parts.push(String::from(c));
        }
    }
    let parts: Vec<String> = parts.iter().map(|part| quoted(part, '\'', of.text_escape)).collect();
    if parts.len() == 1 { parts.concat() } else { format!("({})", parts.join(" || ")) }
}

fn quoted(text: &str, quote: char, escape: Escape) -> String {
    let mut quoted = String::from(quote);
    for c in text.chars() {
        match (escape, c) {
            (Escape::Doubled, c) if c == quote => quoted.extend([quote, quote]),
            (Escape::Backslash, c) if c == quote || c == '\\' => quoted.extend(['\\', c]),
            (Escape::Backslash, '\n') => quoted.push_str("\\n"),
            (Escape::Backslash, '\r') => quoted.push_str("\\r"),
            _ => quoted.push(c),
        }
    }
    quoted.push(quote);
    quoted
}
