"""The parts of the City by which places and homes are looked for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class District(models.TextChoices):
    """Where in Copenhagen something lies: the City's ten districts by their names, and everywhere else."""

    INDRE_BY = "indre-by", "Indre By"
    OSTERBRO = "osterbro", "Østerbro"
    NORREBRO = "norrebro", "Nørrebro"
    VESTERBRO = "vesterbro", "Vesterbro/Kongens Enghave"
    VALBY = "valby", "Valby"
    VANLOSE = "vanlose", "Vanløse"
    BRONSHOJ = "bronshoj", "Brønshøj-Husum"
    BISPEBJERG = "bispebjerg", "Bispebjerg"
    AMAGER_OST = "amager-ost", "Amager Øst"
    AMAGER_VEST = "amager-vest", "Amager Vest"
    OUTSIDE = "outside", _("Outside Copenhagen")


# Where the City's own homes can lie.
IN_THE_CITY = [(district.value, district.label) for district in District if district != District.OUTSIDE]
