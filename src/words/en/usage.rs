//! Wrong usage of the command line, and the headings of its help.

texts! { Usage(here);
    usage: "Usage:";
    arguments: "Arguments";
    options: "Options";
    commands: "Commands";
    values: "Possible values:";
    possible(list: &str): " [possible values: {list}]";
    possible_value(name: &str, help: &str): "- {name}: {help}";
    by_default(value: &str): " [default: {value}]";
    unknown_argument(argument: &str): "unexpected argument '{argument}' found";
    unknown_command(command: &str): "unrecognized subcommand '{command}'";
    no_command: "a command is missing";
    missing(arguments: &str): "the following required arguments were not provided: {arguments}";
    no_value(argument: &str): "a value is required for '{argument}' but none was supplied";
    wrong_value(argument: &str, value: &str): "invalid value '{value}' for '{argument}'";
    refused_value(argument: &str, value: &str, why: &str): "invalid value '{value}' for '{argument}': {why}";
    once(argument: &str): "the argument '{argument}' cannot be used multiple times";
    conflict(argument: &str, other: &str): "the argument '{argument}' cannot be used with '{other}'";
    alone(argument: &str): "the argument '{argument}' cannot be used with one or more of the other specified arguments";
    too_many(argument: &str, value: &str): "unexpected value '{value}' for '{argument}' found; no more were expected";
    too_few(argument: &str, wanted: &str, given: &str): "{wanted} values required by '{argument}'; only {given} were provided";
    not_unicode: "invalid UTF-8 was detected in one or more arguments";
    near(list: &str): "tip: did you mean {list}?";
    more: "For more information, try '--help'.";
}
