import type { GraphClient } from '../harness/client';
import type { Program } from './program.fixtures';

/** What is printed for a person: who can sign in to the demo shop, and what to ask first. */
export interface Welcome {
  organisation: string;
  password: string;
  signIns: { role: string; email: string }[];
  query: string;
}

export async function readWelcome(program: Program): Promise<Welcome> {
  await program.said(/Ctrl-C stops everything/);
  const [, organisation, password] =
    /Sign in to the demo shop \(organisation "(.+)", password "(.+)"\)/.exec(program.stdout) ?? [];
  const signIns = [...program.stdout.matchAll(/^ {2}(\w+) +(\S+@\S+)$/gm)];
  const [, query] = /A query to paste:\n\s+(\{.+\})/.exec(program.stdout) ?? [];
  return {
    organisation: organisation!,
    password: password!,
    signIns: signIns.map(([, role, email]) => ({ role: role!, email: email! })),
    query: query!,
  };
}

/** Signed in with what was printed for this role. */
export async function signInAs(program: Program, role: string): Promise<GraphClient> {
  const { organisation, password, signIns } = await readWelcome(program);
  const { login } = await program
    .client()
    .ask<{ login: { accessToken: string } }>(
      'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
      { input: { login: signIns.find((signIn) => signIn.role === role)!.email, password, organisation } },
    );
  return program.client(login.accessToken);
}

export interface Counts {
  customers: number;
  vehicles: number;
  jobCards: number;
}

const COUNTS = `{ customers(first: 1) { totalCount } vehicles(first: 1) { totalCount } jobCards(first: 1) { totalCount } }`;

export async function countShop(client: GraphClient): Promise<Counts> {
  const answer = await client.ask<Record<keyof Counts, { totalCount: number }>>(COUNTS);
  return {
    customers: answer.customers.totalCount,
    vehicles: answer.vehicles.totalCount,
    jobCards: answer.jobCards.totalCount,
  };
}
