//! What follows a finished survey in a terminal: the result in brief, and the offer of all of it, or of a page to hand over.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{Global, error, output};
use crate::report::{Input, Viewport, html, screen};
use crate::survey::shell::{self, Ask};
use crate::words::{Lang, cli as words};

/// What one can choose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offer {
    Whole,
    Page,
    End,
}

/// Shows a result, of which there is something to show, and does what is chosen until nothing more is.
pub(super) fn show(
    input: &Input<'_>,
    path: Option<&Path>,
    lang: Lang,
    global: &Global,
    ask: &mut dyn Ask,
) -> Result<()> {
    let Some(report) = input.report() else { return Ok(()) };
    let viewport = Viewport { lang, ..global.viewport() };
    output::print(&screen::render_brief(&report, viewport))?;
    let page = path.map(page_beside);
    let shown = page.as_deref().map(output::typed).unwrap_or_default();
    let mut offers = vec![Offer::Whole, Offer::Page, Offer::End];
    offers.retain(|offer| *offer != Offer::Page || page.is_some());
    output::note("\n");
    while offers.len() > 1 {
        let text = |offer: &Offer| match offer {
            Offer::Whole => words::show_all(lang).to_owned(),
            Offer::Page => words::write_page(lang, &shown),
            Offer::End => words::no_more(lang).to_owned(),
        };
        let texts: Vec<String> = offers.iter().map(text).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        // Whoever leaves here has all that was answered in the file.
        let Ok(chosen) = ask.choose(words::what_now(lang), &texts) else { break };
        match (offers.remove(chosen), &page) {
            (Offer::Whole, _) => output::print(&screen::render(&report, viewport))?,
            (Offer::Page, Some(page)) => {
                let all = Input { top: None, ..*input }.report();
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
