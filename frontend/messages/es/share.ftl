share-title = Compartir este proyecto
share-your-name = Tu nombre, como lo ven los demás
share-your-name-kept = Así te ven ahora los demás.
share-new-link = Un enlace nuevo
share-may = Quien lo tenga puede
share-role-view = mirar
share-role-comment = comentar
share-role-edit = editar
share-role-view-doc = Ve el dibujo, sus formas, cada ejecución y sus curvas. No cambia nada ni se lleva archivos.
share-role-comment-doc = Lo ve todo y puede comentarlo.
share-role-edit-doc = Dibuja contigo. Los archivos de tus datos siguen siendo tuyos; nadie ve sus filas.
share-may-train = también puede entrenar y detener ejecuciones
share-lasts = Es válido
share-lasts-for-ever = hasta que se revoque
share-lasts-day = un día
share-lasts-week = una semana
share-lasts-month = 30 días
share-make = Crear un enlace
share-made = Esta dirección deja entrar. Se muestra solo esta vez; puedes crear otra cuando quieras.
share-copy = Copiar
share-address = Dirección del enlace
share-this-machine = Este Layerloom solo escucha a su propia máquina: la dirección funciona en los navegadores de aquí. Para dejar entrar a otros, arráncalo con `layerloom up --host 0.0.0.0`.
share-links = Enlaces
share-no-links = Nadie tiene un enlace a este proyecto.
share-link-view = puede mirar
share-link-comment = puede comentar
share-link-edit = puede editar
share-link-train = puede editar y entrenar
share-link-made = creado { $when }
share-link-ends = hasta { $when }
share-link-nobody = Nadie ha entrado aún por él.
share-revoke = Revocar
share-revoke-sure = { $n ->
    [0] Revocar ahora
    [one] Revocar y echar a { $n } persona
    [many] Revocar y echar a { $n } de personas
   *[other] Revocar y echar a { $n } personas
}
share-revoked = El enlace está revocado: ya nadie entra por él.
share-here = Aquí ahora
share-alone = No hay nadie más aquí.

share-join-view = Alguien comparte esta red contigo: mírala, con cada forma y cada ejecución.
share-join-comment = Alguien comparte esta red contigo: mírala y comenta.
share-join-edit = Alguien comparte esta red contigo: dibuja también.
share-join-train = Alguien comparte esta red contigo: dibuja también y entrénala.
share-join-name = Tu nombre
share-join-name-hint = Los demás lo ven junto a tu cursor. Sin cuenta, sin correo.
share-join-in = Entrar
share-join-as = Entrar como { $name }
share-join-opening = Abriendo el enlace
share-out-title = No has iniciado sesión
share-out-how = Abre la dirección que Layerloom mostró al arrancar; con ella este navegador inicia sesión. ¿Ya no tienes el terminal? El token está en el archivo `token` de la carpeta de Layerloom; `layerloom doctor` dice dónde.
share-out-link = ¿Llegaste por un enlace? Puede que se haya revocado o haya caducado. Pide uno nuevo.
share-out-guest-title = Ya no puedes entrar aquí
share-out-guest = El enlace por el que llegaste se revocó o ha caducado. Lo que dibujaste y escribiste se conserva. Pide un enlace nuevo para seguir.
share-again = Reintentar

share-shared-title = Compartido contigo
share-shared-none = Ya no hay ningún proyecto compartido contigo. Pide un enlace nuevo.
share-shared-by = lo comparte { $name }
share-sign-out = Cerrar sesión
