"""The drawing of the body chart as data: half a figure, front and back, mirrored in code.

In the half figure x grows outward from the midline and y downward; a head is 84 units high.
A line names its corners and gives the points between; a region is the ring of its corners.
"""

from collections.abc import Mapping

from ui.body_chart.curves import Point

Line = tuple[str | Point, ...]

WIDTH, HEIGHT = 560, 712
MIDLINES = {"front": 140, "back": 420}

CORNERS: Mapping[str, Point] = {
    # on the outline, from the crown round the arm to the crotch
    "crown": (0, 30), "brow": (28.6, 61), "occiput": (32.6, 75), "ear lobe": (29, 84.6),
    "neck top": (19.2, 108.6), "neck base": (29, 138.5), "deltoid": (91.5, 194),
    "elbow top": (101.3, 252), "elbow end": (107.6, 285), "wrist top": (111.8, 333),
    "wrist end": (117.2, 363), "fingertip": (115, 431.4), "palm heel": (97, 367),
    "wrist inside": (92.8, 336), "forearm inside": (81.6, 288), "elbow inside": (76.6, 256.5),
    "armpit": (59, 197), "shoulder blade": (56.2, 214), "ribs": (50.8, 243), "waist": (47.4, 260),
    "hip bone": (50.2, 289), "hip": (60.4, 358), "buttock": (60.6, 371),
    "thigh end": (49.6, 463), "shin top": (46.8, 509), "ankle top": (37.6, 605),
    "ankle end": (40, 634), "toe": (23.8, 697.6), "ankle inside": (17.6, 634),
    "shin inside": (17, 605), "calf inside": (13.1, 509), "knee inside": (12.2, 463),
    "inner thigh": (1.4, 373), "crotch": (0, 362),
    # inside
    "brow middle": (0, 63), "mouth": (0, 88), "chin": (0, 120), "throat": (0, 149),
    "collar bone": (17, 146.4), "breastbone": (0, 227), "bladder": (0, 322), "groin top": (27, 309),
    "groin end": (26, 354), "occiput middle": (0, 79), "skull base": (0, 109),
    "nape": (0, 148), "blade middle": (0, 211), "waist middle": (0, 257), "sacrum top": (0, 300),
    "sacrum corner": (19, 298.5), "sacrum tip": (0, 348), "buttock top": (33, 295),
    "fold": (39, 373.5),
}  # fmt: skip

OUTLINE: tuple[Line, ...] = (
    ("crown", (11, 31.6), (21.5, 39), (27, 49), "brow", (29.4, 66.4), (31.6, 66.2), (33, 69.4),
     "occiput", (31, 81.6), "ear lobe", (26.8, 95), (23.8, 103), "neck top", (17.6, 116), (18, 125),
     (21, 132), "neck base", (46, 144.5), (66, 150), (79, 158.5), (87.4, 173), "deltoid",
     (95.4, 214), (98.8, 234), "elbow top", (104.2, 268), "elbow end", (110, 302), (111.2, 318),
     "wrist top", (113.6, 350), "wrist end", (120.6, 367), (126.6, 376), (131.4, 387),
     (134, 397), (133.6, 403.4), (130.8, 405.2), (128.2, 401), (126.4, 394.6), (124.4, 391.6),
     (124.8, 400), (124.6, 412), (123.6, 420.6), (121.4, 424), (119.2, 422.2), (118.5, 419.4),
     (118.3, 425), (117, 430), "fingertip", (112.6, 429.6), (111.8, 424.4), (111.5, 419.6),
     (110.8, 424.6), (109, 428), (106.6, 427.6), (105.2, 423), (104.6, 416.4), (103.8, 419.4),
     (101.8, 421.4), (99.4, 419.6), (97.4, 411), (95.4, 398), (94.6, 385), (95.4, 374),
     "palm heel", (95, 352), "wrist inside", (89.6, 323), (84.6, 304), "forearm inside",
     (79.4, 272), "elbow inside", (70.6, 236), (64.6, 215), "armpit"),
    ("armpit", "shoulder blade", (53.4, 229), "ribs", "waist", (47.4, 273), "hip bone",
     (55.4, 311), (59, 334), "hip", "buttock", (59.4, 402), (55.2, 435), "thigh end",
     (47.4, 486), "shin top", (48, 533), (47.2, 558), (42.4, 584), "ankle top", (37, 619),
     "ankle end", (44.6, 653), (49, 669), (50.4, 679), (48.6, 684.4), (45.8, 684.6), (44.4, 683.4),
     (43.8, 687.4), (41.4, 689.2), (39.2, 687), (38.2, 690.8), (35.8, 692.2), (33.7, 689.6),
     (32.8, 693.6), (30.4, 695), (28.4, 691.6), (27.2, 695.8), "toe", (20.2, 694.8), (19, 687),
     (19.8, 672), (18.4, 651), "ankle inside", (18.2, 619), "shin inside", (13.4, 580),
     (10.6, 550), (11.6, 528), "calf inside", (13.6, 486), "knee inside", (8.6, 438),
     (4.6, 404), "inner thigh", "crotch"),
)  # fmt: skip

