//! What follows a finished survey in a terminal: the result in brief, and the offer of all of it, or of a page to hand over.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::answers::Earlier;
use super::{Global, error, output};
use crate::report::comparison::{self, Entry};
use crate::report::format::terminal;
use crate::report::{Input, Report, Viewport, html, previous, screen};
use crate::survey::shell::{self, Ask};
use crate::words::{Lang, cli as words};

/// A finished survey, and the answers of before that were proposed in it.
pub(super) struct Closing<'a> {
    pub(super) input: Input<'a>,
    pub(super) before: Option<&'a Earlier>,
}

impl Closing<'_> {
    /// The result, beside that of before; none where there is nothing to score.
    pub(super) fn report(&self) -> Option<Report> {
        self.with(self.input)
    }

    fn with(&self, input: Input<'_>) -> Option<Report> {
        let mut report = input.report()?;
        report.previous =
            self.before.and_then(|(then, version)| previous(input.definition, input.set, then, version.as_deref()));
        Some(report)
    }

    /// What has changed since then, as `cxm compare` shows it.
    pub(super) fn changes(&self, viewport: Viewport) -> Option<String> {
        let (then, version) = self.before?.clone();
        let now = Entry { set: self.input.set.clone(), version: None };
        let entries = vec![Entry { set: then, version }, now];
        let comparison = comparison::compare(self.input.definition, self.input.digest, entries)?;
        Some(terminal::render(&comparison::blocks(&comparison, viewport.lang), viewport))
    }
}

/// What one can choose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offer {
    Changes,
    Whole,
    Page,
    End,
}

/// Shows a result, of which there is something to show, and does what is chosen until nothing more is.
pub(super) fn show(
    closing: &Closing<'_>,
    path: Option<&Path>,
    lang: Lang,
    global: &Global,
    ask: &mut dyn Ask,
) -> Result<()> {
    let Some(report) = closing.report() else { return Ok(()) };
    let viewport = Viewport { lang, ..global.viewport() };
    output::print(&screen::render_brief(&report, viewport))?;
    let page = path.map(page_beside);
    let shown = page.as_deref().map(output::typed).unwrap_or_default();
    let mut offers = vec![Offer::Changes, Offer::Whole, Offer::Page, Offer::End];
    let changes = closing.changes(viewport);
    offers.retain(|offer| *offer != Offer::Page || page.is_some());
    offers.retain(|offer| *offer != Offer::Changes || changes.is_some());
    output::note("\n");
    while offers.len() > 1 {
        let text = |offer: &Offer| match offer {
            Offer::Changes => words::show_changes(lang).to_owned(),
            Offer::Whole => words::show_all(lang).to_owned(),
            Offer::Page => words::write_page(lang, &shown),
            Offer::End => words::no_more(lang).to_owned(),
        };
        let texts: Vec<String> = offers.iter().map(text).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        // Whoever leaves here has all that was answered in the file.
        let Ok(chosen) = ask.choose(words::what_now(lang), &texts) else { break };
        match (offers.remove(chosen), &page) {
            (Offer::Changes, _) => output::print(changes.as_deref().unwrap_or_default())?,
            (Offer::Whole, _) => output::print(&screen::render(&report, viewport))?,
            (Offer::Page, Some(page)) => {
                let all = closing.with(Input { top: None, ..closing.input });
                let written = all.map_or(Ok(()), |all| output::put(page, html::render(&all, lang).as_bytes()));
                let said = written.map_or_else(|error| error::told(&error), |()| words::is_written(lang, &shown));
                ask.tell(&said)?;
            }
            (Offer::Page | Offer::End, _) => break,
        }
    }
    Ok(())
}

/// Where the page goes: beside the answers, or where one is if these are a draft; under a name that is not taken.
fn page_beside(answers: &Path) -> PathBuf {
    let draft = shell::draft::folder().is_some_and(|folder| answers.starts_with(folder));
    let stem = answers.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let folder = if draft { Path::new("") } else { answers.parent().unwrap_or(Path::new("")) };
    let names = std::iter::once(format!("{stem}.html")).chain((2..).map(|number| format!("{stem}-{number}.html")));
    let mut paths = names.map(|name| folder.join(name));
    paths.find(|path| !shell::draft::exists(path)).expect("there are more names than files")
}
