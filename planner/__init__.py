"""The pain-plan builder's planner: values in, values out.

model, words, knowledge -> safety -> planning -> visit -> charts, exports, command
                           diary --> review ---> visit
                           figures ----------------------> exports, command
                           system -----------------------> command
"""
