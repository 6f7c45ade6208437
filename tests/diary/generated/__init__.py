"""Diary files of every kind that people bring, written with their right answers.

What is right is known because the file was made from it; the reader is never asked.
"""
