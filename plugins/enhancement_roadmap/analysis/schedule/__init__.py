"""When will each enhancement be done, how sure is that, and what moves it?

`tasks` says what there is to do and from when on; `rule` in what order people take it up; `courses` lets the plan run a thousand
times at once, each time with other durations and trigger dates; `schedule` tells what comes of it. numpy is imported by none but
`draws`, `pool` and `courses`, and these only where a plan has teams and somebody asks for dates.
"""
