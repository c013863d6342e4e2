presence-owner = Propietario
presence-people = { $n ->
    [one] Hay { $n } persona más aquí
    [many] Hay { $n } de personas más aquí
   *[other] Hay { $n } personas más aquí
}
presence-came = { $name } está aquí
presence-went = { $name } se ha ido
presence-follow = Seguir a { $name }
presence-follow-somebody = Seguir a la siguiente persona
presence-unfollow = Dejar de seguir
presence-following = Siguiendo a { $name }
presence-following-how = Esc, o moverte por tu cuenta, lo termina
presence-role-owner = es quien posee este proyecto
presence-role-edit = puede editar
presence-role-comment = puede comentar
presence-role-view = puede mirar
presence-editing = { $name } cambia { $field }
presence-here = { $name } está aquí
presence-inside = dentro de { $name }
