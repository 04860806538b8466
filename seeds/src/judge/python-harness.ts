import { pythonEnvironment } from './python-environment.ts'
import { pythonValues } from './python-values.ts'

/**
 * The Python half of the judge: decodes inputs, calls the learner's code, encodes results. It knows nothing of what is
 * expected; comparison happens once, in TypeScript.
 */
export const pythonHarness = String.raw`
import collections, functools, json, math, sys, time, typing
${pythonValues}
${pythonEnvironment}

# Deep enough for every cell of the largest grid.
MOST_DEPTH = 200_000
sys.setrecursionlimit(MOST_DEPTH)


class Timer:
    def __init__(self, phase):
        self.sum, self.since, self.phase, self.is_inside = 0.0, None, phase, False

    def time(self, act, *args):
        if not self.is_inside:
            self.is_inside = True
            self.phase("call", self.ms())
        self.since = time.perf_counter()
        result = settled(act(*args))
        self.sum += time.perf_counter() - self.since
        self.since = None
        return result

    def prepare(self):
        """What follows is ours and does not count."""
        if self.is_inside:
            self.is_inside = False
            self.phase("prepare", self.ms())

    def ms(self):
        running = 0 if self.since is None else time.perf_counter() - self.since
        return (self.sum + running) * 1000


def settled(result):
    """What is lazy is worked out while the learner's time runs."""
    if isinstance(result, types.CoroutineType):
        try:
            result.send(None)
        except StopIteration as done:
            return settled(done.value)
        result.close()
        raise ShapeError("Your function waits (await) for something that never comes; return the result without waiting.")
    if isinstance(result, collections.abc.Iterator):
        return list(limited(result))
    return result


def calibrate(text):
    """Milliseconds of a fixed piece of work, the best of some: how quick Python is on this machine."""
    best = math.inf
    for _ in range(5):
        since = time.perf_counter()
        seen, total = {}, 0
        for at in range(20_000):
            seen[at % 997] = total
            total = (total * 31 + at) % 1_000_003
        best = min(best, time.perf_counter() - since)
    return str(best * 1000)


def line_of(error):
    """The last line of the learner's that it passed. Takes the links apart: a long chain of them is not freed in one go."""
    line, links = None, []
    link = error.__traceback__
    while link is not None:
        if link.tb_frame.f_code.co_filename == "solution.py":
            line = link.tb_lineno
        links.append(link)
        link = link.tb_next
    error.__traceback__ = None
    for link in links:
        link.tb_next = None
    del link
    while links:
        links.pop()
    return line


def describe_thrown(error):
    line = line_of(error)
    if isinstance(error, ShapeError):
        return problem_of(error, str(error), None)
    if isinstance(error, SyntaxError) and error.filename == "solution.py":
        line, message = error.lineno, f"{type(error).__name__}: {error.msg}"
    else:
        try:
            message = f"{type(error).__name__}: {error}".removesuffix(": ")
        except Exception:
            message = type(error).__name__
    if isinstance(error, RecursionError):
        message += ". The recursion goes too deep, or does not end."
    if isinstance(error, MemoryError) or "index-sized integer" in message:
        message = "MemoryError: your code needs more memory than the 512 MB there are."
    if isinstance(error, SystemExit):
        message = "Your code ended the program (exit); it must return its result."
    return problem_of(error, message[:2000], line)


def problem_of(error, message, line):
    problem = {"message": message, "line": line, "step": getattr(error, "step", None)}
    return {key: value for key, value in problem.items() if value is not None}


job, target = None, None


def plain(name):
    return name.replace("_", "").lower()


def load(text):
    global job, target
    for node in made:
        getattr(node, "__dict__", {}).clear()
    made.clear()
    job = json.loads(text)
    target = None
    sys.setrecursionlimit(MOST_DEPTH)
    sys.stdout = sys.stderr = capture
    capture.take()
    namespace = fresh_module()
    try:
        exec(compile_learner(job["code"]), namespace)
    except BaseException as error:
        return json.dumps({"problem": describe_thrown(error)})
    target = find_target(namespace)
    if target is not None:
        return "{}"
    name, kind = job["name"], job["kind"]
    message = (f"\x60{name}\x60 is no {kind}; the tests call it by that name." if name in namespace
               else f"There is no {kind} \x60{name}\x60; the tests call it by that name.")
    return json.dumps({"problem": {"message": message}})


def find_target(namespace):
    for name in job["names"]:
        if callable(namespace.get(name)):
            return namespace[name]
    wanted = {plain(name) for name in job["names"]}
    for name, value in list(namespace.items()):
        if plain(name) in wanted and callable(value):
            return value
    solution = namespace.get("Solution")
    if job["kind"] == "function" and isinstance(solution, type):
        methods = [name for name, value in vars(solution).items() if not name.startswith("_") and callable(value)]
        named = [name for name in methods if plain(name) in wanted] or (methods if len(methods) == 1 else [])
        if named:
            return lambda *args: getattr(solution(), named[0])(*args)
    return None


def run(text, phase):
    timer = Timer(phase)
    try:
        test = json.loads(text)
        done = run_steps(test["steps"], timer) if "steps" in test else run_once(test["args"], timer)
        return json.dumps({"ok": True, **done, "printed": capture.take(), "ms": timer.ms()})
    except BaseException as error:
        return json.dumps({"ok": False, "problem": describe_thrown(error), "printed": capture.take(), "ms": timer.ms()})


def run_once(values, timer):
    types = [type_of(param["type"]) for param in job["params"]]
    args = [None if isinstance(value, dict) and "$node" in value else decode(*kind, value)
            for kind, value in zip(types, values)]
    for at, value in enumerate(values):
        if isinstance(value, dict) and "$node" in value:
            argument, val = value["$node"]
            args[at] = next(node for node in nodes_of(args[argument]) if node.val == val)
    returned = timer.time(target, *args)
    timer.prepare()
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
        try:
            if isinstance(step, dict):
                timer.prepare()
                method, act = method_of(methods, instance, step["each"])
                kind = type_of(method["params"][0]["type"])
                timer.time(call_each, act, [decode(*kind, value) for value in step["over"]])
                out.append(None)
            elif instance is None or step[0] == job["name"]:
                args = step_args(job["params"], step, raw, timer)
                instance = timer.time(target, *args)
                out.append(None)
            else:
                method, act = method_of(methods, instance, step[0])
                args = step_args(method["params"], step, raw, timer)
                raw[at] = timer.time(act, *args)
                base, depth = type_of(method["returns"])
                if not is_small(base, depth):
                    timer.prepare()
                out.append(encode(base, depth, raw[at], f"\x60{method['pythonName']}\x60 returned"))
        except BaseException as error:
            error.step = at
            raise
    return {"value": json.dumps(out), "fromInput": False}


def call_each(act, inputs):
    for one in inputs:
        act(one)


def is_small(base, depth):
    return depth == 0 and base in ("int", "float", "bool", "void")


def method_of(methods, instance, name):
    method = methods[name]
    for known in (method["pythonName"], name, *(one for one in dir(instance) if plain(one) == plain(name))):
        act = getattr(instance, known, None)
        if callable(act):
            return method, act
    raise ShapeError(
        f"\x60{job['name']}\x60 has no method \x60{method['pythonName']}\x60; the tests call it by that name.")


def step_args(params, step, raw, timer):
    kinds = [type_of(param["type"]) for param in params]
    if not all(is_small(*kind) for kind in kinds):
        timer.prepare()
    return [raw[value["$result"]] if isinstance(value, dict) and "$result" in value else decode(*kind, value)
            for kind, value in zip(kinds, step[1:])]
`
