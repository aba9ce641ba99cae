/** Shows what was kept. Texts come from other people: they become text, and only addresses of the web links. */
const SESSION = 'liftbay.session';
const LINK = /(https?:\/\/[^\s<>"]+)/;

const byId = (id) => document.getElementById(id);

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function linked(text) {
  const body = make('pre', 'body', '');
  for (const part of text.split(LINK)) {
    if (!LINK.test(part)) body.append(part);
    else {
      const link = make('a', 'link', part);
      link.href = part;
      link.rel = 'noreferrer';
      body.append(link);
    }
  }
  return body;
}

function card({ organisation, kind, channel, recipient, subject, body, createdAt }) {
  const article = make('article', 'message', '');
  const head = make('p', 'head', '');
  head.append(
    make('span', 'channel', channel),
    make('strong', 'recipient', recipient),
    make('span', 'kind', kind),
    make('span', 'organisation', organisation),
    make('time', 'time', new Date(createdAt).toLocaleString()),
  );
  article.append(head);
  if (subject) article.append(make('h2', 'subject', subject));
  article.append(linked(body));
  return article;
}

/** The sign-in of the first page, if there is one in this tab. */
function headers() {
  try {
    const { accessToken } = JSON.parse(sessionStorage.getItem(SESSION));
    return { Authorization: `Bearer ${accessToken}` };
  } catch {
    return {};
  }
}

function tell(problem) {
  byId('problem').textContent = problem;
  byId('problem').hidden = !problem;
}

async function load() {
  tell('');
  try {
    const response = await fetch('/outbox/messages', { headers: headers(), cache: 'no-store' });
    const answer = await response.json();
    if (!response.ok) return tell(answer.errors?.[0]?.message ?? 'The messages cannot be shown.');
    byId('messages').replaceChildren(...answer.messages.map(card));
    byId('empty').hidden = answer.messages.length > 0;
  } catch {
    tell('The server cannot be reached.');
  }
}

byId('reload').addEventListener('click', load);
load();
