"""Items that name each other by their ids, after some of them are gone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from minutes.model import Recap


def linked(recap: Recap, became: Mapping[str, str] = MappingProxyType({})) -> Recap:
    """The recap without links to what is not in it; `became` has the id of what took in another item."""
    proposals = {proposal.id for proposal in recap.proposals}
    resources = {resource.id for resource in recap.resources}

    def still(settles: str | None) -> str | None:
        return settles if settles in proposals else became.get(settles or "")

    return recap.model_copy(
        update={
            "decisions": tuple(one.model_copy(update={"settles": still(one.settles)}) for one in recap.decisions),
            "proposals": tuple(
                one.model_copy(update={"resources": tuple(id_ for id_ in one.resources if id_ in resources)})
                for one in recap.proposals
            ),
        }
    )
