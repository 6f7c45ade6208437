"""Invented exports with the exact headings of the products that are known by name."""

BEARABLE = """\
date,weekday,time of day,category,rating/amount,detail,notes
"22nd Sep 2020","Tuesday","am","Symptom","2","Back pain (Moderate)",""
"22nd Sep 2020","Tuesday","3:04","Symptom","3","Back pain (Severe)","after lunch, sat long"
"22nd Sep 2020","Tuesday","all day","Mood","7","",""
"22nd Sep 2020","Tuesday","pm","Factors","","Massage | Walk",""
"23rd Sep 2020","Wednesday","pre","Symptom","1","Fatigue (Mild)",""
"23rd Sep 2020","Wednesday","mid","Symptom","1","Back pain (Mild)",""
"24th Sep 2020","Thursday","","Sleep","9:45","",""
"""
DAYLIO_NEW = """\
\ufefffull_date,date,weekday,time,mood,activities,scales,note_title,note
2024-03-02,March 2,Saturday,9:00 PM,good,"walk | massage","Pain:\u00a06 | Stress:\u00a02","",""
2024-03-01,March 1,Friday,20:39,rad,"reading","Pain:\u00a03 | Stress:\u00a01","","quiet day"
"""
DAYLIO_OLD = """\
\ufefffull_date,date,weekday,time,mood,activities,note
2024-03-02,March 2,Saturday,9:00 PM,good,"walk | reading",""
2024-03-01,March 1,Friday,20:39,awful,"","long day"
"""
MIGRAINE_BUDDY = """\
"Date","Time Period","Description","Notes"
"10/30/18","Evening","still going on",""
The list below has all attacks that ended.

"#","Started","Lasted","Start UTC Offset (min)","End UTC Offset (min)","Geohash","Attack Types",\
"Attack Location","Pain Level","Affected Activities","Potential Triggers","Symptoms",\
"Most Bothersome Symptom","Premonitory Symptoms","Pain Positions","Helpful Medication","Notes"
"1","10/12/18 23:30","01h 00m","-300","-300","f25dvk","Migraine","Home","7","work","","Nausea",\
"","","Right Temple","",""
"2","10/25/18 08:15","1d 02h 15m","-300","-300","f25dvk","Migraine","Work","4","","","",\
"","","Left Temple","","rain, then sun"
"""
FLAREDOWN = """\
user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value
QEVuA==,0,female,CA,2017-04-28,3168,Condition,Pain in left arm,4
QEVuA==,0,female,CA,2017-04-28,77,Treatment,Ibuprofen,8.0 mg
QEVuA==,0,female,CA,2017-04-29,3168,Condition,Pain in left arm,1
QEVuB==,41,male,US,2017-04-29,242,Symptom,Joint pain,2
QEVuB==,41,male,US,2017-04-29,12,Weather,icon,rain
"""
VISIBLE = """\
observation_date,tracker_name,tracker_category,observation_value 
2024-05-22,Sleep,Sleep,2 
2024-05-22,Joint pain,Pain,1 
2024-05-22,Resting HR,Measurement,62 
2024-05-23,Joint pain ,Pain ,3 
"""
FITBIT_SLEEP = """\
Sleep
Start Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,\
Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep
"2010-10-13 11:12PM","2010-10-14 6:12AM","1,410","15","3","425",N/A,N/A,N/A
"2010-10-14 11:50PM","2010-10-15 7:00AM","402","20","2","430","80","250","72"
"""
MICROSOFT_FORMS = """\
ID,Start time,Completion time,Email,Name,How bad is your pain today? (0\u201310),Where is it?
1,10/9/2024 11:02,10/9/2024 11:03,ann@example.org,Ann Example,6,Lower back
2,10/19/2024 18:01,10/19/2024 18:02,ann@example.org,Ann Example,8,Lower back
"""
REDCAP = """\
record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,dob,diary_date,\
pain_nrs,site___1,site___2,diary_complete
1,baseline_arm_1,,,1960-01-01,,,0,0,
1,daily_arm_1,diary,1,,2024-03-01,6,1,0,2
1,daily_arm_1,diary,2,,2024-03-02,0,1,0,2
1,daily_arm_1,diary,3,,2024-03-03,,0,0,0
"""
APPLE_HEALTH = """\
Start,Symptom,Severity,Hours asleep
2026-01-05 21:30:00 -0500,Lower back pain,2 (moderate),6.5
2026-01-06 08:00:00 -0500,Lower back pain,0 (not present),
2026-01-06 08:00:00 -0500,Nausea,1 (mild),
"""
MIGRALOG = """\
Time,Kind,Intensity (0-10),Location,Medication,Notes
2026-01-05 21:30,reading,7,left_temple,,
2026-01-06,good day,0,,,
2026-01-07 08:00,medicine,,,Sumatriptan,
"""
PAIN_TRACKER = """\
Date,Time,Pain Level,Locations,Symptoms,Limited Activities,Sleep Quality,Mood Impact,\
Missed Work Days,Notes
2026-01-05,21:30,4,"lower back; left hip",stiffness,stairs,6,3,0,"a long day"
2026-01-06,21:10,0,,,,7,1,0,""
"""
PRODUCTS = {
    "bearable": BEARABLE,
    "daylio": DAYLIO_NEW,
    "daylio, old": DAYLIO_OLD,
    "migraine-buddy": MIGRAINE_BUDDY,
    "flaredown": FLAREDOWN,
    "visible": VISIBLE,
    "fitbit-sleep": FITBIT_SLEEP,
    "microsoft-forms": MICROSOFT_FORMS,
    "redcap": REDCAP,
    "apple-health": APPLE_HEALTH,
    "migralog": MIGRALOG,
    "pain-tracker": PAIN_TRACKER,
}
