//! The lines of examples of rules that say something in words, in Japanese.

texts! {
    RulesExamples for Ja;

    line(line: &str): [of line;
        "# in desk.ja.toml, without a desk.toml beside it"
            "# desk.ja.toml に書いてあり、同じフォルダーに desk.toml がない",
        "# in desk.ja.toml, beside desk.toml"
            "# desk.ja.toml に書いてあり、同じフォルダーに desk.toml がある",
        "timeliness-response = 3 # asked where calls are taken"
            "timeliness-response = 3 # 電話を受けている組織だけの設問",
        "# of the original: within two working days"
            "# 原文はwithin two working days",
        "# while the definition is at 2.0.0"
            "# 定義は2.0.0",
        "# answered again"
            "# 回答し直した後",
        "# and other questions of 991 and 983 points"
            "# ほかに991点や983点の設問がある",
        "# and further down"
            "# さらに下のほうに",
        "# and in_place = 50, where it was 75 in 1.0.0"
            "# in_place は50（1.0.0では75だった）",
        "title = \"Zufriedenheit f\u{fffd}r alle\" # saved as windows-1252"
            "title = \"Zufriedenheit f\u{fffd}r alle\" # windows-1252で保存",
        "title = \"Zufriedenheit für alle\" # saved as UTF-8"
            "title = \"Zufriedenheit für alle\" # UTF-8で保存",
        "# scored with --assessment large.toml"
            "# --assessment large.toml で採点",
        "# while the definition is at 1.2.0"
            "# 定義は1.2.0",
        "# once each answer was gone over with the questions of 1.2.0"
            "# 1.2.0の設問で回答をすべて見直した後",
        "requires = { overall = 40 } # it was 30 when the case was written"
            "requires = {{ overall = 40 }} # 計算例を書いたときは30",
        "name = \"a third of the way\""
            "name = \"3分の1まで来た\"",
        "requires = { overall = 75 } # who has 80 in every criterion has 75 overall"
            "requires = {{ overall = 75 }} # すべての評価項目で80点なら、総合得点も75点以上になる",
        "options = [\"none\", \"some\", \"all\"] # 90 or 10 of 100 without it"
            "options = [\"none\", \"some\", \"all\"] # この設問がなくても100点のうち90点か10点",
        "raises = { speed-answer = 4 } # of 5"
            "raises = {{ speed-answer = 4 }} # 最高は5",
        "if = { channels = \"telephone\" } # and no question is for those without a telephone"
            "if = {{ channels = \"telephone\" }} # 電話のない組織に尋ねる設問がない",
        "id = \"speed-answer\" # raised to 3 of 4 by all actions"
            "id = \"speed-answer\" # すべての施策で4のうち3まで上がる",
        "id = \"speed-hours\"  # raised to 4 of 4, but may be n/a"
            "id = \"speed-hours\"  # 4まで上がるが、該当なしにもできる",
        "if = { size = [\"few\", \"many\"] } # and there is no third"
            "if = {{ size = [\"few\", \"many\"] }} # 選択肢はこの2つだけ",
        "requires = { every_criterion = 75, overall = 60 } # 60 overall follows"
            "requires = {{ every_criterion = 75, overall = 60 }} # overall = 60 は必ず満たされる",
        "in_place = 75 # and its scores are 0, 25, 50, 75 and 100"
            "in_place = 75 # 得点は0、25、50、75、100のいずれか",
        "# and no case has challenges = [\"overload\"] under expect"
            "# expect に challenges = [\"overload\"] と書いた計算例がない",
        "# and no [[cases]]"
            "# [[cases]] がない",
        "# and no case has level = \"high\" or possible = \"high\" under expect"
            "# expect に level = \"high\" や possible = \"high\" と書いた計算例がない",
        "# and no action or benchmark has source = \"book\""
            "# source = \"book\" の施策やベンチマークがない",
        "of = \"0f3a2b1c\" # and the level has another summary since"
            "of = \"0f3a2b1c\" # その後、レベルの要約が変わった",
        "of = \"9d5c7e21\" # recorded again after the translation was gone over"
            "of = \"9d5c7e21\" # 翻訳を見直してから記録し直した",
        "summary = \"Everybody starts here.\""
            "summary = \"すべての組織がここから始まる。\"",
        "steps = \"Ask around.\""
            "steps = \"聞き取りをする。\"",
        "steps = [\"Ask around.\"]"
            "steps = [\"聞き取りをする。\"]",
        "text = \"How soon is it answered?\""
            "text = \"どのくらいで返信していますか。\"",
        "text = \"How soon is a mail answered?\""
            "text = \"メールにどのくらいで返信していますか。\"",
        "text = \"How soon is a chat answered?\""
            "text = \"チャットにどのくらいで返信していますか。\"",
        "text = \"Where are you?\""
            "text = \"どこにありますか。\"",
        "why = \"More people give more answers [book].\""
            "why = \"人が増えれば回答も増える [book]。\"",
        "why = \"More people give more answers.\""
            "why = \"人が増えれば回答も増える。\"",
        "why = \"More people give more answers [bok].\""
            "why = \"人が増えれば回答も増える [bok]。\"",
        "help = \"Count the hours.\""
            "help = \"時間を数えてください。\"",
        "help = \"Look at **last month** in [the reports](http://example.com).\""
            "help = \"[レポート](http://example.com)で**先月**を確かめてください。\"",
        "help = \"Look at last month in [the reports](https://example.com).\""
            "help = \"[レポート](https://example.com)で先月を確かめてください。\"",
        "name = \"all is well\""
            "name = \"すべて良好\"",
        "name = \"nothing yet\""
            "name = \"まだ何もしていない\"",
        "name = \"The level on which everybody starts\""
            "name = \"すべての組織が最初に位置づけられるレベル\"",
        "help = \"Take the last twenty messages, and count the hours.\""
            "help = \"最近の20件で、返信までの時間を数えてください。\"",
        other "{line}"];
}
