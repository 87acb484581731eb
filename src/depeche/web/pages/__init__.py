"""The pages, one module each."""

from depeche.web.pages import api, home, occurrences, people, search, sides

ROUTERS = (
    home.routes,
    search.routes,
    people.routes,
    occurrences.routes,
    sides.routes,
    api.routes,
)
