"""The pages, one module each, in the order of the menu."""

from depeche.web.pages import home

ROUTERS = (home.routes,)
