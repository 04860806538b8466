/**
 * The Python half of the judge: decodes inputs, calls the learner's code, encodes results. It knows nothing of what is
 * expected; comparison happens once, in TypeScript. Same encodings and same words as `decode.ts` and `encode.ts`.
 */
export const pythonHarness = String.raw`
import collections, json, math, sys, time, traceback, typing

MOST_PRINTED = 64_000
MOST_NODES = 1_000_000
CUT = "\n… more was printed than the 64 KB that are kept."


# Every node of a test. Python frees a long chain link within link, deeper than WebAssembly's stack goes, so the links
# are taken apart one by one when the test is over.
made = []


class ListNode:
    def __init__(self, val=0, next=None):
        made.append(self)
        self.val = val
        self.next = next


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        made.append(self)
        self.val = val
        self.left = left
        self.right = right


class GraphNode:
    def __init__(self, val=0, neighbors=None):
        made.append(self)
        self.val = val
        self.neighbors = neighbors if neighbors is not None else []


class ShapeError(Exception):
    pass


class Capture:
    def __init__(self):
        self.parts, self.size, self.full = [], 0, False

    def write(self, text):
        if self.full:
            return len(text)
        room = MOST_PRINTED - self.size
        if len(text) <= room:
            self.parts.append(text)
            self.size += len(text)
        else:
            self.parts.append(text[:room] + CUT)
            self.full = True
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False

    def take(self):
        text = "".join(self.parts)
        self.__init__()
        return text


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
    if isinstance(value, (int, float)):
        return f"the number {value!r}"[:60]
    if isinstance(value, (list, tuple)):
        return "a list"
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


def encode(base, depth, value, subject):
    def misfit(one, path):
        what = describe_value(one) if path == "" else f"a list with {describe_value(one)} at {path}"
        return ShapeError(f"{subject} {what}; {describe_type(base, depth)} is expected.")

    def at_depth(left, one, path):
        if left > 0:
            if not isinstance(one, (list, tuple)):
                raise misfit(one, path)
            return [at_depth(left - 1, inner, f"{path}[{at}]") for at, inner in enumerate(one)]
        if base == "void":
            return None
        if base == "bool" and isinstance(one, bool):
            return one
        if base == "string" and isinstance(one, str):
            return one
        if base == "int" and isinstance(one, int) and not isinstance(one, bool):
            return one
        if base == "float" and isinstance(one, (int, float)) and not isinstance(one, bool) and math.isfinite(one):
            return one
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


def nodes_of(root):
    nodes, seen = [], set()

    def add(node):
        if hasattr(node, "val") and id(node) not in seen:
            seen.add(id(node))
            nodes.append(node)

    for one in root if isinstance(root, (list, tuple)) else [root]:
        add(one)
    for node in nodes:
        for field in ("next", "left", "right"):
            add(getattr(node, field, None))
        for one in getattr(node, "neighbors", None) or []:
            add(one)
    return nodes


class Timer:
    def __init__(self):
        self.sum, self.since = 0.0, None

    def time(self, act, *args):
        self.since = time.perf_counter()
        result = act(*args)
        self.sum += time.perf_counter() - self.since
        self.since = None
        return result

    def ms(self):
        running = 0 if self.since is None else time.perf_counter() - self.since
        return (self.sum + running) * 1000


def describe_thrown(error):
    if isinstance(error, ShapeError):
        return {"message": str(error)}
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "solution.py"]
    line = lines[-1] if lines else None
    if isinstance(error, SyntaxError) and error.filename == "solution.py":
        line, message = error.lineno, f"{type(error).__name__}: {error.msg}"
    else:
        try:
            message = f"{type(error).__name__}: {error}"
        except Exception:
            message = type(error).__name__
    if isinstance(error, RecursionError):
        message += ". The recursion goes too deep, or does not end."
    if isinstance(error, SystemExit):
        message = "Your code ended the program (SystemExit); it must return its result."
    problem = {"message": message[:2000]}
    if line is not None:
        problem["line"] = line
    return problem


job, target, capture = None, None, Capture()


def load(text):
    global job, target
    job = json.loads(text)
    target = None
    capture.take()
    name, kind = job["name"], job["kind"]
    namespace = {"__name__": "solution", "ListNode": ListNode, "TreeNode": TreeNode, "GraphNode": GraphNode,
                 "List": typing.List, "Optional": typing.Optional, "Dict": typing.Dict}
    try:
        exec(compile(job["code"], "solution.py", "exec"), namespace)
    except BaseException as error:
        return json.dumps({"problem": describe_thrown(error)})
    found = namespace.get(name, namespace.get(job["otherName"]))
    if not callable(found):
        message = (f"There is no {kind} \x60{name}\x60; the tests call it by that name." if found is None
                   else f"\x60{name}\x60 is no {kind}; the tests call it by that name.")
        return json.dumps({"problem": {"message": message}})
    target = found
    return "{}"


def run(text):
    test, timer = json.loads(text), Timer()
    try:
        done = run_steps(test["steps"], timer) if "steps" in test else run_once(test["args"], timer)
        return json.dumps({"ok": True, **done, "printed": capture.take(), "ms": timer.ms()})
    except BaseException as error:
        return json.dumps({"ok": False, "problem": describe_thrown(error), "printed": capture.take(), "ms": timer.ms()})
    finally:
        for node in made:
            node.__dict__.clear()
        made.clear()


def run_once(values, timer):
    types = [type_of(param["type"]) for param in job["params"]]
    args = [None if isinstance(value, dict) and "$node" in value else decode(*kind, value)
            for kind, value in zip(types, values)]
    for at, value in enumerate(values):
        if isinstance(value, dict) and "$node" in value:
            argument, val = value["$node"]
            args[at] = next(node for node in nodes_of(args[argument]) if node.val == val)
    returned = timer.time(target, *args)
    if job["argument"] is not None:
        at = job["argument"]
        subject = f"After the call, \x60{job['params'][at]['name']}\x60 is"
        return {"value": json.dumps(encode(*types[at], args[at], subject)), "fromInput": False}
    base, depth = type_of(job["returns"])
    if job["nodeOf"] is not None:
        return encode_node(base, returned, args[job["nodeOf"]])
    value = json.dumps(encode(base, depth, returned, "Your function returned"))
    own = {id(node) for arg in args for node in nodes_of(arg)} if job["clone"] else set()
    return {"value": value, "fromInput": any(id(node) in own for node in nodes_of(returned)) if own else False}


def encode_node(base, node, argument):
    if node is None:
        return {"value": "null", "fromInput": False}
    from_input = any(node is one for one in nodes_of(argument))
    if not from_input:
        encode(base, 0, node, "Your function returned")
    return {"value": json.dumps(node_value(node)), "fromInput": from_input}


def run_steps(steps, timer):
    raw, out, instance = [None] * len(steps), [], None
    methods = {method["name"]: method for method in job["methods"]}
    for at, step in enumerate(steps):
        if isinstance(step, dict):
            method, act = method_of(methods, instance, step["each"])
            kind = type_of(method["params"][0]["type"])
            inputs = [decode(*kind, value) for value in step["over"]]

            def call_each():
                for one in inputs:
                    act(one)

            timer.time(call_each)
            out.append(None)
        elif instance is None or step[0] == job["name"]:
            instance = timer.time(target, *step_args(job["params"], step, raw))
            out.append(None)
        else:
            method, act = method_of(methods, instance, step[0])
            raw[at] = timer.time(act, *step_args(method["params"], step, raw))
            base, depth = type_of(method["returns"])
            out.append(encode(base, depth, raw[at], f"\x60{method['pythonName']}\x60 returned"))
    return {"value": json.dumps(out), "fromInput": False}


def method_of(methods, instance, name):
    method = methods[name]
    act = getattr(instance, method["pythonName"], None)
    if not callable(act):
        raise ShapeError(
            f"\x60{job['name']}\x60 has no method \x60{method['pythonName']}\x60; the tests call it by that name.")
    return method, act


def step_args(params, step, raw):
    return [raw[value["$result"]] if isinstance(value, dict) and "$result" in value
            else decode(*type_of(param["type"]), value)
            for param, value in zip(params, step[1:])]


sys.stdout = sys.stderr = capture
`
