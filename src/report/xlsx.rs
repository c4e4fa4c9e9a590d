//! The result as a workbook: summary, criteria, plan and answers, a sheet each.
//!
//! Text is written as text, so no cell of a hostile file becomes a formula or a link. Numbers are numbers. The same
//! result gives the same file, so it bears no time of its own.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::model::{Given, Priority, Report};
use super::text::{self, page, route as sentences};
use super::words;
use crate::exact::Score;
use crate::text::Lang;
use crate::text::row_height;

/// The bytes of the workbook.
pub fn render(report: &Report, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title(report)).set_creation_datetime(&created));
    for (name, fill) in [
        (words::summary_sheet(lang), summary as fn(&mut Sheet<'_>, &Report, Lang) -> Result<(), XlsxError>),
        (words::criteria_sheet(lang), criteria),
        (words::plan_sheet(lang), plan),
        (words::answers_sheet(lang), answers),
    ] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        fill(&mut Sheet { sheet, row: 0, widths: Vec::new() }, report, lang)?;
    }
    workbook.save_to_buffer()
}

/// A property of a document is short.
fn title(report: &Report) -> String {
    text::title(report).chars().take(250).collect()
}

/// A sheet that is filled from the top.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    /// Of each column, in characters.
    widths: Vec<u16>,
}

/// What a cell holds.
enum Cell {
    Text(String),
    Number(f64),
    Score(Score),
    Empty,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        u32::try_from(number).map_or(Self::Empty, Self::from)
    }
}

impl From<Score> for Cell {
    fn from(score: Score) -> Self {
        Self::Score(score)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl Sheet<'_> {
    /// Heads of columns with their widths, which stay in sight.
    fn head(&mut self, columns: &[(&str, u16)]) -> Result<(), XlsxError> {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Medium)
            .set_background_color(Color::RGB(0x00E7_EFEE));
        self.widths = columns.iter().map(|(_, width)| *width).collect();
        self.sheet.set_row_height(self.row, row_height(columns.iter().copied()))?;
        for ((name, width), column) in columns.iter().zip(0u16..) {
            self.sheet.set_column_width(column, *width)?.write_string_with_format(self.row, column, *name, &head)?;
        }
        self.row += 1;
        self.sheet.set_freeze_panes(self.row, 0)?.set_repeat_rows(0, 0)?;
        Ok(())
    }

    fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), XlsxError> {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let number = Format::new().set_align(FormatAlign::Top);
        let score = Format::new().set_align(FormatAlign::Top).set_num_format("0.0");
        let cells: Vec<Cell> = cells.into_iter().collect();
        let texts = cells.iter().zip(&self.widths).filter_map(|(cell, width)| match cell {
            Cell::Text(text) => Some((text.as_str(), *width)),
            Cell::Number(_) | Cell::Score(_) | Cell::Empty => None,
        });
        self.sheet.set_row_height(self.row, row_height(texts))?;
        for (cell, column) in cells.into_iter().zip(0u16..) {
            match cell {
                Cell::Text(value) => self.sheet.write_string_with_format(self.row, column, value, &text)?,
                Cell::Number(value) => self.sheet.write_number_with_format(self.row, column, value, &number)?,
                Cell::Score(value) => {
                    let value = f64::from(value.tenths()) / 10.0;
                    self.sheet.write_number_with_format(self.row, column, value, &score)?
                }
                Cell::Empty => continue,
            };
        }
        self.row += 1;
        Ok(())
    }

    /// Arrows to sort and to choose by.
    fn filter(&mut self, columns: u16) -> Result<(), XlsxError> {
        if self.row > 1 {
            self.sheet.autofilter(0, 0, self.row - 1, columns - 1)?;
        }
        Ok(())
    }
}

