from bisect import bisect_left


def length_of_lis(nums: list[int]) -> int:
    # tails[k]: the smallest number with which a rising selection of length k + 1 can end.
    tails: list[int] = []
    for value in nums:
        place = bisect_left(tails, value)
        if place == len(tails):
            tails.append(value)
        else:
            tails[place] = value
    return len(tails)
