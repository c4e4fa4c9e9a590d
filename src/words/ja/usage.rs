//! Wrong usage of the command line, and the headings of its help, in Japanese.

texts! { Usage for Ja;
    usage: "使い方:";
    arguments: "引数";
    options: "オプション";
    commands: "コマンド";
    values: "指定できる値:";
    possible(list: &str): "［指定できる値：{list}］";
    possible_value(name: &str, help: &str): "- {name}：{help}";
    by_default(value: &str): "［既定値：{value}］";
    unknown_argument(argument: &str): "引数 '{argument}' は使えません";
    unknown_command(command: &str): "コマンド '{command}' はありません";
    no_command: "コマンドを指定してください";
    missing(arguments: &str): "必要な引数がありません：{arguments}";
    no_value(argument: &str): "'{argument}' に値を指定してください";
    wrong_value(argument: &str, value: &str): "'{argument}' に '{value}' は指定できません";
    refused_value(argument: &str, value: &str, why: &str): "'{argument}' に '{value}' は指定できません：{why}";
    once(argument: &str): "'{argument}' は1回だけ指定できます";
    conflict(argument: &str, other: &str): "'{argument}' と '{other}' は一緒に使えません";
    alone(argument: &str): "'{argument}' はほかの引数と一緒に使えません";
    too_many(argument: &str, value: &str): "'{argument}' の値が多すぎます：'{value}'";
    too_few(argument: &str, wanted: &str, given: &str): "'{argument}' には値が{wanted}個必要です（指定されたのは{given}個）";
    not_unicode: "UTF-8として読めない引数があります";
    near(list: &str): "もしかして：{list}";
    more: "詳しくは '--help' を付けて実行してください。";
}