fn summary(sheet: &mut Sheet<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    sheet.widths = vec![28, 70];
    sheet.sheet.set_column_width(0, 28)?.set_column_width(1, 70)?;
    sheet.row([words::definition(lang).into(), report.assessment.title.as_str().into()])?;
    for (key, value) in &report.metadata.0 {
        sheet.row([words::metadata_key(lang, key).into(), value.as_str().into()])?;
    }
    sheet.row([words::level(lang).into(), text::level_of(lang, report).into()])?;
    sheet.row([Cell::Empty, report.level.summary.as_str().into()])?;
    sheet.row([Cell::Empty, text::possible(lang, report).into()])?;
    let overall = report.overall;
    let high = (overall.low != overall.high).then_some(overall.high);
    sheet.row([words::overall_score(lang).into(), overall.low.into(), high.into()])?;
    sheet.row([words::in_place_count(lang).into(), page::in_place_of(lang, &report.in_place).into()])?;
    if let Some(previous) = &report.previous {
        sheet.row([words::previous_head(lang).into(), page::previously(lang, report, previous).into()])?;
    }
    for line in text::what_holds_back(lang, report) {
        sheet.row([words::obstacles(lang).into(), line.into()])?;
    }
    if let Some(route) = report.route.as_ref() {
        sheet.row([words::roadmap(lang).into(), sentences::heading(lang, report, route).into()])?;
        sheet.row([Cell::Empty, sentences::result(lang, report, route).into()])?;
    }
    for line in text::firm(lang, report) {
        sheet.row([words::firmness(lang).into(), line.into()])?;
    }
    let scored_by = format!("{} {} {}", report.assessment.id, report.assessment.version, report.assessment.digest);
    sheet.row([words::version(lang).into(), scored_by.into()])
}

fn criteria(sheet: &mut Sheet<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    sheet.head(&[
        (words::id(lang), 16),
        (words::criterion(lang), 36),
        (words::low(lang), 10),
        (words::high(lang), 10),
        (words::previous_head(lang), 10),
        (words::threshold_head(lang), 10),
        (words::status(lang), 20),
        (words::open(lang), 10),
        (words::not_applicable(lang), 10),
        (words::weight(lang), 10),
    ])?;
    for criterion in &report.criteria {
        let previous = report.previous.iter().flat_map(|previous| &previous.criteria);
        let before = previous.into_iter().find(|before| before.id == criterion.id);
        sheet.row([
            criterion.id.as_str().into(),
            criterion.name.as_str().into(),
            criterion.low.into(),
            criterion.high.into(),
            before.and_then(|before| before.low).into(),
            criterion.threshold.into(),
            text::criterion_status(lang, criterion).into(),
            criterion.open.into(),
            criterion.not_applicable.into(),
            criterion.weight.into(),
        ])?;
    }
    sheet.filter(10)
}

fn plan(sheet: &mut Sheet<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let effort = sentences::effort_head(lang, report);
    sheet.head(&[
        (words::id(lang), 24),
        (words::action(lang), 44),
        (words::phase_head(lang), 9),
        (&effort, 10),
        (words::gain(lang), 9),
        (words::brings_head(lang), 30),
        (words::after_head(lang), 30),
        (words::pillar(lang), 20),
        (words::why(lang), 60),
        (words::steps(lang), 80),
        (words::source(lang), 20),
    ])?;
    for priority in &report.priorities {
        sheet.row(action(report, priority, lang))?;
    }
    sheet.filter(11)
}

fn action(report: &Report, priority: &Priority, lang: Lang) -> [Cell; 11] {
    let names: Vec<String> = priority.brings_in_place.iter().map(|id| report.criterion_name(id).to_owned()).collect();
    let phases = report.route.iter().flat_map(|route| &route.phases);
    let phase = phases.zip(1u32..).find(|(phase, _)| phase.actions.contains(&priority.action));
    [
        priority.action.as_str().into(),
        priority.title.as_str().into(),
        phase.map(|(_, number)| number).into(),
        priority.effort.into(),
        priority.gain.into(),
        names.join(words::comma(lang)).into(),
        priority.after.join(words::comma(lang)).into(),
        priority.pillar.as_deref().into(),
        priority.why.as_str().into(),
        cut(priority.steps.join("\n")).into(),
        priority.source.as_deref().into(),
    ]
}

/// A cell holds at most 32,767 characters.
fn cut(text: String) -> String {
    if text.chars().count() > 32_000 { text.chars().take(32_000).collect() } else { text }
}

fn answers(sheet: &mut Sheet<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    sheet.head(&[
        (words::id(lang), 24),
        (words::criterion(lang), 28),
        (words::question(lang), 50),
        (words::points(lang), 8),
        (words::best(lang), 8),
        (words::answer(lang), 60),
        (words::note(lang), 50),
    ])?;
    for answer in &report.answers {
        let points = match answer.answer {
            Some(Given::Points(points)) => points.into(),
            Some(Given::NotApplicable) => "n/a".into(),
            None => Cell::Empty,
        };
        sheet.row([
            answer.question.as_str().into(),
            report.criterion_name(&answer.criterion).into(),
            answer.text.as_str().into(),
            points,
            answer.best.into(),
            answer.option.as_deref().into(),
            report.note(&answer.question).into(),
        ])?;
    }
    sheet.filter(7)
}
