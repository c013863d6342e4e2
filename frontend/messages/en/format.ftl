format-one-number = one number

# Times: $n is written out already, with its decimals.
format-seconds = { $n } s
format-minutes = { $minutes } min { $seconds } s
format-hours = { $hours } h { $minutes } min
format-just-now = just now
format-minutes-ago = { $n } min ago
format-hours-ago = { $n } h ago
format-yesterday = yesterday
format-not-a-number = not a number
format-loss = loss
format-accuracy = accuracy
format-validation = val { $what }
