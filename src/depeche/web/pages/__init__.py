"""The pages, one module each, in the order of the menu."""

from depeche.web.pages import api, home

ROUTERS = (home.routes, api.routes)
