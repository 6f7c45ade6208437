"""The pictures as files of the server: a page names them, and a browser keeps them."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit import config

from planner.figures import stored
from planner.figures.style import Theme

MEDIA_TYPE = "image/svg+xml"
KEPT = {"Cache-Control": "public, max-age=3600"}  # an hour, so that a new edition is seen


def route() -> Route:
    """Where a browser finds them, beside the pages."""
    base = str(config.get_option("server.baseUrlPath")).strip("/")
    return Route(f"{'/' + base if base else ''}/pictures/{{theme}}/{{name}}", _picture)


def _picture(request: Request) -> Response:
    theme, name = request.path_params["theme"], request.path_params["name"]
    drawn = stored.svg(name, Theme(theme)) if theme in tuple(Theme) else None
    if drawn is None:
        raise HTTPException(404)
    return Response(drawn, media_type=MEDIA_TYPE, headers=KEPT)
