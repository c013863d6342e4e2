"""A long JSON answer → the same, packed, for whoever takes it so. An answer with a tag is left alone: the tag names its bytes."""

import gzip

from flask import Flask, Response, request

LEAST_BYTES = 1_000


def register(app: Flask) -> None:
    app.after_request(pack)


def pack(response: Response) -> Response:
    plain = response.mimetype == "application/json" and "Content-Encoding" not in response.headers
    if not plain or response.direct_passthrough or response.get_etag()[0] is not None:
        return response
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    if len(body) < LEAST_BYTES or not request.accept_encodings.quality("gzip"):
        return response
    response.set_data(gzip.compress(body, 5))
    response.headers["Content-Encoding"] = "gzip"
    return response
