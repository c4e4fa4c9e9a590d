//! What `cxm act` says, in Japanese.

use std::fmt::Display;

texts! {
    CliAct for Ja;

    no_date: "年月日を書いてください：2027-03-01";
    no_effort: "工数は小数第1位までの数で指定してください（例：4、2.5）";
    which(file: &str): "どの施策のことか指定してください。`cxm act {file}`で一覧を表示できます";
    said_already(file: &dyn Display): "{file}にはすでにそう書かれています\n";
    effort_range(least: &dyn Display, most: &dyn Display, unit: &str): "--effort には{least}から{most}まで（{unit}）を指定してください";
    effort_steps(least: &dyn Display, unit: &str): "--effort には{least}（{unit}）の倍数を指定してください。回答ファイルの工数は、診断の元の単位で小数第1位までです";
}
