"""The pages, one module each."""

from depeche.web.pages import (
    api,
    compare,
    desk,
    dispatches,
    home,
    issues,
    network,
    occurrences,
    pairs,
    people,
    queues,
    read,
    search,
    sides,
)

ROUTERS = (
    home.routes,
    read.routes,
    dispatches.routes,
    compare.routes,
    search.routes,
    pairs.routes,
    people.routes,
    occurrences.routes,
    issues.routes,
    network.routes,
    queues.routes,
    desk.routes,
    sides.routes,
    api.routes,
)
