/** What was given, changed; left out stays left out, and null stays null. */
export function given<T, R>(value: T, change: (value: NonNullable<T>) => R): R | (T & (null | undefined)) {
  return value == null ? (value as T & (null | undefined)) : change(value);
}
