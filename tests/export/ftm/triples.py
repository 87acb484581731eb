"""Run by the interpreter that has rdflib: the nodes of a JSON-LD file as RDF has them, by type, as JSON."""

import json
import sys
from collections import Counter
from pathlib import Path

from rdflib import RDF, Graph

# The context of schema.org lies on the web; its vocabulary is what it makes of the terms that we use.
document = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
document["@context"] = {"@vocab": f"{document['@context']}/", "@base": "https://example.org/ledger"}
graph = Graph().parse(data=json.dumps(document), format="json-ld")
print(json.dumps(Counter(str(kind) for kind in graph.objects(None, RDF.type))))
