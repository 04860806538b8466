/** The mutator of Python, in Python: `vary(code)` answers `{ "whole", "mutants": [[label, code, with budget], …] }` as JSON. */
export const pythonMutator = String.raw`
import ast, copy, json

MOST_STEPS = 1_000_000
COMPARE = {
    ast.Lt: [ast.LtE, ast.GtE], ast.LtE: [ast.Lt, ast.Gt], ast.Gt: [ast.GtE, ast.LtE], ast.GtE: [ast.Gt, ast.Lt],
    ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq], ast.In: [ast.NotIn], ast.NotIn: [ast.In],
    ast.Is: [ast.IsNot], ast.IsNot: [ast.Is],
}
BINARY = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.LShift: ast.RShift, ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitOr,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "heappop": "heappushpop_"}
METHODS = {"append": "appendleft", "appendleft": "append", "pop": "popleft", "popleft": "pop"}
BUDGET = f"""
_left_ = {MOST_STEPS}
def _step_():
    global _left_
    _left_ -= 1
    if _left_ < 0:
        raise Exception("does not end")
"""
INT = """
def _int_(value):
    return (value + 2**31) % 2**32 - 2**31 if type(value) is int else value
"""


def sites(tree):
    """(line, what, act): each act changes one thing of the tree."""
    found = []

    def add(node, what, act):
        found.append((getattr(node, "lineno", 0), what, act))

    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for at, op in enumerate(node.ops):
                for other in COMPARE.get(type(op), []):
                    add(node, f"{text(node)}: {type(op).__name__} → {other.__name__}",
                        lambda node=node, at=at, other=other: node.ops.__setitem__(at, other()))
        elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in BINARY:
            other = BINARY[type(node.op)]
            add(node, f"{text(node)}: {type(node.op).__name__} → {other.__name__}",
                lambda node=node, other=other: setattr(node, "op", other()))
        elif isinstance(node, ast.BoolOp):
            other = ast.Or if isinstance(node.op, ast.And) else ast.And
            add(node, f"{text(node)}: {type(node.op).__name__} → {other.__name__}",
                lambda node=node, other=other: setattr(node, "op", other()))
        elif isinstance(node, ast.Constant) and type(node.value) in (int, bool):
            values = [not node.value] if type(node.value) is bool else [node.value + 1, node.value - 1]
            for value in values:
                add(node, f"{node.value} → {value}", lambda node=node, value=value: setattr(node, "value", value))
        elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
            add(node, f"{text(node.test)} → not",
                lambda node=node: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test)))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
            add(node, f"{text(node)} without its sign", lambda node=node: setattr(node, "op", ast.UAdd()))
        elif isinstance(node, ast.Name) and node.id in NAMES and isinstance(node.ctx, ast.Load):
            add(node, f"{node.id} → {NAMES[node.id]}", lambda node=node: setattr(node, "id", NAMES[node.id]))
        elif isinstance(node, ast.Attribute) and node.attr in METHODS:
            add(node, f"{node.attr} → {METHODS[node.attr]}", lambda node=node: setattr(node, "attr", METHODS[node.attr]))
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if not isinstance(block, list):
                continue
            for at, one in enumerate(block):
                lost = (isinstance(one, (ast.Expr, ast.AugAssign, ast.Break, ast.Continue, ast.Return))
                        or isinstance(one, ast.If) and not one.orelse
                        or isinstance(one, ast.Assign) and not isinstance(one.targets[0], ast.Name))
                if lost:
                    add(one, f"{text(one)} → nothing", lambda block=block, at=at: block.__setitem__(at, ast.Pass()))
    return found


def text(node):
    line = " ".join(ast.unparse(node).split())
    return line if len(line) <= 60 else line[:57] + "…"


class Budget(ast.NodeTransformer):
    def generic_visit(self, node):
        super().generic_visit(node)
        if isinstance(node, (ast.For, ast.While, ast.FunctionDef)):
            node.body.insert(0, ast.parse("_step_()").body[0])
        return node


class Int(ast.NodeTransformer):
    def __init__(self):
        self.count = 0

    def generic_visit(self, node):
        super().generic_visit(node)
        reckons = (ast.Add, ast.Sub, ast.Mult, ast.LShift)
        if isinstance(node, ast.BinOp) and isinstance(node.op, reckons):
            self.count += 1
            return ast.Call(ast.Name("_int_", ast.Load()), [node], [])
        if isinstance(node, ast.AugAssign) and isinstance(node.op, reckons):
            self.count += 1
            value = copy.deepcopy(node.target)
            value.ctx = ast.Load()
            sum_ = ast.Call(ast.Name("_int_", ast.Load()), [ast.BinOp(value, node.op, node.value)], [])
            return ast.Assign([node.target], sum_)
        return node


def with_budget(tree):
    return BUDGET + ast.unparse(ast.fix_missing_locations(Budget().visit(tree)))


def kept(tree):
    """Programs that keep a collection from one call to the next."""
    found = []
    for node in ast.walk(tree):
        value = getattr(node, "value", None)
        if not isinstance(node, (ast.Assign, ast.AnnAssign)):
            continue
        is_fresh = (isinstance(value, (ast.List, ast.Set)) and not value.elts or isinstance(value, ast.Dict) and not value.keys
                    or isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
                    and value.func.id in ("set", "list", "dict", "deque") and not value.args)
        # What a loop makes anew for each round is no state of the call.
        if is_fresh and node.col_offset <= 8:
            found.append((node.lineno, node))
    return found


def vary(code):
    mutants, known = [], {ast.unparse(ast.parse(code))}

    def take(label, tree, prelude=""):
        made = ast.unparse(ast.fix_missing_locations(tree))
        if made in known:
            return
        known.add(made)
        mutants.append([label, prelude + made, prelude + with_budget(ast.parse(made))])

    for at in range(len(sites(ast.parse(code)))):
        tree = ast.parse(code)
        line, what, act = sites(tree)[at]
        act()
        take(f"line {line}: {what}", tree)
    for at in range(len(kept(ast.parse(code)))):
        tree = ast.parse(code)
        line, node = kept(tree)[at]
        name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
        made = ast.unparse(node.value)
        node.value = ast.parse(f"_kept_.setdefault(0, {made})", mode="eval").body
        take(f"line {line}: {name} is kept from one test to the next", tree, "_kept_ = {}\n")
    tree, int_ = ast.parse(code), Int()
    tree = int_.visit(tree)
    if int_.count:
        take("reckons in 32 bits", tree, INT)
    return json.dumps({"whole": with_budget(ast.parse(code)), "mutants": mutants})
`
