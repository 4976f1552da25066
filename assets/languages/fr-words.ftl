## Durées : dans les phrases et dans les tableaux

seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
hours-and-minutes = { $hours } et { $minutes }

## Quand

weekday = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
month-short = { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[12] déc.
}
moment-today = aujourd’hui à { $hour }:{ $minute }
moment-tomorrow = demain à { $hour }:{ $minute }
moment-yesterday = hier à { $hour }:{ $minute }
moment-this-year = { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } à { $hour }:{ $minute }
moment-another-year = { $weekday } { $day ->
        [1] 1er
       *[other] { $day }
    } { $month } { $year } à { $hour }:{ $minute }
table-today = auj. { $time }
table-this-year = { $day } { $month } { $time }
table-another-year = { $day } { $month } { $year } { $time }
table-date = { $day } { $month } { $year }
