//! What `cxm act` says.

use std::fmt::Display;

texts! {
    CliAct(here);

    no_date: "write year, month and day: 2027-03-01";
    no_effort: "an effort is a number with at most one decimal, such as 4 or 2.5";
    which(file: &str): "name the actions that this is said of: `cxm act {file}` lists them";
    said_already(file: &dyn Display): "{file} says so already\n";
    effort_range(least: &dyn Display, most: &dyn Display, unit: &str): "--effort takes {least} to {most} ({unit})";
    effort_steps(least: &dyn Display, unit: &str): "--effort takes multiples of {least} ({unit}): an answer file has tenths of the assessment's own unit";
}