ARM_AND_LEG: tuple[Line, ...] = (
    ("deltoid", (75, 199.5), "armpit"),
    ("elbow top", (89, 257.5), "elbow inside"),
    ("elbow end", (95, 290), "forearm inside"),
    ("wrist top", (102.4, 336), "wrist inside"),
    ("wrist end", (107.4, 367.6), "palm heel"),
    ("ankle top", (27, 608), "shin inside"),
    ("ankle end", (29, 638), "ankle inside"),
)

SEAMS: Mapping[str, tuple[Line, ...]] = {
    "front": (
        *ARM_AND_LEG,
        ("brow", (15, 62.6), "brow middle"),
        ("ear lobe", (21, 86.4), (10, 87.6), "mouth"),
        ("neck top", (13.4, 114.8), (6.6, 119.1), "chin"),
        ("neck base", (24, 143), "collar bone", (8, 148.6), "throat"),
        ("collar bone", (35, 152), (49.4, 165), (56.4, 181), "armpit"),
        ("ribs", (34, 241.4), (15, 230.5), "breastbone"),
        ("hip bone", (40, 299), "groin top", (13, 318.6), "bladder"),
        ("groin top", (25, 331), "groin end"),
        ("hip", (44, 360), "groin end"),
        ("groin end", (12, 359.5), "crotch"),
        ("thigh end", (31, 458), "knee inside"),
        ("shin top", (31, 514), "calf inside"),
    ),
    "back": (
        *ARM_AND_LEG,
        ("occiput", (16, 78.4), "occiput middle"),
        ("neck top", (10, 109), "skull base"),
        ("neck base", (24, 143), "collar bone", (8, 147.6), "nape"),
        ("collar bone", (35, 152), (49.4, 165), (56.4, 181), "armpit"),
        ("shoulder blade", (30, 212.6), "blade middle"),
        ("waist", (26, 257.6), "waist middle"),
        ("hip bone", (42, 292.6), "buttock top", "sacrum corner", (9, 300), "sacrum top"),
        ("sacrum corner", (16.5, 319), (8.6, 338), "sacrum tip"),
        ("buttock top", (33.6, 322), (35.4, 350), "fold"),
        ("buttock", (50, 372), "fold", (24, 378.4), (9, 376), "inner thigh"),
        ("thigh end", (31, 466), "knee inside"),
        ("shin top", (31, 512), "calf inside"),
    ),
}

