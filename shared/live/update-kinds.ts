import { registerEnumType } from 'type-graphql';

interface Kind {
  means: string;
  /** The events that are of this kind. */
  events: readonly string[];
}

/** What a subscription tells of, as an enum for clients, and the events of the log behind it. */
export function defineUpdateKinds<const Kinds extends Record<string, Kind>>(given: {
  name: string;
  description: string;
  kinds: Kinds;
}) {
  type Name = keyof Kinds & string;
  const { name, description, kinds } = given;
  const names = Object.keys(kinds) as Name[];
  const enumeration = Object.fromEntries(names.map((kind) => [kind, kind])) as { [K in Name]: K };
  registerEnumType(enumeration, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      names.map((kind) => [kind, { description: kinds[kind]!.means }]),
    ) as never,
  });
  const byEvent = new Map(
    names.flatMap((kind) => kinds[kind]!.events.map((event) => [event, kind] as const)),
  );
  const all: readonly string[] = [...byEvent.keys()];
  return {
    enumeration,
    /** Of the events of all kinds, or of these. */
    events: (wanted?: readonly Name[] | null): readonly string[] =>
      wanted?.length ? all.filter((event) => wanted.includes(byEvent.get(event)!)) : all,
    kindOf: (event: string): Name => byEvent.get(event)!,
  };
}
