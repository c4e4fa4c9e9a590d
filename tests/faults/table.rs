//! What was tried, and what came of it.

use std::collections::BTreeMap;
use std::sync::Mutex;

#[derive(Default)]
pub struct Table(Mutex<Rows>);

#[derive(Default)]
struct Rows {
    /// By what was tried: how often, and how often it was wrong.
    tried: BTreeMap<String, (u32, u32)>,
    not_tried: Vec<String>,
    measured: Vec<String>,
}

impl Table {
    /// Notes a try, with what is wrong about it if something is.
    pub fn tried(&self, what: &str, wrong: Option<String>) {
        let mut rows = self.0.lock().unwrap();
        let row = rows.tried.entry(what.to_owned()).or_default();
        row.0 += 1;
        if let Some(wrong) = wrong {
            row.1 += 1;
            println!("WRONG: {what}: {wrong}");
        }
    }

    pub fn not_tried(&self, what: &str) {
        self.0.lock().unwrap().not_tried.push(what.to_owned());
    }

    pub fn measured(&self, what: String) {
        self.0.lock().unwrap().measured.push(what);
    }

    pub fn is_wrong(&self) -> bool {
        let rows = self.0.lock().unwrap();
        // Where all can be tried, what is not is no success.
        let lacking = std::env::var_os("FAULTS_WHOLE").is_some() && !rows.not_tried.is_empty();
        lacking || rows.tried.values().any(|(_, wrong)| *wrong > 0)
    }

    pub fn print(&self) {
        let rows = self.0.lock().unwrap();
        println!("\n{:<72} {:>6} {:>6}", "tried", "times", "wrong");
        for (what, (times, wrong)) in &rows.tried {
            println!("{what:<72} {times:>6} {wrong:>6}");
        }
        let (times, wrong) = rows.tried.values().fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
        println!("{:<72} {times:>6} {wrong:>6}", "in all");
        rows.measured.iter().for_each(|line| println!("{line}"));
        rows.not_tried.iter().for_each(|what| println!("NOT TRIED: {what}"));
    }
}
