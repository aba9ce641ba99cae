/** The bar above GraphiQL: who is signed in, and the form to do so. */
const element = (id) => document.getElementById(id);

export function bindBar(session) {
  const show = () => {
    const signedIn = session.token !== undefined;
    element('who').hidden = !signedIn;
    element('who-name').textContent = session.displayName ?? 'Signed in';
    element('initial').textContent = (session.displayName ?? '?').trim().charAt(0).toUpperCase();
    element('sign-out').hidden = !signedIn;
    element('open-sign-in').hidden = signedIn;
    element('anonymous').hidden = signedIn || session.ended;
    element('ended').hidden = !session.ended;
  };
  session.addEventListener('change', show);
  show();
  element('sign-out').addEventListener('click', () => session.signOut());
  bindForm(session);
}

function bindForm(session) {
  const dialog = element('sign-in');
  const form = element('sign-in-form');
  const code = element('code-row');
  const problem = element('problem');

  const tell = (message) => {
    problem.textContent = message;
    problem.hidden = !message;
  };
  const askForCode = (asked) => {
    code.hidden = !asked;
    form.elements.mfaCode.required = asked;
    if (asked) form.elements.mfaCode.focus();
  };
  const startAnew = () => {
    form.elements.password.value = '';
    form.elements.mfaCode.value = '';
    askForCode(false);
    tell('');
  };

  element('open-sign-in').addEventListener('click', () => {
    dialog.showModal();
    form.elements.login.focus();
  });
  element('cancel').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', startAnew);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // Another account may have no second factor; a code for the last one would be sent along.
  form.elements.login.addEventListener('input', () => askForCode(false));

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    tell('');
    element('submit').disabled = true;
    const failed = await session.signIn(inputOf(form));
    element('submit').disabled = false;
    if (!failed) return dialog.close();
    if (failed.code === 'MFA_REQUIRED' && code.hidden) return askForCode(true);
    tell(failed.message);
    if (!code.hidden) form.elements.mfaCode.select();
    else form.elements.password.select();
  });
}

function inputOf({ elements }) {
  const input = { login: elements.login.value.trim(), password: elements.password.value };
  const organisation = elements.organisation.value.trim();
  const mfaCode = elements.mfaCode.value.trim();
  if (organisation) input.organisation = organisation;
  if (elements.mfaCode.required && mfaCode) input.mfaCode = mfaCode;
  return input;
}
