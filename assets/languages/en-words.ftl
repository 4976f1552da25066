## How long: in sentences and in tables

seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
# $hours and $minutes are such lengths: 1 hour and 10 minutes
hours-and-minutes = { $hours } and { $minutes }

## When

# Within a date
weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
# Within a date
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# In a table
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# A moment stands after “until”, “from”, “last”, or by itself: It holds until today at 14:05.
moment-today = today at { $hour }:{ $minute }
moment-tomorrow = tomorrow at { $hour }:{ $minute }
moment-yesterday = yesterday at { $hour }:{ $minute }
# Friday 7 August at 18:00
moment-this-year = { $weekday } { $day } { $month } at { $hour }:{ $minute }
# Friday 1 January 2027 at 9:00
moment-another-year = { $weekday } { $day } { $month } { $year } at { $hour }:{ $minute }
# In tables, where there is little room. $time is 14:05 or 14:05:09, $month is short: 7 Aug 18:00
table-today = today { $time }
table-this-year = { $day } { $month } { $time }
table-another-year = { $day } { $month } { $year } { $time }
# 7 Aug 2031
table-date = { $day } { $month } { $year }
