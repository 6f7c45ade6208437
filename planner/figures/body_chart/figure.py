"""The drawing of the body chart as data: half a figure, front and back, mirrored in code.

In the half figure x grows outward from the midline and y downward; a head is 84 units high.
A line names its corners and gives the points between; a region is the ring of its corners.
"""

from collections.abc import Mapping

from planner.figures.body_chart.curves import Point

Line = tuple[str | Point, ...]

WIDTH, HEIGHT = 560, 712
MIDLINES = {"front": 140, "back": 420}

CORNERS: Mapping[str, Point] = {
    # on the outline, from the crown round the arm to the crotch
    "crown": (0, 30), "brow": (28.9, 60), "occiput": (33, 75), "ear lobe": (29.8, 85.4),
    "neck top": (21.4, 108.6), "neck base": (30, 139), "deltoid": (93, 194),
    "elbow top": (102.6, 252), "elbow end": (110.4, 283), "wrist top": (111.8, 334),
    "wrist end": (115, 363), "fingertip": (114, 432), "palm heel": (95.6, 366),
    "wrist inside": (92.8, 336), "forearm inside": (80.8, 288), "elbow inside": (76.6, 256.5),
    "armpit": (59, 197), "shoulder blade": (56.2, 214), "ribs": (50.6, 243), "waist": (48.2, 260),
    "hip bone": (50.2, 289), "hip": (60.4, 358), "buttock": (60.6, 371),
    "thigh end": (49.6, 463), "shin top": (46.8, 509), "ankle top": (37.6, 605),
    "ankle end": (39.6, 633), "toe": (23.2, 691.8), "ankle inside": (17.2, 634),
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
    ("crown", (10.5, 31.2), (20, 36.4), (26.4, 46), "brow", (29.6, 66.6), (31.8, 65.8), (33.4, 69),
     "occiput", (31.6, 82), "ear lobe", (29.2, 92.6), (26.8, 100.6), "neck top", (19.6, 117.6),
     (19.8, 126), (22.4, 133), "neck base", (46, 145), (66, 150.6), (79.4, 158.6), (88.4, 172),
     "deltoid", (96.4, 208), (98.4, 223), (100, 238), "elbow top", (106.4, 267), "elbow end",
     (112.4, 299), (112.6, 316), "wrist top", (112.6, 349), "wrist end", (119.4, 370.4),
     (125, 379.6),
     (130, 389.6), (132.8, 399.4), (132.2, 405.2), (129.2, 406), (126.4, 400.8), (123.4, 395.6),
     (123.6, 406), (122.8, 417.4), (121.4, 423), (119.2, 424.4), (117.6, 421.4), (117.1, 415),
     (117, 424), (116.2, 430.6), "fingertip", (111.6, 430.2), (110.7, 423), (110.4, 415.6),
     (109.9, 422.4), (108.8, 427.2), (106.6, 428.4), (104.8, 425), (104.2, 418), (103.9, 412.8),
     (103, 417.4), (101.2, 420.2), (99, 418.8), (97.4, 412), (95.7, 399), (94.7, 386), (95.2, 375),
     "palm heel", (94.2, 352), "wrist inside", (89.4, 321), (84.4, 304), "forearm inside",
     (78.4, 272), "elbow inside", (71.6, 236), (65.4, 215), "armpit"),
    ("armpit", "shoulder blade", (53.2, 229), "ribs", "waist", (48.2, 273), "hip bone",
     (55.4, 311), (59, 334), "hip", "buttock", (60, 400), (56, 434), "thigh end",
     (47.8, 485), "shin top", (48.2, 533), (47.2, 558), (42.4, 584), "ankle top", (37.6, 619),
     "ankle end", (43.2, 647), (48, 660), (50.4, 670.4), (49.8, 676.4), (47.2, 678.4),
     (44.9, 676.8),
     (44.4, 680.6), (41.8, 682.4), (39.6, 680.6), (38.9, 684.2), (36.2, 685.8), (34, 683.8),
     (33.1, 687), (30.4, 688.4), (28.2, 685.8), (27.2, 690.2), "toe", (19.6, 689), (18.2, 681.6),
     (19.4, 668), (18.6, 650), "ankle inside", (17, 620), "shin inside", (13.4, 580),
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
    ((117.1, 415), (117.4, 398)), ((110.4, 415.6), (110.2, 396.6)), ((103.9, 412.8), (103, 398)),
    ((123.4, 395.6), (119.6, 389), (117.4, 380)),
)  # fmt: skip
TOES = (
    ((28.2, 685.8), (28.6, 678)), ((34, 683.8), (33.8, 676.6)), ((39.6, 680.6), (39, 674)),
    ((44.9, 676.8), (43.8, 671)),
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
