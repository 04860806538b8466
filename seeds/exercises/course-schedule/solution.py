def can_finish(num_courses: int, prerequisites: list[list[int]]) -> bool:
    unblocks: list[list[int]] = [[] for _ in range(num_courses)]
    blocked_by = [0] * num_courses
    for course, before in prerequisites:
        unblocks[before].append(course)
        blocked_by[course] += 1
    waiting = [course for course in range(num_courses) if blocked_by[course] == 0]
    taken = 0
    while waiting:
        course = waiting.pop()
        taken += 1
        for following in unblocks[course]:
            blocked_by[following] -= 1
            if blocked_by[following] == 0:
                waiting.append(following)
    # Whatever is left waits for something else that is left: a cycle.
    return taken == num_courses
