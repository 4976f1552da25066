## Hoe lang: in zinnen en in tabellen

seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } seconden
}
minutes = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}
hours = { $count } uur
days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
hours-and-minutes = { $hours } en { $minutes }

## Wanneer

weekday = { $weekday ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
}
month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
month-short = { $month ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[12] dec
}
moment-today = vandaag om { $hour }:{ $minute }
moment-tomorrow = morgen om { $hour }:{ $minute }
moment-yesterday = gisteren om { $hour }:{ $minute }
moment-this-year = { $weekday } { $day } { $month } om { $hour }:{ $minute }
moment-another-year = { $weekday } { $day } { $month } { $year } om { $hour }:{ $minute }
table-today = vandaag { $time }
table-this-year = { $day } { $month } { $time }
table-another-year = { $day } { $month } { $year } { $time }
table-date = { $day } { $month } { $year }
