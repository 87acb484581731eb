"""The pages, one module each."""

from depeche.web.pages import api, desk, dispatches, home, occurrences, people, read, search, sides

ROUTERS = (
    home.routes,
    read.routes,
    dispatches.routes,
    search.routes,
    people.routes,
    occurrences.routes,
    desk.routes,
    sides.routes,
    api.routes,
)
