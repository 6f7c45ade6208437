"""What is printed: the plan, the note, the page of progress and the diary sheet, by typst."""
