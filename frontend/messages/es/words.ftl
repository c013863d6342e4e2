word-yes = sí
word-no = no
word-none = nada
word-apply = Aplicar
word-cancel = Cancelar
word-close = Cerrar
