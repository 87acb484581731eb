"""The pages, one module each."""

from depeche.web.pages import api, compare, dispatches, home, occurrences, people, read, search, sides

ROUTERS = (
    home.routes,
    read.routes,
    dispatches.routes,
    compare.routes,
    search.routes,
    people.routes,
    occurrences.routes,
    sides.routes,
    api.routes,
)
