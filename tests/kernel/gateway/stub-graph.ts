import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildSchema, graphql } from 'graphql';
import { readJsonBody } from '../../../gateway/http/body';
import { json } from '../../../gateway/http/respond';
import { ApiError, unauthenticated } from '../../../shared/errors';

const schema = buildSchema(`
  "Somebody who works here."
  type User { "The name to show." displayName: String! }
  type Session { accessToken: String! expiresAt: String! user: User }
  input LoginInput { login: String! password: String! organisation: String mfaCode: String }
  type Query { "Who is signed in." me: User }
  type Mutation { login(input: LoginInput!): Session refreshSession: Session logout: Boolean count: Int! maybeCount: Int }
`);

interface LoginInput {
  login: string;
  password: string;
  organisation?: string;
  mfaCode?: string;
}

export interface Asked {
  operationName?: string;
  query: string;
  authorization?: string;
}

const EXPIRES = '2030-01-01T00:00:00Z';

/** The identity part of the graph, as far as the page knows it: one account, and tokens that tests can end. */
export class StubGraph {
  readonly asked: Asked[] = [];
  readonly logins: LoginInput[] = [];
  /** The token that is good now. */
  token: string | null = null;
  refreshable = false;
  mfaCode: string | null = null;
  counted = 0;
  private issued = 0;

  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const operation = (await readJsonBody(req, { maxBytes: 100_000 })) as {
      query: string;
      operationName?: string;
      variables?: Record<string, unknown>;
    };
    const { authorization } = req.headers;
    this.asked.push({ query: operation.query, operationName: operation.operationName, authorization });
    const result = await graphql({
      schema,
      source: operation.query,
      operationName: operation.operationName,
      variableValues: operation.variables,
      rootValue: this.root(authorization),
    });
    await json(res, 200, result);
  }

  /** Operations that a person sent, in order: not the page's own, and not GraphiQL's look at the schema. */
  get sentByHand(): Asked[] {
    const own = ['IntrospectionQuery', 'SignIn', 'RefreshSession', 'SignOut'];
    return this.asked.filter(({ operationName }) => !own.includes(operationName ?? ''));
  }

  times(operationName: string): number {
    return this.asked.filter((each) => each.operationName === operationName).length;
  }

  private root(authorization: string | undefined) {
    const requireToken = () => {
      if (!this.token || authorization !== `Bearer ${this.token}`) throw unauthenticated();
    };
    const count = () => {
      requireToken();
      this.counted += 1;
      return this.counted;
    };
    return {
      me: () => {
        requireToken();
        return { displayName: 'Dana Fox' };
      },
      count,
      maybeCount: count,
      login: ({ input }: { input: LoginInput }) => this.login(input),
      refreshSession: () => {
        if (!this.refreshable) throw unauthenticated();
        return this.issue();
      },
      logout: () => {
        requireToken();
        this.token = null;
        return true;
      },
    };
  }

  private login(input: LoginInput) {
    this.logins.push({ ...input });
    if (input.password !== 'correct horse')
      throw new ApiError('INVALID_CREDENTIALS', 'These details do not match an account.');
    if (this.mfaCode && !input.mfaCode) throw new ApiError('MFA_REQUIRED', 'A code is needed too.');
    if (this.mfaCode && input.mfaCode !== this.mfaCode)
      throw new ApiError('INVALID_CREDENTIALS', 'That code is not right.');
    return { ...this.issue(), user: { displayName: 'Dana Fox' } };
  }

  private issue() {
    this.issued += 1;
    this.token = `token-${this.issued}`;
    return { accessToken: this.token, expiresAt: EXPIRES };
  }
}
