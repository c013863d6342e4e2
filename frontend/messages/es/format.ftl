format-one-number = un número

# Tiempos: $n ya está escrito, con sus decimales.
format-seconds = { $n } s
format-minutes = { $minutes } min { $seconds } s
format-hours = { $hours } h { $minutes } min
format-just-now = ahora mismo
format-minutes-ago = hace { $n } min
format-hours-ago = hace { $n } h
format-yesterday = ayer
format-not-a-number = no es un número
format-loss = pérdida
format-accuracy = exactitud
format-validation = { $what } val.
