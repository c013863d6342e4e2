# Lo que un lector de pantalla dice después del nombre de un nodo o de una conexión.
aloud-sentence = { $text }.
aloud-bypassed = Puenteada.
aloud-gives = Da { $shapes }.
aloud-carries = Lleva { $shape }.
aloud-parameters = { $n ->
    [one] { $n } parámetro.
    [many] { $n } de parámetros.
   *[other] { $n } parámetros.
}
aloud-from = Desde { $names }.
aloud-to = Hacia { $names }.
aloud-error = Problema: { $title }
aloud-warning = Aviso: { $title }
