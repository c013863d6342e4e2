ui-close = Cerrar
