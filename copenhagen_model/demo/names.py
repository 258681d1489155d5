"""Names of the demo city: common given and family names by where people come from, joined by chance.

Nobody real is meant. Where a name is written in several ways (Mohamed, Muhammad), the list holds several, because
lists from an asylum centre do too.
"""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Origin:
    """Where people come from: the country as staff write it, the languages, the names."""

    country: str
    languages: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]

    def given_name(self, sex: str, rng: Random) -> str:
        """A given name that goes with the sex."""
        return rng.choice(self.women if sex == "f" else self.men)

    def family_name(self, rng: Random) -> str:
        """A family name; where there is none in use, the father's name."""
        return rng.choice(self.families)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SYRIA = Origin(
    "Syrien",
    ("ar",),
    _words(
        "Fatima Amal Rania Nour Hanan Maha Lina Samar Reem Yasmin Hiba Dima Rasha Sawsan Ghada Mona Zeinab"
    ),
    _words(
        "Ahmad Mohamed Muhammad Omar Khaled Yousef Samir Ibrahim Mahmoud Tariq Bassel Anas Hassan Ziad Fadi"
    ),
    _words(
        "Haddad Khalil Darwish Sabbagh Hamdan Nasser Kassem Shaheen Mansour Barakat Saleh Issa Najjar Rahal"
    ),
)
PALESTINE = Origin(
    "Statsløs palæstinenser",
    ("ar",),
    _words("Amina Layla Iman Salma Suha Hala Nadia Rima Wafa Asma"),
    _words("Mahmud Yasser Khalid Nabil Jamal Walid Mustafa Adnan Ali Rami"),
    _words("Odeh Hijazi Taha Qasim Awad Jaber Hammad Salameh Zaidan Abdallah"),
)
ERITREA = Origin(
    "Eritrea",
    ("ti",),
    _words("Selam Feven Rahel Saba Mebrat Luwam Eden Senait Tirhas Helen Winta Yordanos Abeba Bisrat"),
    _words("Yonas Filmon Amanuel Biniam Dawit Kidane Merhawi Samuel Robel Tekle Henok Natnael Teklay Issak"),
    _words("Tesfay Gebremeskel Haile Berhane Weldu Kahsay Mehari Ghirmay Abraha Tewelde Araya Kiflom Habte"),
)
AFGHANISTAN = Origin(
    "Afghanistan",
    ("prs", "ps"),
    _words("Zahra Maryam Farzana Shukria Parwin Laila Nargis Fariba Soraya Hosna Mursal Freshta"),
    _words("Abdul Najib Farid Hamid Jawad Mirwais Nasir Qasim Rahim Sharif Zalmay Mohammad Reza Habib"),
    _words("Ahmadi Rahimi Hosseini Noori Karimi Sultani Amiri Haidari Azizi Yousufzai Safi Wardak"),
)
SOMALIA = Origin(
    "Somalia",
    ("so",),
    _words("Hodan Ayaan Fadumo Sahra Ifrah Khadra Hawa Nimco Sagal Amran Deeqa Ubah"),
    _words("Abdi Mohamud Hassan Ismail Yusuf Cabdi Farah Liban Mahad Guled Ayanle Bashir"),
    _words("Warsame Hersi Jama Ali Nur Abukar Farah Osman Egal Samatar Duale Mohamed"),
)
IRAN = Origin(
    "Iran",
    ("fa",),
    _words("Shirin Nasrin Mahsa Leila Parisa Azadeh Mina Elham Sara Nahid"),
    _words("Reza Mehdi Behrouz Kaveh Amir Hossein Navid Farhad Omid Saeed"),
    _words("Karimi Moradi Rostami Jafari Sadeghi Ebrahimi Kazemi Tehrani Mousavi Shirazi"),
)
KURDISTAN = Origin(
    "Irak",
    ("kmr", "ckb", "ar"),
    _words("Berivan Jiyan Shilan Gulistan Evin Hêvî Nazdar Rojin Zîn Ronahi"),
    _words("Azad Dilshad Karwan Rêbîn Serhad Hiwa Baran Shwan Zagros Delil"),
    _words("Barzan Botani Sindi Zebari Hawrami Kirkuki Rasho Osman Amedi Gardi"),
)
CONGO = Origin(
    "DR Congo",
    ("sw", "fr"),
    _words("Furaha Neema Esperance Aline Chantal Divine Mapendo Riziki Solange Rehema"),
    _words("Jean-Pierre Emmanuel Patrick Amani Baraka Dieudonné Innocent Pacifique Moïse Fiston"),
    _words("Mugisha Bahati Ndayisenga Byamungu Kabila-Mwamba Muhindo Kasongo Ilunga Mbuyi Ngoy"),
)
MYANMAR = Origin(
    "Myanmar",
    ("my",),
    _words("Thida Nilar Khin Mya Sandar Hnin Ei Zar"),
    _words("Aung Zaw Kyaw Min Htet Thura Naing Soe"),
    _words("Htun Lwin Oo Win Thein Myint Hlaing Tun"),
)
UKRAINE = Origin(
    "Ukraine",
    ("uk", "ru"),
    _words("Oksana Iryna Olena Natalia Tetiana Yulia Kateryna Svitlana Halyna Daryna Mariia Anastasiia"),
    _words("Oleksandr Andrii Serhii Dmytro Viktor Mykola Ivan Taras Bohdan Yurii"),
    _words(
        "Kovalenko Bondarenko Shevchuk Melnyk Tkachenko Kravchuk Lysenko Marchenko Polishchuk Savchuk Hrytsenko"
    ),
)

# Staff of the invented units and the mentors. Copenhagen's staff come from everywhere too.
STAFF = (
    "Lise Holmgaard",
    "Ahmed Yildirim",
    "Karen Bjerregaard",
    "Mads Thorup",
    "Sofie Engholm",
    "Peter Vestby",
    "Amira Fredslund",
    "Jakob Nørskov",
    "Birgit Solvang",
    "Nikolaj Overby",
    "Camilla Rosendal",
    "Hassan Mikkelsen",
    "Line Aabenhus",
    "Thomas Birkelund",
    "Ida Kjeldgaard",
    "Samira Ottosen",
    "Rune Hvidberg",
    "Anne-Mette Skovlund",
    "Emil Dalsgaard",
    "Julie Tranekær",
    "Yasin Bundgaard",
    "Helle Strandvig",
    "Kasper Elmholt",
    "Mette Fuglsang",
    "Oliver Højland",
    "Zenia Markvart",
    "Frederik Sandager",
    "Nadja Elkjær",
    "Simon Vindelev",
    "Trine Kildemose",
    "Malik Søndervang",
    "Caroline Egebo",
    "Steffen Lindbæk",
    "Ditte Rævdal",
    "Jonas Hegelund",
    "Pia Ravnholt",
    "Benjamin Askov",
    "Louise Timmermand",
    "Erik Brobyvang",
    "Fie Lundegård",
    "Gitte Marstrand",
    "Viktor Grønbech",
)

COMPANY_PLACES = _words(
    "Havne Sø Bro Tårn Mølle Fælled Kanal Sluse Eng Plads Have Kløver Linde Ege Birke Ask"
)
COMPANY_TRADES = (
    "Bageri",
    "Rengøring",
    "Hotel",
    "Supermarked",
    "Vaskeri",
    "Køkken",
    "Malerfirma",
    "Lager",
    "Plejehjem",
    "Cykelværksted",
    "Gartneri",
    "Kantine",
    "Byggeservice",
    "Børnehave",
    "Skrædderi",
    "Budtjeneste",
)
