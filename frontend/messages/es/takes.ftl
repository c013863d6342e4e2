# Qué admite un parámetro que se escribe, en palabras de estudiante.
takes-misfit = { $name } admite { $what }. Recibido: «{ $typed }».
takes-misfit-hint = { $name } admite { $what }. Recibido: «{ $typed }». { $hint }
takes-no-default = { $name } no tiene valor por defecto: admite { $what }.
takes-did-you-mean = ¿Querías decir { $one } o { $other }?
takes-quotes = Un texto va entre comillas: "auto".

takes-or-nothing = { $what }, o nada
takes-from-to = { $what } de { $low } a { $high }
takes-at-least = { $what }, { $low } o más
takes-at-most = { $what }, como mucho { $high }
takes-each-from-to = { $what }, cada uno de { $low } a { $high }
takes-each-at-least = { $what }, cada uno { $low } o más
takes-each-at-most = { $what }, cada uno como mucho { $high }

takes-int = un número entero
takes-float = un número
takes-range = un número, o dos como extremo inferior y superior
takes-tuple = un número entero o { $n } de ellos
takes-some = un número entero o varios
takes-one-of = uno de { $choices }
takes-bool = sí o no
takes-str = un texto
takes-shape = números enteros, como 8 × 16
takes-axis = un número entero o una lista de ellos
takes-int_list = números enteros, como 2, 1
takes-float_list = números, como 0.5, 1
takes-str_list = textos, como red, green
takes-tensor = un número, o listas de números, como [0.5, 1]
takes-slice = posiciones como en Python, por ejemplo :, 0 o ..., 1:3
takes-any = JSON, como 3, "text" o [1, 2]
takes-named = uno de los de Keras
