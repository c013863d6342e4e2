actions-group-go = Ir a
actions-group-add = Añadir
actions-group-edit = Editar
actions-group-move = Mover y recorrer
actions-group-view = Vista
actions-group-run = Entrenar
actions-group-project = Proyecto
actions-group-share = En común
actions-group-settings = Ajustes y ayuda

actions-key-ctrl = Ctrl
actions-key-meta = Meta
actions-key-alt = Alt
actions-key-shift = Mayús
actions-key-enter = Intro
actions-key-escape = Esc
actions-key-space = Espacio
actions-key-tab = Tab
actions-key-delete = Supr
actions-key-backspace = Retroceso
actions-key-home = Inicio
actions-key-end = Fin
actions-key-pageup = Re Pág
actions-key-pagedown = Av Pág
actions-key-insert = Insertar

actions-anything = Ir a cualquier sitio
actions-anything-hint = Busca un nodo, una capa, una ejecución, un ajuste, una orden…
actions-found = Resultados
actions-recent = Reciente
actions-nothing = Nada coincide con «{ $query }».
actions-count = { $n ->
    [0] Nada encontrado
    [one] { $n } resultado
    [many] { $n } de resultados
   *[other] { $n } resultados
}
