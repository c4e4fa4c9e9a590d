//! A form as a spreadsheet, for one respondent: a question a line, its options beside it, the answer from a list.
//!
//! A list entry is the points and the option's text, since lists show the beginning of a long text only. Two sheets
//! are hidden: the first, by which `cxm batch` knows the form, gathers the points by formulas into one row under the questions' ids;
//! the last holds the entries of the lists, which may be longer than the 255 characters that a list itself can hold.
//! All texts are written as strings, so that none becomes a formula.

use rust_xlsxwriter::{
    ColNum, Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula,
    ProtectionOptions, RowNum, Worksheet, XlsxError, utility,
};

use super::formula::{self, Told};
use super::metadata::{METADATA, label};
use crate::definition::{Condition, Definition, Fact, Question};
use crate::report::{facts, words};
use crate::table::xlsx::book;
use crate::text::{plain, row_height};
use crate::words::Lang;

/// The hidden sheet by which the form is known when it comes back.
pub(crate) const FORM_SHEET: &str = "cxm";
pub(crate) const LISTS: &str = "lists";
/// Its columns.
pub(crate) const NUMBER: ColNum = 0;
pub(crate) const QUESTION: ColNum = 1;
pub(crate) const OPTIONS: ColNum = 2;
pub(crate) const ANSWER: ColNum = 3;
pub(crate) const NOTE: ColNum = 4;
/// Whether the question is open.
pub(crate) const OPEN: ColNum = 5;
/// The first line of what is said about the respondent.
const METADATA_ROW: RowNum = 3;
/// How wide they are, in characters.
const QUESTION_WIDTH: u16 = 46;
const OPTIONS_WIDTH: u16 = 62;
const ANSWER_WIDTH: u16 = 34;
const NOTE_WIDTH: u16 = 30;
const OPEN_WIDTH: u16 = 12;
/// That of all of them.
const WIDTH: u16 = QUESTION_WIDTH + OPTIONS_WIDTH + ANSWER_WIDTH + NOTE_WIDTH;

pub fn xlsx(definition: &Definition, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut sheets = Sheets::new(lang)?;
    sheets.head(definition)?;
    if !definition.profile.is_empty() {
        sheets.criterion(facts::title(lang))?;
        sheets.remark(facts::what_for(lang))?;
    }
    for fact in &definition.profile {
        sheets.fact(fact)?;
    }
    let mut number = 0;
    for criterion in &definition.criteria {
        sheets.criterion(&definition.heading(criterion))?;
        for question in &criterion.questions {
            number += 1;
            sheets.question(number, question, facts::for_whom(definition, &question.condition, lang))?;
        }
    }
    sheets.work_out(definition)?;
    sheets.finish()
}

/// The three sheets while they are written.
struct Sheets {
    lang: Lang,
    style: Style,
    data: Worksheet,
    form: Worksheet,
    lists: Worksheet,
    /// The next line of the form.
    row: RowNum,
    /// The next column of the data.
    column: ColNum,
    /// The next column of the lists.
    list: ColNum,
    /// The first line of a question, or of a fact.
    first: RowNum,
    facts: Vec<Told>,
}

impl Sheets {
    fn new(lang: Lang) -> Result<Self, XlsxError> {
        let (mut data, mut form, mut lists) = (Worksheet::new(), Worksheet::new(), Worksheet::new());
        // Until a spreadsheet program has worked them out, the formulas give nothing, and not 0.
        data.set_name(FORM_SHEET)?.set_hidden(true).set_formula_result_default("");
        lists.set_name(LISTS)?.set_hidden(true);
        form.set_name(words::answers_sheet(lang))?.set_active(true).set_first_tab(true);
        let widths = [5, QUESTION_WIDTH, OPTIONS_WIDTH, ANSWER_WIDTH, NOTE_WIDTH, OPEN_WIDTH];
        for (column, width) in (NUMBER..).zip(widths) {
            form.set_column_width(column, width)?;
        }
        form.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        // Whoever fills it in can change the answers and the size of lines, and nothing else.
        let options = ProtectionOptions { format_rows: true, format_columns: true, ..ProtectionOptions::new() };
        form.protect_with_options(&options);
        let style = Style::new(lang);
        Ok(Self { lang, style, data, form, lists, row: 0, column: 0, list: 0, first: 0, facts: Vec::new() })
    }

    /// Title, instructions, metadata, and the heads of the columns.
    fn head(&mut self, definition: &Definition) -> Result<(), XlsxError> {
        let Self { lang, style, form, .. } = self;
        let title = format!("{} {}", definition.title, definition.version);
        form.write_string_with_format(0, NUMBER, title, &style.title)?;
        let mut how = words::how_to_answer(*lang, definition.respondents.as_deref());
        how.push(words::how_in_form(*lang).to_owned());
        let how = how.join("\n");
        form.merge_range(1, NUMBER, 1, NOTE, &how, &style.text)?;
        form.set_row_height(1, row_height([(how.as_str(), WIDTH)]))?;
        self.row = METADATA_ROW;
        for key in METADATA {
            self.form.write_string_with_format(self.row, QUESTION, label(self.lang, key), &self.style.label)?;
            self.form.write_blank(self.row, OPTIONS, &self.style.input)?;
            self.gather(key, OPTIONS, false)?;
            self.row += 1;
        }
        self.row += 1;
        let heads = [words::question, words::options, words::answer, words::evidence];
        for (column, head) in (QUESTION..).zip(heads) {
            self.form.write_string_with_format(self.row, column, head(self.lang), &self.style.head)?;
        }
        self.row += 1;
        self.form.set_freeze_panes(self.row, 0)?;
        self.first = self.row;
        Ok(())
    }

