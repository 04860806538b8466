def insert_interval(intervals: list[list[int]], added: list[int]) -> list[list[int]]:
    start, end = added
    before = [one for one in intervals if one[1] < start]
    after = [one for one in intervals if one[0] > end]
    # What is in neither list has a point in common with the new one.
    meeting = intervals[len(before) : len(intervals) - len(after)]
    if meeting:
        start = min(start, meeting[0][0])
        end = max(end, meeting[-1][1])
    return [*before, [start, end], *after]
