/** Environment of a learner's Python code: output, input, exits, the names that coding sites import, caches. */
export const pythonEnvironment = String.raw`
import ast, builtins, importlib.util, io, linecache, os, types

MOST_PRINTED = 64_000
CUT = "\n… more was printed than the 64 KB that are kept."


class Capture(io.TextIOBase):
    encoding, errors, name, mode, closed = "utf-8", "strict", "<stdout>", "w", False

    def __init__(self):
        self.parts, self.size, self.full = [], 0, False

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
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

    def writable(self):
        return True

    def close(self):
        pass

    def reconfigure(self, **options):
        pass

    @property
    def buffer(self):
        return Bytes()

    def take(self):
        text = "".join(self.parts)
        self.parts, self.size, self.full = [], 0, False
        return text


class Bytes(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        capture.write(bytes(data).decode("utf-8", "replace"))
        return len(data)


class NoInput(io.TextIOBase):
    def refuse(self, *args):
        raise EOFError("There is no input to read: the tests hand their input to your code as arguments.")

    def readable(self):
        return True

    read = readline = readlines = __next__ = refuse


class Ended(SystemExit):
    pass


def end_program(*args, **options):
    raise Ended()


def no_input(prompt=""):
    NoInput().refuse()


# The built-in cache calls through C, whose stack is short here: recursion through it would end after some hundred calls.
def cache_wrapper(function, maxsize, typed, info):
    memo, counts, absent = {}, [0, 0], object()
    if maxsize is not None or typed:
        return pure_wrapper(function, maxsize, typed, info)

    def wrapper(*args, **named):
        key = args if not named else (args, absent, tuple(named.items()))
        found = memo.get(key, absent)
        if found is not absent:
            counts[0] += 1
            return found
        counts[1] += 1
        result = memo[key] = function(*args, **named)
        return result

    def clear():
        memo.clear()
        counts[:] = 0, 0

    wrapper.cache_info = lambda: info(*counts, None, len(memo))
    wrapper.cache_clear = clear
    return wrapper


def load_pure_wrapper():
    spec = importlib.util.find_spec("functools")
    module = types.ModuleType("functools")
    real, sys.modules["_functools"] = sys.modules["_functools"], None
    try:
        exec(spec.loader.get_code("functools"), module.__dict__)
    finally:
        sys.modules["_functools"] = real
    return module._lru_cache_wrapper


pure_wrapper = load_pure_wrapper()
functools._lru_cache_wrapper = cache_wrapper


def any_of(values):
    for one in values:
        if one:
            return True
    return False


def all_of(values):
    for one in values:
        if not one:
            return False
    return True


LINKS = {"next", "prev", "left", "right", "child", "children", "parent", "neighbors"}
GATHERING = {"min", "max", "sum", "sorted", "list", "tuple", "set", "frozenset", "join"}


class Unwinding(ast.NodeTransformer):
    """min(f(x) for x in …) inside f calls f through C. As a list it does not, and recursion goes as deep as it may."""

    def __init__(self):
        self.functions = []

    def visit_FunctionDef(self, node):
        self.functions.append(node.name)
        self.generic_visit(node)
        self.functions.pop()
        return node

    def visit_ClassDef(self, node):
        """A class of nodes: what hangs together as a long chain must not be dropped link by link (see "made")."""
        self.generic_visit(node)
        for one in node.body:
            if not (isinstance(one, ast.FunctionDef) and one.name == "__init__" and one.args.args):
                continue
            if any(isinstance(part, ast.Attribute) and part.attr in LINKS for part in ast.walk(one)):
                keep = ast.parse(f"_made_.append({one.args.args[0].arg})").body[0]
                for part in ast.walk(keep):
                    ast.copy_location(part, one.body[0])
                one.body.insert(0, keep)
        return node

    def is_recursive(self, node):
        return any(isinstance(one, ast.Call) and getattr(one.func, "id", getattr(one.func, "attr", None)) in self.functions
                   for one in ast.walk(node))

    def visit_Call(self, node):
        self.generic_visit(node)
        name = getattr(node.func, "id", getattr(node.func, "attr", None))
        if not node.args or (name not in GATHERING and name not in ("any", "all")):
            return node
        values = self.unmapped(node.args[0])
        if not isinstance(values, ast.GeneratorExp) or not (values is not node.args[0] or self.is_recursive(values)):
            return node
        if name in GATHERING:
            values = ast.copy_location(ast.ListComp(values.elt, values.generators), values)
        elif isinstance(node.func, ast.Name):
            node.func.id = f"_{name}_"
        node.args[0] = values
        return ast.fix_missing_locations(node)

    def unmapped(self, node):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", None) == "map" and len(node.args) == 2):
            return node
        function = node.args[0]
        if getattr(function, "id", getattr(function, "attr", None)) not in self.functions:
            return node
        load, store = ast.Name("_one", ast.Load()), ast.Name("_one", ast.Store())
        call = ast.Call(function, [load], [])
        return ast.copy_location(
            ast.GeneratorExp(call, [ast.comprehension(store, node.args[1], [], 0)]), node)


def compile_learner(code):
    linecache.cache["solution.py"] = (len(code), None, code.splitlines(True), "solution.py")
    tree = ast.parse(code, "solution.py")
    # Compiled as it is first: every fault is told of the code as it was written.
    compiled = compile(tree, "solution.py", "exec")
    try:
        return compile(Unwinding().visit(tree), "solution.py", "exec")
    except (SyntaxError, RecursionError):
        return compiled


def offer_names():
    import bisect, collections, copy, heapq, itertools, operator, random, re, string
    # What coding sites import without being asked, so that a solution from there runs as it is.
    for module in (typing, collections, functools, itertools, heapq, bisect):
        for name in getattr(module, "__all__", dir(module)):
            if not name.startswith("_") and not hasattr(builtins, name):
                setattr(builtins, name, getattr(module, name))
    for name in ("inf", "gcd", "lcm", "sqrt", "isqrt", "ceil", "floor", "comb", "perm", "factorial", "log2", "prod"):
        setattr(builtins, name, getattr(math, name))
    for module in (collections, copy, functools, heapq, itertools, json, math, operator, random, re, string, sys):
        setattr(builtins, module.__name__, module)
    builtins._any_, builtins._all_, builtins._made_ = any_of, all_of, made
    # Once Python knows that a loop goes over generators, it runs them without C.
    for _ in range(64):
        any_of(False for _ in range(3))
        all_of(True for _ in range(3))


def fresh_module():
    module = types.ModuleType("solution")
    module.__file__ = "solution.py"
    module.__dict__.update(ListNode=ListNode, TreeNode=TreeNode, GraphNode=GraphNode)
    sys.modules["solution"] = module
    return module.__dict__


capture = Capture()
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = capture
sys.stdin = sys.__stdin__ = NoInput()
builtins.input = no_input
builtins.exit = builtins.quit = sys.exit
os._exit = os.abort = os.kill = end_program
offer_names()
`
