/** Python programs that recurse from the top, as many people write them: slug and code. */
export const topDownPrograms: [slug: string, code: string][] = [
  [
    'house-robber',
    `from functools import cache
def rob(amounts):
    @cache
    def best(at):
        if at >= len(amounts):
            return 0
        return max(best(at + 1), amounts[at] + best(at + 2))
    return best(0)`,
  ],
  [
    'house-robber-ii',
    `class Solution:
    def rob(self, nums: List[int]) -> int:
        @lru_cache(None)
        def go(i, end):
            return 0 if i >= end else max(go(i + 1, end), nums[i] + go(i + 2, end))
        return nums[0] if len(nums) == 1 else max(go(0, len(nums) - 1), go(1, len(nums)))`,
  ],
  [
    'longest-common-subsequence',
    `class Solution:
    def longestCommonSubsequence(self, text1: str, text2: str) -> int:
        @cache
        def dp(i, j):
            if i == len(text1) or j == len(text2):
                return 0
            if text1[i] == text2[j]:
                return 1 + dp(i + 1, j + 1)
            return max(dp(i + 1, j), dp(i, j + 1))
        return dp(0, 0)`,
  ],
  [
    'unique-paths',
    `import functools
def unique_paths(rows, columns):
    @functools.cache
    def ways(row, column):
        if row == 0 or column == 0:
            return 1
        return ways(row - 1, column) + ways(row, column - 1)
    return ways(rows - 1, columns - 1)`,
  ],
  [
    'coin-change',
    `from functools import lru_cache
def coin_change(coins, amount):
    @lru_cache(maxsize=None)
    def fewest(left):
        if left == 0:
            return 0
        if left < 0:
            return float('inf')
        return 1 + min(fewest(left - coin) for coin in coins)
    best = fewest(amount)
    return best if best != float('inf') else -1`,
  ],
  [
    'climbing-stairs',
    `def climb_stairs(steps, memo={}):
    if steps <= 2:
        return steps
    if steps not in memo:
        memo[steps] = climb_stairs(steps - 1) + climb_stairs(steps - 2)
    return memo[steps]`,
  ],
  [
    'word-break',
    `def can_break(text, words):
    known = set(words)
    @cache
    def fits(start):
        return start == len(text) or any(
            text[start:end] in known and fits(end) for end in range(start + 1, len(text) + 1))
    return fits(0)`,
  ],
  [
    'decode-ways',
    `def num_decodings(digits):
    @cache
    def ways(at):
        if at == len(digits):
            return 1
        if digits[at] == '0':
            return 0
        both = at + 1 < len(digits) and int(digits[at:at + 2]) <= 26
        return ways(at + 1) + (ways(at + 2) if both else 0)
    return ways(0)`,
  ],
  [
    'number-of-islands',
    `def num_islands(grid):
    def sink(row, column):
        if 0 <= row < len(grid) and 0 <= column < len(grid[0]) and grid[row][column] == "1":
            grid[row][column] = "0"
            sink(row + 1, column), sink(row - 1, column), sink(row, column + 1), sink(row, column - 1)
            return 1
        return 0
    return sum(sink(row, column) for row in range(len(grid)) for column in range(len(grid[0])))`,
  ],
  [
    'maximum-depth-of-binary-tree',
    `def max_depth(root):
    return 1 + max(map(max_depth, (root.left, root.right))) if root else 0`,
  ],
  [
    'reverse-linked-list',
    `def reverse_list(head):
    if head is None or head.next is None:
        return head
    rest = reverse_list(head.next)
    head.next.next = head
    head.next = None
    return rest`,
  ],
  [
    'reorder-list',
    `class ListNode:
    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next
class Solution:
    def reorderList(self, head: Optional[ListNode]) -> None:
        back = None
        node = head
        count = 0
        while node:
            back = ListNode(node.val, back)
            node = node.next
            count += 1
        node = head
        for at in range(1, count):
            after = node.next
            if at % 2:
                node.next = ListNode(back.val, after)
                back = back.next
                node = node.next
            else:
                node = after
        if node:
            node.next = None`,
  ],
]
