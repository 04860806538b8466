from collections import Counter


def top_k_frequent(nums: list[int], k: int) -> list[int]:
    # buckets[count]: the numbers that occur exactly that often.
    buckets: list[list[int]] = [[] for _ in range(len(nums) + 1)]
    for num, count in Counter(nums).items():
        buckets[count].append(num)

    top: list[int] = []
    for bucket in reversed(buckets):
        top.extend(bucket)
        if len(top) >= k:
            break
    return top
