"""What housing officers say of temporary places: the place, its rooms and beds, and whether it may be used."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.once import once
from accounts.permissions import Permission, require_permission
from housing.forms.areas import CheckForm
from housing.forms.lodging import BedForm, LodgingForm, NewRoomForm, RoomForm
from housing.models import Bed, Lodging, LodgingCheck, Room
from housing.models.lodging import LODGING_FACTS
from housing.models.room import ROOM_FACTS
from housing.pages import HousingPage, done, render_housing_form
from housing.standing import checks_of_places
from housing.views.lodgings import open_lodging, url_of_lodging
from refugees.case_forms import saved, saved_as_seen, seen

BED = ("name", "during")


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_lodging(request: HttpRequest) -> HttpResponse:
    """The City has a place where people can stay for a while."""
    begun = {"available_from": request.today}
    form = LodgingForm(request.POST or None, today=request.today, initial=begun)
    made: list[Lodging] = []

    def register() -> None:
        made.append(Lodging.objects.register(by=request.user, **form.cleaned_data))

    if saved(form, register):
        words = _("The place is registered. Add its rooms, and check whether it may be used.")
        return done(request, words, url_of_lodging(made[0]))
    about = HousingPage(
        title=_("Register a temporary place"),
        submit=_("Register the place"),
        back_url=reverse("housing:lodgings"),
        back_label=_("Temporary places"),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def change_lodging(request: HttpRequest, lodging_id: UUID) -> HttpResponse:
    """It is otherwise than was written."""
    row = open_lodging(lodging_id)
    known = {name: getattr(row, name) for name in LODGING_FACTS}
    known |= {"address": row.address, "provider": row.provider}
    form = LodgingForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        row.change(by=request.user, version=seen(request, LODGING_FACTS), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, _("The place is saved."), url_of_lodging(row))
    about = HousingPage(
        title=_("Change the place"),
        submit=_("Save the place"),
        text=_("At another address it must be checked again before anybody moves in."),
        row=row,
        tells=LODGING_FACTS,
        **_back_to(row),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def check_lodging(request: HttpRequest, lodging_id: UUID) -> HttpResponse:
    """Somebody looks whether the place lies in an area of the list in force."""
    row = open_lodging(lodging_id)
    standing = checks_of_places([row], request.today)[row.pk]
    if standing.area_list is None:
        words = _("The list from %(day)s is not confirmed yet. Enter and confirm it first.")
        day = date_format(standing.list_from, "DATE_FORMAT")
        return done(request, words % {"day": day}, reverse("housing:areas"))
    form = CheckForm(request.POST or None, today=request.today, area_list=standing.area_list)

    def record() -> None:
        LodgingCheck.objects.record(
            lodging=row,
            area_list=standing.area_list,
            area=form.area,
            on=request.today,
            by=request.user,
            note=form.cleaned_data["note"],
            edition=form.cleaned_data["edition"],
        )

    if saved(form, record):
        return done(request, _("The check is recorded."), url_of_lodging(row))
    about = HousingPage(
        title=_("Check the place against the list"),
        submit=_("Record the check"),
        text=_("The list that holds from 1 December %(year)d") % {"year": standing.area_list.valid_from.year},
        facts=[
            (_("Address"), str(row.address)),
            *((area.name, area.streets or _("no streets entered")) for area in form.areas.values()),
        ],
        **_back_to(row),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_room(request: HttpRequest, lodging_id: UUID) -> HttpResponse:
    """A room with its beds."""
    row = open_lodging(lodging_id)
    begun = {"from_on": max(request.today, row.available_from), "until": row.available_until}
    form = NewRoomForm(request.POST or None, today=request.today, initial=begun)

    def add() -> None:
        Room.objects.add(lodging=row, by=request.user, **form.cleaned_data)

    if saved(form, add):
        return done(request, _("The room is added."), url_of_lodging(row))
    about = HousingPage(title=_("Add a room"), submit=_("Add the room"), **_back_to(row))
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def change_room(request: HttpRequest, room_id: UUID) -> HttpResponse:
    """What it is called, and for whom it is kept."""
    room = _open_room(room_id)
    form = RoomForm(
        request.POST or None, today=request.today, initial={name: getattr(room, name) for name in ROOM_FACTS}
    )

    def change() -> None:
        room.change(by=request.user, version=seen(request, ROOM_FACTS), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, _("The room is saved."), url_of_lodging(room.lodging))
    about = HousingPage(
        title=_("Change room %(room)s") % {"room": room.name},
        submit=_("Save the room"),
        row=room,
        tells=ROOM_FACTS,
        **_back_to(room.lodging),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def add_bed(request: HttpRequest, room_id: UUID) -> HttpResponse:
    """One bed more."""
    room = _open_room(room_id)
    begun = {"from_on": request.today, "until": room.lodging.available_until}
    form = BedForm(request.POST or None, today=request.today, initial=begun)

    def put() -> None:
        Bed.objects.put(room=room, by=request.user, **form.cleaned_data)

    if saved(form, put):
        return done(request, _("The bed is added."), url_of_lodging(room.lodging))
    about = HousingPage(
        title=_("Add a bed to room %(room)s") % {"room": room.name},
        submit=_("Add the bed"),
        **_back_to(room.lodging),
    )
    return render_housing_form(request, form, about)


@require_http_methods(["GET", "POST"])
@require_permission(Permission.WRITE_HOUSING)
@once
def change_bed(request: HttpRequest, bed_id: UUID) -> HttpResponse:
    """What it is called, and from when until when it is there."""
    bed = get_object_or_404(Bed.objects.select_related("room__lodging__provider"), public_id=bed_id)
    known = {"name": bed.name, "from_on": bed.during.lower, "until": bed.last_on}
    form = BedForm(request.POST or None, today=request.today, initial=known)

    def change() -> None:
        bed.change(by=request.user, version=seen(request, BED), **form.cleaned_data)

    if saved_as_seen(form, change):
        return done(request, _("The bed is saved."), url_of_lodging(bed.room.lodging))
    about = HousingPage(
        title=_("Change bed %(bed)s in room %(room)s") % {"bed": bed.name, "room": bed.room.name},
        submit=_("Save the bed"),
        row=bed,
        tells=BED,
        **_back_to(bed.room.lodging),
    )
    return render_housing_form(request, form, about)


def _open_room(room_id: UUID) -> Room:
    return get_object_or_404(Room.objects.select_related("lodging__provider"), public_id=room_id)


def _back_to(row: Lodging) -> dict[str, str]:
    return {"back_url": url_of_lodging(row), "back_label": row.name}