    fn criterion(&mut self, name: &str) -> Result<(), XlsxError> {
        self.form.write_string_with_format(self.row, NUMBER, name, &self.style.criterion)?;
        for column in QUESTION..=NOTE {
            self.form.write_blank(self.row, column, &self.style.criterion)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A line of text over all columns that are read.
    fn remark(&mut self, text: &str) -> Result<(), XlsxError> {
        self.form.merge_range(self.row, QUESTION, self.row, NOTE, text, &self.style.text)?;
        self.form.set_row_height(self.row, row_height([(text, QUESTION_WIDTH + OPTIONS_WIDTH)]))?;
        self.row += 1;
        Ok(())
    }

    /// A fact: a list of its options, or, where several may hold, a line for each of them to be marked.
    fn fact(&mut self, fact: &Fact) -> Result<(), XlsxError> {
        let options: Vec<&str> = fact.options.iter().map(|option| option.text.as_str()).collect();
        let told = |holds: &dyn Fn(RowNum) -> String| Told {
            fact: fact.id.clone(),
            options: (0..).zip(&fact.options).map(|(at, option)| (option.id.clone(), holds(at))).collect(),
        };
        let help = fact.help.as_deref().map(plain);
        let help = help.as_deref();
        if !fact.many {
            let (answer, list) =
                (utility::row_col_to_cell(self.row, ANSWER), utility::column_number_to_name(self.list));
            self.facts.push(told(&|at| format!("{answer}={LISTS}!${list}${}", at + 1)));
            self.asked(&fact.text, help, &options.join("\n"))?;
            self.choose_from(&options)?;
            self.gather(&fact.id, ANSWER, false)?;
            self.row += 1;
            return Ok(());
        }
        self.asked(&fact.text, help, facts::mark_all(self.lang))?;
        self.row += 1;
        let first = self.row;
        self.facts.push(told(&|at| format!("{}<>\"\"", utility::row_col_to_cell(first + at, ANSWER))));
        let marks: Vec<String> =
            (self.row..).zip(&fact.options).map(|(row, option)| self.marked(row, &option.id)).collect();
        for option in options {
            self.form.write_string_with_format(self.row, OPTIONS, option, &self.style.text)?;
            self.form.set_row_height(self.row, row_height([(option, OPTIONS_WIDTH)]))?;
            self.choose_from(&[facts::mark(self.lang)])?;
            self.row += 1;
        }
        self.put(&fact.id, &format!("={}", marks.join("&")))
    }

    fn question(&mut self, number: u32, question: &Question, whom: Option<String>) -> Result<(), XlsxError> {
        let not_applicable = question.not_applicable.is_allowed().then(|| {
            let word = words::not_applicable(self.lang);
            question.not_applicable.when().map_or_else(|| word.to_owned(), |when| format!("{word}  {when}"))
        });
        let options = question.options.iter().map(|option| format!("{}  {}", option.points, option.text));
        let entries: Vec<String> = options.chain(not_applicable).collect();
        self.form.write_number_with_format(self.row, NUMBER, number, &self.style.text)?;
        let whom = whom.map(|whom| facts::asked(self.lang, &whom));
        let help = question.help.as_deref().map(plain);
        let help: Vec<&str> = help.as_deref().into_iter().chain(whom.as_deref()).collect();
        let help = help.join("\n");
        self.asked(&question.text, Some(help.as_str()).filter(|help| !help.is_empty()), &entries.join("\n"))?;
        self.form.write_blank(self.row, NOTE, &self.style.input)?;
        self.choose_from(&entries)?;
        self.gather(&question.id, ANSWER, true)?;
        self.mark(&question.condition)?;
        self.row += 1;
        Ok(())
    }

    /// Says beside a question whether it is open.
    fn mark(&mut self, condition: &Condition) -> Result<(), XlsxError> {
        let mark = words::open_mark(self.lang);
        let answer = utility::row_col_to_cell(self.row, ANSWER);
        let open = Formula::new(formula::open(&answer, condition, &self.facts, mark)).set_result(mark);
        self.form.write_formula_with_format(self.row, OPEN, open, &self.style.warm)?;
        Ok(())
    }

    /// What is asked on this line, and what may be answered.
    fn asked(&mut self, text: &str, help: Option<&str>, options: &str) -> Result<(), XlsxError> {
        let Self { style, form, row, .. } = self;
        match help {
            None => form.write_string_with_format(*row, QUESTION, text, &style.label)?,
            Some(help) => {
                let parts = [(&style.bold, text), (&style.plain, "\n"), (&style.faint, help)];
                form.write_rich_string_with_format(*row, QUESTION, &parts, &style.text)?
            }
        };
        let asked = format!("{text}\n{}", help.unwrap_or_default());
        form.set_row_height(*row, row_height([(asked.as_str(), QUESTION_WIDTH), (options, OPTIONS_WIDTH)]))?;
        form.write_string_with_format(*row, OPTIONS, options, &style.text)?;
        Ok(())
    }

    /// A cell on this line that takes one of these entries. Their list stands in a column of its own.
    fn choose_from(&mut self, entries: &[impl AsRef<str>]) -> Result<(), XlsxError> {
        let mut last = 0;
        for entry in entries {
            self.lists.write_string(last, self.list, entry.as_ref())?;
            last += 1;
        }
        let column = utility::column_number_to_name(self.list);
        self.list += 1;
        let list = Formula::new(format!("={LISTS}!${column}$1:${column}${last}"));
        let validation = DataValidation::new()
            .allow_list_formula(list)
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_message(words::refused(self.lang))?;
        self.form.write_blank(self.row, ANSWER, &self.style.input)?;
        self.form.add_data_validation(self.row, ANSWER, self.row, ANSWER, &validation)?;
        Ok(())
    }

    /// What gives the id, and a semicolon that separates it from the next, where the line is marked.
    fn marked(&self, row: RowNum, id: &str) -> String {
        format!("IF({}=\"\",\"\",\"{id};\")", self.cell(row, ANSWER))
    }

    fn cell(&self, row: RowNum, column: ColNum) -> String {
        format!("'{}'!{}", words::answers_sheet(self.lang), utility::row_col_to_cell(row, column))
    }

    /// Has the data gather what is entered on this line of the form, or what is before the first space in it.
    fn gather(&mut self, head: &str, column: ColNum, first_word: bool) -> Result<(), XlsxError> {
        let cell = self.cell(self.row, column);
        let value = if first_word { format!("LEFT({cell},FIND(\" \",{cell}&\" \")-1)") } else { cell.clone() };
        self.put(head, &format!("=IF({cell}=\"\",\"\",{value})"))
    }

    /// The next column of the data.
    fn put(&mut self, head: &str, formula: &str) -> Result<(), XlsxError> {
        self.data.write_string(0, self.column, head)?;
        self.data.write_formula(1, self.column, Formula::new(formula))?;
        self.column += 1;
        Ok(())
    }

    /// What the form works out by itself, beside who answers: how many questions are open, and what the file can be called.
    fn work_out(&mut self, definition: &Definition) -> Result<(), XlsxError> {
        let (lang, last) = (self.lang, self.row.saturating_sub(1));
        let all = |column| utility::cell_range_absolute(self.first, column, last, column);
        let (before, after) = (words::first_open(lang), words::first_open_end(lang));
        let count = formula::count(&all(OPEN), &all(NUMBER), words::open_mark(lang), before, after);
        let count = Formula::new(count).set_result(format!("{}{before}1{after}", definition.questions().count()));
        let who = [0, 1].map(|line| utility::row_col_to_cell(METADATA_ROW + line, OPTIONS));
        let name = formula::file_name(&definition.id, &who);
        let name = Formula::new(name).set_result(format!("{}.xlsx", definition.id));
        for (row, head, formula) in
            [(METADATA_ROW, words::still_open(lang), count), (METADATA_ROW + 1, words::save_as(lang), name)]
        {
            self.form.write_string_with_format(row, ANSWER, head, &self.style.label)?;
            self.form.write_formula_with_format(row, NOTE, formula, &self.style.warm)?;
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, XlsxError> {
        let mut book = book("")?;
        for sheet in [self.data, self.form, self.lists] {
            book.push_worksheet(sheet);
        }
        book.save_to_buffer()
    }
}

struct Style {
    title: Format,
    criterion: Format,
    head: Format,
    label: Format,
    text: Format,
    input: Format,
    bold: Format,
    plain: Format,
    faint: Format,
    warm: Format,
}

impl Style {
    fn new(lang: Lang) -> Self {
        let plain = match words::font(lang) {
            "" => Format::new(),
            font => Format::new().set_font_name(font),
        };
        let text = plain.clone().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            title: plain.clone().set_bold().set_font_size(16),
            criterion: plain.clone().set_bold().set_font_size(12).set_background_color(Color::RGB(0x00DD_E7F0)),
            head: plain.clone().set_bold().set_border_bottom(FormatBorder::Thin),
            label: text.clone().set_bold(),
            // What is typed stays text, so that a date is not turned into a number.
            input: text
                .clone()
                .set_num_format("@")
                .set_unlocked()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x00BF_BFBF))
                .set_background_color(Color::RGB(0x00FF_F9DB)),
            warm: plain.clone().set_bold().set_font_color(Color::RGB(0x008F_4310)),
            text,
            bold: plain.clone().set_bold(),
            faint: plain.clone().set_font_color(Color::RGB(0x0059_5959)),
            plain,
        }
    }
}
