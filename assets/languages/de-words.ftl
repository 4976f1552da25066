## Wie lange: in Sätzen und in Tabellen

seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
# Im Satz stets „… Tage lang“ oder als Angabe; nie nach „in“
days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
hours-and-minutes = { $hours } und { $minutes }

## Wann

weekday = { $weekday ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
month-short = { $month ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] Apr.
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
}
moment-today = heute um { $hour }:{ $minute } Uhr
moment-tomorrow = morgen um { $hour }:{ $minute } Uhr
moment-yesterday = gestern um { $hour }:{ $minute } Uhr
moment-this-year = { $weekday }, { $day }. { $month }, { $hour }:{ $minute } Uhr
moment-another-year = { $weekday }, { $day }. { $month } { $year }, { $hour }:{ $minute } Uhr
table-today = heute { $time }
table-this-year = { $day }. { $month } { $time }
table-another-year = { $day }. { $month } { $year } { $time }
table-date = { $day }. { $month } { $year }
