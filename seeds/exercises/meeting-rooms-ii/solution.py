def min_rooms(meetings: list[list[int]]) -> int:
    starts = sorted(start for start, _ in meetings)
    ends = sorted(end for _, end in meetings)
    rooms = ended = 0
    for start in starts:
        # A room whose meeting is over is handed on; otherwise one more is needed.
        if ends[ended] <= start:
            ended += 1
        else:
            rooms += 1
    return rooms
