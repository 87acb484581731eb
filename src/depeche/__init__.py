"""depeche reads diplomatic dispatches into grounded records."""

__version__ = "0.1.0"
