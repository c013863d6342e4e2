number-needed = Aquí hace falta un número.
number-whole-needed = Aquí hace falta un número entero.
number-none = «{ $text }» no es un número. Prueba con 0,001 o 1e-3.
number-at-least = Como mínimo { $limit }.
number-at-most = Como máximo { $limit }.
