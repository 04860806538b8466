def is_valid(text: str) -> bool:
    opening = {")": "(", "]": "[", "}": "{"}
    still_open: list[str] = []
    for bracket in text:
        if bracket not in opening:
            still_open.append(bracket)
        elif not still_open or still_open.pop() != opening[bracket]:
            return False
    return not still_open
