import { Problem } from '../client/graph';
import type { Session } from '../client/session';
import type { LoginInput } from '../generated/operations';
import { el } from '../page/dom';

const field = (label: string, hint: string | null, attributes: Record<string, string | boolean>) =>
  el('label', {}, label, hint && el('small', {}, hint), el('input', { spellcheck: 'false', ...attributes }));

/** The form in front of the board. Resolves once somebody is signed in. */
export function signIn(session: Session, place: HTMLElement, notice: string | null): Promise<void> {
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const code = field('Code', 'from the authenticator app, or a recovery code', {
    name: 'mfaCode',
    autocomplete: 'one-time-code',
  });
  code.hidden = true;
  const submit = el('button', { type: 'submit', class: 'primary' }, 'Sign in');
  const form = el(
    'form',
    { class: 'sign-in', 'aria-labelledby': 'sign-in-title' },
    el('h1', { id: 'sign-in-title' }, 'Workshop board'),
    notice && el('p', { role: 'status' }, notice),
    field('E-mail or phone', null, { name: 'login', autocomplete: 'username', required: true }),
    field('Password', null, {
      name: 'password',
      type: 'password',
      autocomplete: 'current-password',
      required: true,
    }),
    field('Organisation', 'its short name, if there are several', {
      name: 'organisation',
      autocomplete: 'organization',
      autocapitalize: 'none',
    }),
    code,
    problem,
    submit,
  );
  place.replaceChildren(el('main', { class: 'front' }, form));
  form.querySelector('input')!.focus();

  return new Promise((resolve) => {
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      problem.hidden = true;
      submit.disabled = true;
      try {
        await session.signIn(inputOf(new FormData(form)));
        resolve();
      } catch (error) {
        const { code: reason, message } = error as Problem;
        const asksForCode = reason === 'MFA_REQUIRED' && code.hidden;
        code.hidden = code.hidden && !asksForCode;
        problem.textContent = message;
        problem.hidden = asksForCode;
        form.querySelector<HTMLInputElement>(code.hidden ? '[name=password]' : '[name=mfaCode]')!.select();
      }
      submit.disabled = false;
    });
  });
}

function inputOf(data: FormData): LoginInput {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    login: text('login'),
    password: String(data.get('password')),
    ...(text('organisation') ? { organisation: text('organisation') } : {}),
    ...(text('mfaCode') ? { mfaCode: text('mfaCode') } : {}),
  } as LoginInput;
}
