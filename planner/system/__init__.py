"""What the operating system gives and takes: files that are read, files that are left, and streams.

reading    a regular file, whole, and no larger than its kind may be
writing    files that wait beside their places until all of them can be put there
streams    standard output and standard error, whatever stands behind them
"""
