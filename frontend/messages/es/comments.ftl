comments = Comentarios
comments-add = Comentar este nodo
comments-go = Comentarios
comments-about = Comentarios sobre { $name }
comments-on = { $n ->
    [one] { $n } comentario sobre { $name }
    [many] { $n } de comentarios sobre { $name }
   *[other] { $n } comentarios sobre { $name }
}
comments-write = Comentar { $name }
comments-answer = Responder
comments-answers = Respuestas
comments-send = Enviar
comments-change = Cambiar lo que escribiste
comments-keep = Guardar
comments-resolve = Resolver
comments-reopen = Reabrir
comments-resolved = { $n ->
    [one] { $n } resuelto
    [many] { $n } de resueltos
   *[other] { $n } resueltos
}
comments-delete = Eliminar
comments-delete-sure = { $n ->
    [0] Eliminarlo: pulsa otra vez
    [one] Eliminarlo con su respuesta: pulsa otra vez
    [many] Eliminarlo con { $n } de respuestas: pulsa otra vez
   *[other] Eliminarlo con { $n } respuestas: pulsa otra vez
}
comments-gone = En un nodo que ya no está
comments-none = Nadie ha dicho nada aún. Selecciona un nodo y pulsa { $keys } para comentarlo.
comments-none-look = Nadie ha dicho nada aún.
comments-said = { $name } comentó: { $text }
