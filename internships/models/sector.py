from django.db import models
from django.utils.translation import gettext_lazy as _


class Sector(models.TextChoices):
    """What kind of work a company does, as coarsely as a caseworker looks for a place."""

    CARE = "care", _("Care and health")
    CHILDCARE = "childcare", _("Childcare and schools")
    CLEANING = "cleaning", _("Cleaning and facilities")
    CONSTRUCTION = "construction", _("Construction and crafts")
    FOOD = "food", _("Kitchens, restaurants and canteens")
    GREEN = "green", _("Gardens, parks and farming")
    HOTEL = "hotel", _("Hotels and laundries")
    INDUSTRY = "industry", _("Industry and workshops")
    OFFICE = "office", _("Office and IT")
    SHOPS = "shops", _("Shops")
    TRANSPORT = "transport", _("Transport and warehouses")
    OTHER = "other", _("Other work")
