## Duraciones: en frases y en tablas

seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
hours-and-minutes = { $hours } y { $minutes }

## Cuándo

weekday = { $weekday ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
}
month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
month-short = { $month ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sep
    [10] oct
    [11] nov
   *[12] dic
}
moment-today = hoy { $hour ->
        [1] a la { $hour }:{ $minute }
       *[other] a las { $hour }:{ $minute }
    }
moment-tomorrow = mañana { $hour ->
        [1] a la { $hour }:{ $minute }
       *[other] a las { $hour }:{ $minute }
    }
moment-yesterday = ayer { $hour ->
        [1] a la { $hour }:{ $minute }
       *[other] a las { $hour }:{ $minute }
    }
moment-this-year = el { $weekday } { $day } de { $month } { $hour ->
        [1] a la { $hour }:{ $minute }
       *[other] a las { $hour }:{ $minute }
    }
moment-another-year = el { $weekday } { $day } de { $month } de { $year } { $hour ->
        [1] a la { $hour }:{ $minute }
       *[other] a las { $hour }:{ $minute }
    }
table-today = hoy { $time }
table-this-year = { $day } { $month } { $time }
table-another-year = { $day } { $month } { $year } { $time }
table-date = { $day } { $month } { $year }
