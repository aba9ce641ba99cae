import { Directive, Extensions } from 'type-graphql';

/** What one must hold to read a field or a type. `access` in the extensions of type-graphql's schema. */
export type Access =
  | { rule: 'public' }
  | { rule: 'signedIn' }
  | { rule: 'internal' }
  | { rule: 'permission'; permission: string };

type Decorator = ClassDecorator & MethodDecorator & PropertyDecorator;

const declare = (access: Access): Decorator => Extensions({ access }) as Decorator;

/** Needs this permission, with whatever reach; the reach is the reader's business. */
export const Permission = (permission: string): Decorator => declare({ rule: 'permission', permission });

/** Open to everybody, signed in or not. */
export const Public = (): Decorator => declare({ rule: 'public' });

/** Open to whoever is signed in: their own profile, sessions, notifications. */
export const SignedIn = (): Decorator => declare({ rule: 'signedIn' });

/** For the program itself, which asks subgraphs directly: the graph that clients see does not have it. */
export const Internal = (): MethodDecorator => (target, key, descriptor) => {
  Directive('@inaccessible')(target, key as string, descriptor);
  declare({ rule: 'internal' })(target, key as string, descriptor as TypedPropertyDescriptor<unknown>);
};

/** Beside its own permission the field asks for this one, when a part of its input is given. */
export const AsksToo = (permission: string): MethodDecorator =>
  Extensions({ asksToo: permission }) as MethodDecorator;
