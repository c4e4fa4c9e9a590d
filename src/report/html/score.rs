//! The result as a page.

use askama::Template;

use super::STYLE;
use super::radar::{self, Radar};
use crate::exact::{Effort, Score};
use crate::report::model::{Answered, Benchmark, Criterion, GroupScore, Priority, Report};
use crate::report::text::{self, page, route};
use crate::report::{advice, words};
use crate::score::InPlace;
use crate::words::Lang;

#[derive(Template)]
#[template(path = "score.html")]
struct ResultPage<'a> {
    report: &'a Report,
    lang: Lang,
    style: &'static str,
    radar: Option<Radar>,
    obstacles: Vec<String>,
}

/// The whole result.
pub fn render(report: &Report, lang: Lang) -> String {
    let page = ResultPage {
        report,
        lang,
        style: STYLE,
        radar: radar::radar(report),
        obstacles: text::what_holds_back(lang, report),
    };
    page.render().expect("a string takes all that is written")
}

impl ResultPage<'_> {
    /// The language; the result of a call is what a template can hand on as it is.
    fn lang(&self) -> Lang {
        self.lang
    }

    fn facts(&self) -> Vec<(&str, &str)> {
        let named = self.report.subject();
        let others = self.report.metadata.0.iter().filter(|(_, value)| Some(value.as_str()) != named);
        others.map(|(key, value)| (words::metadata_key(self.lang, key), value.as_str())).collect()
    }

    fn score(&self, criterion: &Criterion) -> String {
        text::score(criterion.low, criterion.high)
    }

    fn group_above(&self, criterion: &Criterion) -> Option<&GroupScore> {
        GroupScore::above(&self.report.groups, &criterion.id)
    }

    fn mark(&self, criterion: &Criterion) -> &'static str {
        match criterion.in_place {
            InPlace::Yes => "✓",
            InPlace::Open => "?",
            InPlace::No | InPlace::NotApplicable => "",
        }
    }

    /// The plan in brief.
    fn plan(&self) -> Vec<String> {
        let [way, begin] = route::in_brief(self.lang, self.report);
        let result = self.report.route.as_ref().and_then(|of| route::result(self.lang, self.report, of));
        [way, result, begin].into_iter().flatten().collect()
    }

    /// The effort of the route before the action with this number.
    fn start(&self, number: &usize) -> Effort {
        self.report.on_route().take(number - 1).map(|priority| priority.effort).sum()
    }

    /// The actions to start with, where the route has more.
    fn first_steps(&self) -> Vec<&Priority> {
        let first = self.report.route.as_ref().and_then(advice::first);
        self.report.on_route().take(first.unwrap_or(0)).collect()
    }

    fn facts_of(&self, priority: &Priority) -> String {
        let reasons = advice::reasons(self.report, priority, self.lang).into_iter().filter(|_| priority.on_route);
        let facts = route::facts(self.lang, self.report, priority).into_iter();
        facts.chain(reasons).chain(route::comes_after(self.lang, self.report, priority)).collect::<Vec<_>>().join(" · ")
    }

    /// The share of a level: its number, and in words.
    fn share(&self, benchmark: &Benchmark, level: &str) -> Option<(Score, String)> {
        Some((benchmark.share(level)?.percent, text::share(self.lang, benchmark, level)))
    }

    fn phase_name(&self, number: &usize) -> String {
        words::phase(self.lang, *number)
    }

    fn answers(&self, criterion: &Criterion) -> Vec<&Answered> {
        self.report.answers.iter().filter(|answer| answer.criterion == criterion.id).collect()
    }
}
