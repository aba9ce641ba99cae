export interface PageOptions {
  /** Where the page sends its operations: a path of the same server. */
  endpoint: string;
  /** What stands in the editor at the first visit, below a few words of welcome. */
  query: string;
}

/** Addresses of what the page loads, each with the version of its content. */
export interface PageAddresses {
  styles: readonly string[];
  scripts: readonly string[];
  module: string;
  icon: string;
}

const WELCOME = `# Welcome to the Liftbay API.
#
# Sign in at the top right: what you send
# from here then carries your access token.
#
#  Ctrl-Enter   run what is at the cursor
#  Ctrl-Space   what can be asked for here
#  The book     every type and field explained
#
# Commands are mutations. Every error has a
# code in its extensions, to switch on.

`;

export function pageHtml({ endpoint, query }: PageOptions, addresses: PageAddresses, nonce: string): string {
  const styles = addresses.styles.map((href) => `<link rel="stylesheet" href="${href}" nonce="${nonce}">`);
  const scripts = addresses.scripts.map((src) => `<script src="${src}" defer></script>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Liftbay API</title>
<link rel="icon" href="${addresses.icon}">
${styles.join('\n')}
${scripts.join('\n')}
<script type="module" src="${addresses.module}"></script>
</head>
<body data-endpoint="${escapeHtml(endpoint)}" data-query="${escapeHtml(WELCOME + query)}">
<header class="bar">
  <img class="logo" src="${addresses.icon}" alt="">
  <h1 class="name">Liftbay<span>GraphQL API</span></h1>
  <span class="anonymous" id="anonymous">Not signed in</span>
  <span class="ended" id="ended" role="status" hidden>Your sign-in has ended. Sign in again to go on.</span>
  <span class="who" id="who" hidden><span class="initial" id="initial"></span><span id="who-name"></span></span>
  <button type="button" id="sign-out" hidden>Sign out</button>
  <button type="button" id="open-sign-in" class="primary" hidden>Sign in</button>
</header>
<main id="graphiql"></main>
${SIGN_IN}
</body>
</html>
`;
}

const SIGN_IN = `<dialog class="sign-in" id="sign-in" aria-labelledby="sign-in-title">
  <form id="sign-in-form">
    <h2 id="sign-in-title">Sign in</h2>
    <label>E-mail or phone <input name="login" autocomplete="username" required></label>
    <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
    <label>Organisation <small>short name, if there are several</small>
      <input name="organisation" autocomplete="organization" autocapitalize="none" spellcheck="false"></label>
    <label id="code-row" hidden>Code <small>authenticator app or recovery code</small>
      <input name="mfaCode" autocomplete="one-time-code" spellcheck="false"></label>
    <p class="problem" id="problem" role="alert" hidden></p>
    <div class="buttons">
      <button type="button" id="cancel">Cancel</button>
      <button type="submit" id="submit" class="primary">Sign in</button>
    </div>
  </form>
</dialog>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

const escapeHtml = (text: string): string => text.replace(/[&"<>]/g, (character) => ENTITIES[character]!);
