//! Pages as PDF: printed by a browser that is installed, since no library lays out HTML as one does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::text::clean;
use crate::words::cli_files as say;

/// What browsers that print without a window are called on a path.
const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
];

/// Where they are on systems that have them on no path: below one of these variables, or from the root.
const PLACES: [(&str, &str); 8] = [
    ("ProgramFiles", "Google/Chrome/Application/chrome.exe"),
    ("ProgramFiles(x86)", "Google/Chrome/Application/chrome.exe"),
    ("LocalAppData", "Google/Chrome/Application/chrome.exe"),
    ("ProgramFiles(x86)", "Microsoft/Edge/Application/msedge.exe"),
    ("ProgramFiles", "Microsoft/Edge/Application/msedge.exe"),
    ("", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ("", "/Applications/Chromium.app/Contents/MacOS/Chromium"),
    ("", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
];

/// How long a browser may take. One that starts for the first time makes itself a profile.
const PATIENCE: Duration = Duration::from_secs(90);

/// The file for what a browser says.
const SAID: &str = "said";

/// A page as a PDF, by the first browser that prints it: one of a closed box starts and may not read the page.
pub(super) fn printed(page: &str) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir().context(say::cannot_print())?;
    let (from, to) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    fs::write(&from, page).context(say::cannot_print())?;
    let mut refused = None;
    for name in browsers() {
        let Some(child) = started(&name, folder.path(), &from, &to) else { continue };
        end(child)?;
        match fs::read(&to) {
            Ok(pdf) if pdf.starts_with(b"%PDF-") => return Ok(pdf),
            _ => refused = refused.or_else(|| Some((name, last_words(folder.path())))),
        }
    }
    match refused {
        Some((name, said)) => bail!(say::not_printed(&name.display(), &said)),
        None => bail!(say::no_browser()),
    }
}

/// The browsers that may be there, those on the path first.
fn browsers() -> impl Iterator<Item = PathBuf> {
    let of_place = |(variable, path): &(&str, &str)| match *variable {
        "" => Some(PathBuf::from(path)),
        variable => Some(Path::new(&std::env::var_os(variable)?).join(path)),
    };
    NAMES.iter().map(PathBuf::from).chain(PLACES.iter().filter_map(of_place))
}

/// A browser at work, if it is there.
fn started(name: &Path, folder: &Path, from: &Path, to: &Path) -> Option<Child> {
    let mut command = Command::new(name);
    command.args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]);
    // A browser refuses to run as root with its sandbox. The page is ours, has no script and fetches nothing.
    #[cfg(unix)]
    if rustix::process::geteuid().is_root() {
        command.arg("--no-sandbox");
    }
    command.arg(with("--user-data-dir=", &folder.join("profile"))).arg(with("--print-to-pdf=", to)).arg(from);
    let said = fs::File::create(folder.join(SAID)).ok()?;
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said).spawn().ok()
}

/// The last line of what a browser said.
fn last_words(folder: &Path) -> String {
    let said = fs::read(folder.join(SAID)).unwrap_or_default();
    clean(&String::from_utf8_lossy(&said)).trim().lines().last().unwrap_or_default().to_owned()
}

fn with(option: &str, path: &Path) -> std::ffi::OsString {
    let mut option = std::ffi::OsString::from(option);
    option.push(path);
    option
}

/// Waits until a browser has ended; one that does not is ended.
fn end(mut child: Child) -> Result<()> {
    let begun = Instant::now();
    while child.try_wait().context(say::cannot_print())?.is_none() {
        if begun.elapsed() > PATIENCE {
            let _ = child.kill();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
