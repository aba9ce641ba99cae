import type { Texts } from './templates';

export const ENGLISH: Texts = {
  PASSWORD_RESET: ({ organisation, link }) => ({
    subject: `A new password for ${organisation}`,
    mail: `Somebody asked for a new password for your account with ${organisation}.

Choose it here, within one hour:
${link}

If it was not you, do nothing: your password stays as it is.`,
    sms: `${organisation}: choose a new password within one hour: ${link} Not you? Do nothing.`,
  }),
  INVITATION: ({ organisation, name, link }) => ({
    subject: `${organisation} invites you`,
    mail: `Hello ${name},

${organisation} has prepared an account for you. Choose a password here:
${link}

The link is for you alone and works once.`,
    sms: `${organisation} has prepared an account for you. Choose a password: ${link}`,
  }),
  REGISTRATION: ({ organisation, link }) => ({
    subject: `Your account with ${organisation}`,
    mail: `Thank you for registering with ${organisation}.

Choose a password here, within one day, and your account is ready:
${link}

If it was not you, do nothing: no account is made.`,
    sms: `${organisation}: finish your registration within one day: ${link} Not you? Do nothing.`,
  }),
  REGISTRATION_NOTICE: ({ organisation }) => ({
    subject: `You have an account with ${organisation}`,
    mail: `Somebody wanted to register with ${organisation} using this address. You have an account already: sign in with it, or ask for a new password if you have forgotten yours.

If it was not you, do nothing: nothing was changed.`,
    sms: `${organisation}: you have an account with this number already. Sign in, or ask for a new password.`,
  }),
};
