"""Asks a reader that others wrote about one file: ask.py KIND FILE prints {"read", "faults", "first"}."""

import csv
import json
import sys


def ftm(path):
    from followthemoney import model

    lines = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    known = {one["id"] for one in lines}
    faults = []
    for one in lines:
        schema = model.get(one["schema"])
        if schema is None:
            faults.append(f"no schema {one['schema']}")
            continue
        try:
            schema.validate(one)
        except Exception as error:
            faults.append(f"{one['schema']}: {error}")
        cleaned = model.get_proxy(one, cleaned=False)
        for name, values in one["properties"].items():
            prop = schema.get(name)
            if prop is None:
                faults.append(f"{one['schema']} has no {name}")
                continue
            for value in values:
                if prop.type.name == "entity" and value not in known:
                    faults.append(f"{name} leads nowhere")
                if prop.type.name not in ("string", "text", "name") and value not in cleaned.get(name):
                    faults.append(f"{one['schema']}.{name} drops {value[:40]!r}")
            if len(cleaned.get(name)) == 0:
                faults.append(f"{one['schema']}.{name} is empty once cleaned")
    return len(lines), faults


def prov(path):
    from prov.model import ProvDocument

    document = ProvDocument.deserialize(path, format="json")
    records = list(document.get_records())
    faults = []
    declared = {str(one.identifier) for one in records if one.is_element()}
    for one in records:
        if one.is_element():
            continue
        for _, value in one.formal_attributes:
            name = str(value)
            if name.startswith("hearsay:") and name not in declared:
                faults.append(f"{name} is related and not declared")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    if again != document:
        faults.append("reads otherwise once written again")
    document.unified()
    return len(records), faults


def review(path):
    import os

    import pyshacl
    import rdflib
    from rdflib.namespace import SDO, XSD

    faults, graph = [], rdflib.Graph()
    reviews = json.load(open(path, encoding="utf-8"))
    http = "http://schema.org/"
    for one in reviews:
        graph.parse(data=json.dumps({**one, "@context": {"@vocab": http, "url": {"@type": XSD.string}}}), format="json-ld")
    for subject, name, value in list(graph):
        local = str(value if str(name).endswith("#type") else name)
        if local.startswith(http) and local[len(http) :] not in SDO:
            faults.append(f"{local} is no term of schema.org")
        if str(name) == f"{http}datePublished":
            kind = XSD.dateTime if "T" in str(value) else XSD.date
            graph.remove((subject, name, value))
            graph.add((subject, name, rdflib.Literal(str(value), datatype=kind)))
    shapes = os.path.join(os.path.dirname(pyshacl.__file__), "assets", "schema.ttl")
    _, report, text = pyshacl.validate(graph, shacl_graph=shapes)
    count = len(list(report.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.w3.org/ns/shacl#ValidationResult"))))
    faults += [text[:400]] * count
    return len(reviews), faults


def feed(path):
    import xml.etree.ElementTree as tree

    import feedparser

    data = open(path, "rb").read()
    tree.fromstring(data)
    found = feedparser.parse(data)
    faults = [str(found.bozo_exception)] if found.bozo else []
    for one in [found.feed, *found.entries]:
        for key in ("id", "link", "updated_parsed"):
            if not one.get(key):
                faults.append(f"no {key}")
        if "title" not in one:
            faults.append("no title")
    return 1 + len(found.entries), faults


def table(path):
    rows = list(csv.reader(open(path, encoding="utf-8-sig", newline=""), strict=True))
    faults = [f"row {at} has {len(row)} cells" for at, row in enumerate(rows) if len(row) != len(rows[0])]
    faults += [f"a formula: {cell[:40]!r}" for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]
    return len(rows) - 1, faults


csv.field_size_limit(1 << 28)
count, faults = {"ftm": ftm, "prov": prov, "review": review, "feed": feed, "csv": table}[sys.argv[1]](sys.argv[2])
print(json.dumps({"read": count, "faults": len(faults), "first": faults[0] if faults else None}))
