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

/// A page as a PDF.
pub(super) fn printed(page: &str) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir().context(say::cannot_print())?;
    let (from, to) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    fs::write(&from, page).context(say::cannot_print())?;
    let Some((name, child)) = started(folder.path(), &from, &to) else { bail!(say::no_browser()) };
    end(child)?;
    let said = fs::read(folder.path().join(SAID)).unwrap_or_default();
    match fs::read(&to) {
        Ok(pdf) if pdf.starts_with(b"%PDF-") => Ok(pdf),
        _ => bail!(say::not_printed(
            &name.display(),
            clean(&String::from_utf8_lossy(&said)).trim().lines().last().unwrap_or_default()
        )),
    }
}

/// The first browser there is, at work.
fn started(folder: &Path, from: &Path, to: &Path) -> Option<(PathBuf, Child)> {
    let of_place = |(variable, path): &(&str, &str)| match *variable {
        "" => Some(PathBuf::from(path)),
        variable => Some(Path::new(&std::env::var_os(variable)?).join(path)),
    };
    let mut browsers = NAMES.iter().map(PathBuf::from).chain(PLACES.iter().filter_map(of_place));
    browsers.find_map(|name| {
        let mut command = Command::new(&name);
        command.args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]);
        // A browser refuses to run as root with its sandbox. The page is ours, has no script and fetches nothing.
        #[cfg(unix)]
        if rustix::process::geteuid().is_root() {
            command.arg("--no-sandbox");
        }
        command.arg(with("--user-data-dir=", &folder.join("profile"))).arg(with("--print-to-pdf=", to)).arg(from);
        let said = fs::File::create(folder.join(SAID)).ok()?;
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said).spawn().ok()?;
        Some((name, child))
    })
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
