import { ask, codeOf } from './api.js';

const KEY = 'liftbay.session';

const LOGIN = `mutation SignIn($input: LoginInput!) {
  login(input: $input) { accessToken expiresAt user { displayName } }
}`;
const REFRESH = 'mutation RefreshSession { refreshSession { accessToken expiresAt } }';
const LOGOUT = 'mutation SignOut { logout }';

/**
 * Who is signed in, in this tab: the access token is kept in sessionStorage, the refresh token is a cookie that
 * no script sees. Sends `change` whenever there is something else to show.
 */
export class Session extends EventTarget {
  #endpoint;
  #current = read();
  #refreshing = null;

  /** True after the sign-in stopped being good, until the next one. */
  ended = false;

  constructor(endpoint) {
    super();
    this.#endpoint = endpoint;
  }

  get token() {
    return this.#current?.accessToken;
  }

  get displayName() {
    return this.#current?.displayName;
  }

  /** Gives null, or what went wrong as `{ code, message }`. */
  async signIn(input) {
    const result = await ask(this.#endpoint, { query: LOGIN, operationName: 'SignIn', variables: { input } });
    const login = result.data?.login;
    if (!login) return { code: codeOf(result), message: result.errors?.[0]?.message ?? 'Signing in failed.' };
    const { accessToken, expiresAt, user } = login;
    this.#become({ accessToken, expiresAt, displayName: user.displayName });
    return null;
  }

  /** The session ends here whatever the server says. */
  async signOut() {
    const { token } = this;
    this.#become(null);
    await ask(this.#endpoint, { query: LOGOUT, operationName: 'SignOut' }, { token });
  }

  /** After a token was refused: true when there is a newer one to try with. Asks once, however many wait for it. */
  refresh(refused) {
    if (this.token !== refused) return Promise.resolve(this.token !== undefined);
    this.#refreshing ??= this.#refresh(refused).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(refused) {
    const result = await ask(this.#endpoint, { query: REFRESH, operationName: 'RefreshSession' });
    // Somebody signed in or out meanwhile: what came back belongs to the session before.
    if (this.token !== refused) return this.token !== undefined;
    const renewed = result.data?.refreshSession;
    if (renewed) this.#become({ ...this.#current, ...renewed });
    else this.#become(null, true);
    return Boolean(renewed);
  }

  #become(session, ended = false) {
    this.#current = session;
    this.ended = ended;
    if (session) sessionStorage.setItem(KEY, JSON.stringify(session));
    else sessionStorage.removeItem(KEY);
    this.dispatchEvent(new Event('change'));
  }
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}
