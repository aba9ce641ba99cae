import { type Data, isObject, own } from '../values';

/** Where a fetch finds its objects in what is gathered: field names, and `@` for each item of a list. */
export type PlanPath = readonly (string | number)[];

export type ResponsePath = (string | number)[];

const EACH = '@';

/** The objects at the path, in order; what is null on the way there is passed over. */
export function objectsAt(root: Data, path: PlanPath): Data[] {
  const found: Data[] = [];
  gather(root, path, 0, found);
  return found;
}

function gather(value: unknown, path: PlanPath, index: number, found: Data[]): void {
  if (value === null || value === undefined) return;
  if (index === path.length) {
    found.push(value as Data);
    return;
  }
  const step = path[index]!;
  if (step === EACH) {
    if (Array.isArray(value)) for (const item of value) gather(item, path, index + 1, found);
  } else if (isObject(value)) gather(own(value, String(step)), path, index + 1, found);
}

/** Where each of those objects stands in the answer: for the paths of errors, so only asked when there are some. */
export function responsePathsAt(root: Data, path: PlanPath): ResponsePath[] {
  const found: ResponsePath[] = [];
  trace(root, path, 0, [], found);
  return found;
}

function trace(
  value: unknown,
  path: PlanPath,
  index: number,
  here: ResponsePath,
  found: ResponsePath[],
): void {
  if (value === null || value === undefined) return;
  if (index === path.length) {
    found.push(here);
    return;
  }
  const step = path[index]!;
  if (step === EACH) {
    if (!Array.isArray(value)) return;
    for (const [position, item] of value.entries()) trace(item, path, index + 1, [...here, position], found);
  } else if (isObject(value)) trace(own(value, String(step)), path, index + 1, [...here, step], found);
}
