/** The nodes Python code is given, and the way of values in and out: the same encodings and words as `decode.ts` and `encode.ts`. */
export const pythonValues = String.raw`
import array, collections.abc, numbers

MOST_NODES = 1_000_000

# Every node there is, until the next program is loaded. Python frees a long chain link within link, deeper than
# WebAssembly's stack goes; so nodes stay, also those that a program keeps from test to test, and their links are taken
# apart one by one at the end.
made = []


class ListNode:
    def __init__(self, val=0, next=None):
        made.append(self)
        self.val = val
        self.next = next

    def __repr__(self):
        return f"ListNode({show_values(nodes_of(self, 20), ' → ')})"


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        made.append(self)
        self.val = val
        self.left = left
        self.right = right

    def __repr__(self):
        return f"TreeNode({show_values(nodes_of(self, 20), ', ')})"


class GraphNode:
    def __init__(self, val=0, neighbors=None):
        made.append(self)
        self.val = val
        self.neighbors = neighbors if neighbors is not None else []

    def __repr__(self):
        return f"GraphNode({self.val!r})"


def show_values(nodes, separator):
    return separator.join(repr(node.val) for node in nodes) + (separator + "…" if len(nodes) == 20 else "")


class ShapeError(Exception):
    pass


ONE = {"int": "an integer", "float": "a number", "bool": "True or False", "string": "a string", "void": "None",
       "ListNode": "a ListNode or None", "TreeNode": "a TreeNode or None", "GraphNode": "a GraphNode or None"}
MANY = {"int": "integers", "float": "numbers", "bool": "booleans", "string": "strings", "ListNode": "ListNodes"}


def describe_type(base, depth):
    if depth == 0:
        return ONE[base]
    return f"a list of {MANY[base]}" if depth == 1 else f"a list of lists of {MANY[base]}"


def describe_value(value):
    if value is None:
        return "None"
    if value is True or value is False:
        return str(value)
    if isinstance(value, str):
        return "a string"
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN, which is not a number" if math.isnan(value) else f"infinity ({value!r})"
    if isinstance(value, int) and value.bit_length() > 200:
        return f"a number of {value.bit_length()} bits"
    if isinstance(value, (int, float)):
        return f"the number {value!r}"[:60]
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, (set, frozenset)):
        return "a set, which has no order"
    return f"a {type(value).__name__}"


def type_of(text):
    depth = text.count("[]")
    return text.replace("[]", ""), depth


def decode(base, depth, value):
    if depth > 0:
        return [decode(base, depth - 1, one) for one in value]
    if base == "float":
        return float(value)
    if base == "ListNode":
        return decode_list(value)
    if base == "TreeNode":
        return decode_tree(value)
    if base == "GraphNode":
        return decode_graph(value)
    return value


def decode_list(value):
    cycle = -1
    if isinstance(value, dict):
        value, cycle = value["values"], value["cycle"]
    nodes = [ListNode(val) for val in value]
    for one, after in zip(nodes, nodes[1:]):
        one.next = after
    if nodes and cycle >= 0:
        nodes[-1].next = nodes[cycle]
    return nodes[0] if nodes else None


def decode_tree(value):
    if not value or value[0] is None:
        return None
    nodes = [TreeNode(value[0])]
    for at, val in enumerate(value[1:], 1):
        if val is None:
            continue
        node = TreeNode(val)
        parent = nodes[(at - 1) // 2]
        nodes.append(node)
        if at % 2 == 1:
            parent.left = node
        else:
            parent.right = node
    return nodes[0]


def decode_graph(value):
    nodes = [GraphNode(at + 1) for at in range(len(value))]
    for node, neighbors in zip(nodes, value):
        node.neighbors = [nodes[val - 1] for val in neighbors]
    return nodes[0] if nodes else None


def is_number(one):
    if isinstance(one, int):
        return not isinstance(one, bool)
    return isinstance(one, numbers.Number) and not isinstance(one, complex) and math.isfinite(one)


def is_sequence(one, is_free):
    if isinstance(one, (set, frozenset)):
        return is_free
    kinds = (collections.abc.Sequence, collections.deque, array.array, collections.abc.ValuesView,
             collections.abc.KeysView, collections.abc.ItemsView, collections.abc.Iterator)
    return isinstance(one, kinds) and not isinstance(one, (str, bytes, bytearray))


def limited(values):
    for at, one in enumerate(values):
        if at > MOST_NODES:
            raise ShapeError("Your result has over a million values; it does not seem to end.")
        yield one


def encode(base, depth, value, subject):
    def misfit(one, path):
        what = describe_value(one) if path == "" else f"a list with {describe_value(one)} at {path}"
        return ShapeError(f"{subject} {what}; {describe_type(base, depth)} is expected.")

    def at_depth(left, one, path):
        if left > 0:
            # Only here: what a set holds stands in no order of its own.
            is_free = job["free"] == "deep" or (job["free"] == "top" and left == depth)
            if isinstance(one, (list, tuple)) or is_sequence(one, is_free):
                return [at_depth(left - 1, inner, f"{path}[{at}]") for at, inner in enumerate(limited(one))]
            raise misfit(one, path)
        if base == "void":
            return None
        if base == "bool" and isinstance(one, bool):
            return one
        if base == "string" and isinstance(one, str):
            return one
        if base == "int" and is_number(one) and one == (whole := int(one)) and whole.bit_length() < 2_000:
            return whole
        if base == "float" and is_number(one):
            return float(one) if not isinstance(one, int) else int(one)
        if base in ("ListNode", "TreeNode", "GraphNode"):
            if one is None:
                return []
            if base == "ListNode" and hasattr(one, "val") and hasattr(one, "next"):
                return encode_list(one)
            if base == "TreeNode" and hasattr(one, "val") and hasattr(one, "left"):
                return encode_tree(one)
            if base == "GraphNode" and hasattr(one, "val") and hasattr(one, "neighbors"):
                return encode_graph(one)
        raise misfit(one, path)

    return at_depth(depth, value, "")


def node_value(node):
    val = getattr(node, "val", None)
    if isinstance(val, (int, float)) and not isinstance(val, bool) and math.isfinite(val):
        return val
    raise ShapeError(f"A node of your result holds {describe_value(val)}; a number is expected.")


def guard_count(count):
    if count > MOST_NODES:
        raise ShapeError("Your result has over a million nodes; it does not seem to end.")


def encode_list(node):
    values, places = [], {}
    while node is not None:
        if id(node) in places:
            return {"values": values, "cycle": places[id(node)]}
        if not hasattr(node, "next"):
            raise ShapeError(f"Your list holds {describe_value(node)} where a node or None is expected.")
        places[id(node)] = len(values)
        values.append(node_value(node))
        guard_count(len(values))
        node = node.next
    return values


def encode_tree(root):
    out, queue, seen = [], collections.deque([root]), set()
    while queue:
        node = queue.popleft()
        if node is None:
            out.append(None)
            continue
        if not hasattr(node, "left") or not hasattr(node, "right"):
            raise ShapeError(f"Your tree holds {describe_value(node)} where a node or None is expected.")
        if id(node) in seen:
            raise ShapeError("Your result is no tree: the same node hangs in it twice.")
        seen.add(id(node))
        out.append(node_value(node))
        guard_count(len(seen))
        queue.append(node.left)
        queue.append(node.right)
    while out and out[-1] is None:
        out.pop()
    return out


def encode_graph(start):
    nodes, by_value, seen = [start], {}, {id(start)}
    for node in nodes:
        val = node_value(node)
        if val in by_value:
            raise ShapeError(f"Your graph has two nodes with val {val}.")
        by_value[val] = node
        if not isinstance(node.neighbors, (list, tuple)):
            raise ShapeError("A node of your graph has no list of neighbors.")
        for neighbor in node.neighbors:
            if not hasattr(neighbor, "neighbors"):
                raise ShapeError(f"Your graph holds {describe_value(neighbor)} where a node is expected.")
            if id(neighbor) not in seen:
                seen.add(id(neighbor))
                nodes.append(neighbor)
                guard_count(len(nodes))
    for val in range(1, len(nodes) + 1):
        if val not in by_value:
            raise ShapeError(f"Your graph has no node with val {val}.")
    return [[node_value(one) for one in by_value[val].neighbors] for val in range(1, len(nodes) + 1)]


def nodes_of(root, most=math.inf):
    nodes, seen = [], set()

    def add(node):
        if hasattr(node, "val") and id(node) not in seen:
            seen.add(id(node))
            nodes.append(node)

    for one in root if isinstance(root, (list, tuple)) else [root]:
        add(one)
    for node in nodes:
        if len(nodes) >= most:
            break
        for field in ("next", "left", "right"):
            add(getattr(node, field, None))
        for one in getattr(node, "neighbors", None) or []:
            add(one)
    return nodes
`