# Thin lines inside the regions, for the eye only.
FINGERS = (
    ((118.5, 419.4), (119.2, 398)), ((111.5, 419.6), (111.2, 397)), ((104.6, 416.4), (103.2, 399)),
)  # fmt: skip
TOES = (
    ((28.4, 691.6), (28.8, 683)), ((33.7, 689.6), (33.6, 682)), ((39.2, 687), (38.4, 680)),
    ((44.4, 683.4), (43, 677)),
)  # fmt: skip
DETAILS: Mapping[str, tuple[tuple[Point, ...], ...]] = {
    "front": (
        *FINGERS, *TOES,
        ((7.4, 75.4), (12, 77.4), (16.8, 75)),
        ((3.6, 83), (2, 85.2), (0, 85.6)),
        ((7, 100.6), (3, 102), (0, 101.6)),
        ((0, 278), (1.3, 281), (0, 284)),
        ((20.6, 479), (30, 472.4), (39.6, 479)),
        ((22, 495), (30, 499.6), (38.4, 495)),
    ),
    "back": (
        *FINGERS, *TOES,
        ((15, 163), (18.4, 186), (26, 200), (38, 196)),
        ((19.6, 487), (30, 489.4), (41, 486.4)),
        ((24, 608), (24.6, 632)), ((31.4, 608), (31.6, 632)),
        ((20.4, 648), (26.6, 658), (21.6, 670)),
    ),
}  # fmt: skip

ARM = {
    "upper_arm": ("deltoid", "elbow top", "elbow inside", "armpit"),
    "elbow": ("elbow top", "elbow end", "forearm inside", "elbow inside"),
    "forearm": ("elbow end", "wrist top", "wrist inside", "forearm inside"),
    "wrist": ("wrist top", "wrist end", "palm heel", "wrist inside"),
    "hand": ("wrist end", "fingertip", "palm heel"),
}
KNEE = ("thigh end", "shin top", "calf inside", "knee inside")
LOWER_LEG = ("shin top", "ankle top", "shin inside", "calf inside")
ANKLE = ("ankle top", "ankle end", "ankle inside", "shin inside")
FOOT = ("ankle end", "toe", "ankle inside")
SHOULDER = ("neck base", "deltoid", "armpit", "collar bone")

# Each place in the order in which it is read out, from head to foot.
PLACES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "front": {
        "forehead": ("crown", "brow", "brow middle"),
        "face": ("brow middle", "brow", "ear lobe", "mouth"),
        "jaw": ("mouth", "ear lobe", "neck top", "chin"),
        "neck_front": ("chin", "neck top", "neck base", "throat"),
        "shoulder_front": SHOULDER,
        "upper_arm_front": ARM["upper_arm"],
        "elbow_front": ARM["elbow"],
        "forearm_front": ARM["forearm"],
        "wrist_front": ARM["wrist"],
        "palm": ARM["hand"],
        "chest": ("throat", "collar bone", "armpit", "ribs", "breastbone"),
        "abdomen": ("breastbone", "ribs", "hip bone", "bladder"),
        "hip_front": ("hip bone", "hip", "groin end", "groin top"),
        "groin": ("bladder", "groin top", "groin end", "crotch"),
        "thigh_front": ("hip", "thigh end", "knee inside", "crotch", "groin end"),
        "knee_front": KNEE,
        "shin": LOWER_LEG,
        "ankle_front": ANKLE,
        "foot_top": FOOT,
    },
    "back": {
        "head_back_top": ("crown", "occiput", "occiput middle"),
        "head_back_base": ("occiput middle", "occiput", "neck top", "skull base"),
        "neck_back": ("skull base", "neck top", "neck base", "nape"),
        "shoulder_back": SHOULDER,
        "upper_arm_back": ARM["upper_arm"],
        "elbow_back": ARM["elbow"],
        "forearm_back": ARM["forearm"],
        "wrist_back": ARM["wrist"],
        "hand_back": ARM["hand"],
        "upper_back": ("nape", "collar bone", "armpit", "shoulder blade", "blade middle"),
        "mid_back": ("blade middle", "shoulder blade", "waist", "waist middle"),
        "lower_back": ("waist middle", "waist", "hip bone", "sacrum top"),
        "sacrum": ("sacrum top", "sacrum corner", "sacrum tip"),
        "hip_back": ("hip bone", "buttock", "fold", "buttock top"),
        "buttock": ("sacrum corner", "buttock top", "fold", "inner thigh", "crotch", "sacrum tip"),
        "thigh_back": ("buttock", "thigh end", "knee inside", "inner thigh"),
        "knee_back": KNEE,
        "calf": LOWER_LEG,
        "ankle_back": ANKLE,
        "foot_sole": FOOT,
    },
}
