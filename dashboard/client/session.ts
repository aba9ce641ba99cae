import {
  type LoginInput,
  type Persisted,
  RenewSessionDocument,
  SignInDocument,
  SignOutDocument,
} from '../generated/operations';
import { ask, Problem } from './graph';

interface Access {
  accessToken: string;
  expiresAt: string;
}

/** A token is renewed this long before it ends: time enough for a slow network, and for a clock that is behind. */
const EARLY_MS = 60_000;

/**
 * Who is signed in. The access token stays in memory; the refresh token is a cookie that no script sees. Sends `end`
 * when the sign-in is no longer good.
 */
export class Session extends EventTarget {
  #access: Access | null = null;
  #renewing: Promise<string> | null = null;
  #timer = 0;

  async signIn(input: LoginInput): Promise<void> {
    this.#become((await ask(SignInDocument, { input })).login);
  }

  /** Takes up the sign-in that this browser has; false when there is none. */
  async resume(): Promise<boolean> {
    try {
      await this.#renew();
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code !== 'UNREACHABLE') return false;
      throw error;
    }
  }

  /** The session ends here whatever the server says. */
  async signOut(): Promise<void> {
    await ask(SignOutDocument, {}, this.#access?.accessToken ?? null).catch(() => undefined);
    this.#become(null);
  }

  /** A token that is good for a while yet. */
  async token(): Promise<string> {
    if (this.#access && !endsSoon(this.#access)) return this.#access.accessToken;
    return this.#renew();
  }

  /** The token was refused, whatever our clock says. */
  forget(): void {
    this.#access = null;
  }

  /** An operation under this sign-in. A refused one was not begun, so that it may be sent again with the next token. */
  async ask<Data, Variables>(document: Persisted<Data, Variables>, variables: Variables): Promise<Data> {
    try {
      return await ask(document, variables, await this.token());
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'UNAUTHENTICATED') throw error;
      this.forget();
      return ask(document, variables, await this.token());
    }
  }

  /** Asks once, however many wait for it. */
  #renew(): Promise<string> {
    this.#renewing ??= ask(RenewSessionDocument, {})
      .then(({ refreshSession }) => {
        this.#become(refreshSession);
        return refreshSession.accessToken;
      })
      .catch((error: unknown) => {
        if (error instanceof Problem && error.code !== 'UNREACHABLE') this.#become(null);
        throw error;
      })
      .finally(() => {
        this.#renewing = null;
      });
    return this.#renewing;
  }

  #become(access: Access | null): void {
    this.#access = access;
    clearTimeout(this.#timer);
    if (!access) this.dispatchEvent(new Event('end'));
    else this.#timer = setTimeout(() => this.#renew().catch(() => undefined), msLeft(access) - EARLY_MS);
  }
}

const msLeft = ({ expiresAt }: Access): number => new Date(expiresAt).getTime() - Date.now();
const endsSoon = (access: Access): boolean => msLeft(access) < EARLY_MS;
