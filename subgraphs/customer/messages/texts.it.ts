import type { Texts } from './templates';

export const ITALIAN: Texts = {
  PASSWORD_RESET: ({ organisation, link }) => ({
    subject: `Una nuova password per ${organisation}`,
    mail: `Qualcuno ha chiesto una nuova password per il suo account presso ${organisation}.

La scelga qui, entro un’ora:
${link}

Se non è stato lei, non faccia nulla: la password resta quella di prima.`,
    sms: `${organisation}: scelga una nuova password entro un'ora: ${link} Non è stato lei? Non faccia nulla.`,
  }),
  INVITATION: ({ organisation, name, link }) => ({
    subject: `Un invito da ${organisation}`,
    mail: `Buongiorno ${name},

${organisation} ha preparato un account per lei. Scelga qui una password:
${link}

Il link è personale e funziona una volta sola.`,
    sms: `${organisation} ha preparato un account per lei. Scelga una password: ${link}`,
  }),
  REGISTRATION: ({ organisation, link }) => ({
    subject: `Il suo account presso ${organisation}`,
    mail: `Grazie per essersi registrato presso ${organisation}.

Scelga qui una password, entro un giorno, e l’account è pronto:
${link}

Se non è stato lei, non faccia nulla: non viene creato nessun account.`,
    sms: `${organisation}: completi la registrazione entro un giorno: ${link} Non è stato lei? Non faccia nulla.`,
  }),
  REGISTRATION_NOTICE: ({ organisation }) => ({
    subject: `Ha già un account presso ${organisation}`,
    mail: `Qualcuno voleva registrarsi presso ${organisation} con questo indirizzo. Lei ha già un account: acceda con quello, o chieda una nuova password se non ricorda la sua.

Se non è stato lei, non faccia nulla: non è cambiato niente.`,
    sms: `${organisation}: ha già un account con questo numero. Acceda, o chieda una nuova password.`,
  }),
};
