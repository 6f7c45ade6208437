"""The words that a diary is kept in: headings, months, weekdays and "none", by language."""

from datetime import date

HEADINGS = {
    "en": {"date": "Date", "pain": "Pain", "sleep": "Sleep", "note": "Notes", "time": "Time",
           "year": "Year", "month": "Month", "day": "Day", "massage": "Massage session",
           "medicine": "Medication", "symptom": "Symptom", "score": "Score", "week": "Week"},
    "de": {"date": "Datum", "pain": "Schmerzstärke", "sleep": "Schlaf", "note": "Notizen",
           "time": "Uhrzeit", "year": "Jahr", "month": "Monat", "day": "Tag",
           "massage": "Massage", "medicine": "Medikament", "symptom": "Symptom", "score": "Wert",
           "week": "Woche"},
    "nl": {"date": "Datum", "pain": "Pijnscore", "sleep": "Slaap", "note": "Opmerking",
           "time": "Tijd", "year": "Jaar", "month": "Maand", "day": "Dag", "massage": "Massage",
           "medicine": "Pijnstiller", "symptom": "Symptoom", "score": "Waarde", "week": "Week"},
    "fr": {"date": "Date", "pain": "Douleur", "sleep": "Sommeil", "note": "Commentaire",
           "time": "Heure", "year": "Année", "month": "Mois", "day": "Jour", "massage": "Massage",
           "medicine": "Médicament", "symptom": "Symptôme", "score": "Valeur", "week": "Semaine"},
    "es": {"date": "Fecha", "pain": "Dolor", "sleep": "Sueño", "note": "Notas", "time": "Hora",
           "year": "Año", "month": "Mes", "day": "Día", "massage": "Masaje",
           "medicine": "Medicamento", "symptom": "Síntoma", "score": "Valor", "week": "Semana"},
    "it": {"date": "Data", "pain": "Dolore", "sleep": "Sonno", "note": "Note", "time": "Ora",
           "year": "Anno", "month": "Mese", "day": "Giorno", "massage": "Massaggio",
           "medicine": "Farmaco", "symptom": "Sintomo", "score": "Valore", "week": "Settimana"},
    "pl": {"date": "Data", "pain": "Ból", "sleep": "Sen", "note": "Uwagi", "time": "Godzina",
           "year": "Rok", "month": "Miesiąc", "day": "Dzień", "massage": "Masaż",
           "medicine": "Lek", "symptom": "Objaw", "score": "Wartość", "week": "Tydzień"},
    "pt": {"date": "Data", "pain": "Dor", "sleep": "Sono", "note": "Notas", "time": "Hora",
           "year": "Ano", "month": "Mês", "day": "Dia", "massage": "Massagem",
           "medicine": "Medicamento", "symptom": "Sintoma", "score": "Valor", "week": "Semana"},
}  # fmt: skip
LANGUAGES = tuple(HEADINGS)
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
          "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
          "dicembre",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
          "listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
          "dezembro",
}  # fmt: skip
TITLES = {
    **MONTHS,
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
    "grudzień",
}
WEEKDAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Mo Di Mi Do Fr Sa So",
    "nl": "ma di wo do vr za zo",
    "fr": "lun mar mer jeu ven sam dim",
    "es": "lun mar mié jue vie sáb dom",
    "it": "lun mar mer gio ven sab dom",
    "pl": "pon wt śr czw pt sob ndz",
    "pt": "seg ter qua qui sex sáb dom",
}
NONE = {
    "en": ("none", "no", "nil", "no pain", "None", "pain free", "0"),
    "de": ("keine", "keine Schmerzen", "kein", "nein"),
    "nl": ("geen", "geen pijn", "nee"),
    "fr": ("aucune", "aucun", "non", "rien", "pas de douleur"),
    "es": ("ninguno", "sin dolor", "no", "nada"),
    "it": ("nessuno", "no", "nessun dolore", "niente"),
    "pl": ("brak", "nie", "bez bólu"),
    "pt": ("nenhuma", "sem dor", "não", "nada"),
}
SEVERITIES = {
    "en": ("none", "mild", "moderate", "severe"),
    "de": ("keine", "leicht", "mittel", "stark"),
    "nl": ("geen", "licht", "matig", "ernstig"),
    "fr": ("aucune", "légère", "modérée", "sévère"),
    "es": ("ninguno", "leve", "moderado", "fuerte"),
    "it": ("nessuno", "lieve", "moderato", "forte"),
    "pl": ("brak", "lekki", "umiarkowany", "silny"),
    "pt": ("nenhuma", "leve", "moderada", "forte"),
}
YES_NO = {
    "en": ("Yes", "No"), "de": ("ja", "nein"), "nl": ("ja", "nee"), "fr": ("oui", "non"),
    "es": ("sí", "no"), "it": ("sì", "no"), "pl": ("tak", "nie"), "pt": ("sim", "não"),
}  # fmt: skip
HEADACHE = {
    "en": "Headache", "de": "Kopfschmerzen", "nl": "Hoofdpijn", "fr": "Migraine",
    "es": "Migraña", "it": "Emicrania", "pl": "Ból głowy", "pt": "Dor de cabeça",
}  # fmt: skip
NOTES = ("", "", "", "slept badly", "long drive; stiff", 'said "ouch"', "rain, wind", "café")


def month_name(day: date, language: str, titled: bool = False) -> str:
    """The month of a day, as it stands within a date or as a title."""
    return (TITLES if titled else MONTHS)[language].split()[day.month - 1]


def weekday_name(day: date, language: str) -> str:
    """The weekday of a day, short."""
    return WEEKDAYS[language].split()[day.weekday()]
