import { type ArgumentNode, type DocumentNode, Kind, visit } from 'graphql';
import { checkLimits, type LimitedOperation } from './check';
import type { OperationLimits } from './limits';
import { PAGE_SIZE_ARGUMENTS } from './prices';
import type { VariableValues } from './skipped';

/** Sizes of one operation that are remembered: as many as its page sizes and conditions were seen with. */
const MOST_REMEMBERED = 200;

/** `checkLimits` for one operation, telling what it costs, which need not count again what it let pass: few variables change a size. */
export function limitCheck(
  limits: OperationLimits,
  operation: Omit<LimitedOperation, 'limits' | 'variableValues'>,
): (variableValues: VariableValues) => number {
  const sizing = sizingVariables(operation.document);
  const costs = new Map<string, number>();
  return (variableValues) => {
    const key = JSON.stringify(sizing.map((name) => given(variableValues[name])));
    const known = costs.get(key);
    if (known !== undefined) return known;
    const { cost } = checkLimits({ ...operation, variableValues, limits });
    if (costs.size >= MOST_REMEMBERED) costs.clear();
    costs.set(key, cost);
    return cost;
  };
}

/** Null is not the same as no value, for which the default of the argument stands in. */
const given = (value: unknown): unknown[] => (value === undefined ? [] : [value]);

/** Variables that stand for a page size, or in a directive. */
function sizingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const take = (given: readonly ArgumentNode[] = []) => {
    for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
  };
  visit(document, {
    Directive: (node) => take(node.arguments),
    Field: (node) => take(node.arguments?.filter(({ name }) => PAGE_SIZE_ARGUMENTS.has(name.value))),
  });
  return [...names];
}
