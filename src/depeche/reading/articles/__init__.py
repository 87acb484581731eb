"""Articles out of files that hold one or many: texts, pages, tables, feeds, web archives."""

from depeche.reading.articles.article import Article, Broken, Columns
from depeche.reading.articles.gather import gather, kinds

__all__ = ["Article", "Broken", "Columns", "gather", "kinds"]
