import type { Texts } from './templates';

export const SWAHILI: Texts = {
  PASSWORD_RESET: ({ organisation, link }) => ({
    subject: `Nenosiri jipya la ${organisation}`,
    mail: `Mtu ameomba nenosiri jipya la akaunti yako ya ${organisation}.

Lichague hapa, ndani ya saa moja:
${link}

Ikiwa si wewe, usifanye lolote: nenosiri lako litabaki kama lilivyo.`,
    sms: `${organisation}: chagua nenosiri jipya ndani ya saa moja: ${link} Si wewe? Usifanye lolote.`,
  }),
  INVITATION: ({ organisation, name, link }) => ({
    subject: `${organisation} inakualika`,
    mail: `Habari ${name},

${organisation} imekuandalia akaunti. Chagua nenosiri hapa:
${link}

Kiungo hiki ni chako peke yako na kinafanya kazi mara moja.`,
    sms: `${organisation} imekuandalia akaunti. Chagua nenosiri: ${link}`,
  }),
  REGISTRATION: ({ organisation, link }) => ({
    subject: `Akaunti yako ya ${organisation}`,
    mail: `Asante kwa kujisajili na ${organisation}.

Chagua nenosiri hapa, ndani ya siku moja, na akaunti yako iko tayari:
${link}

Ikiwa si wewe, usifanye lolote: hakuna akaunti itakayofunguliwa.`,
    sms: `${organisation}: maliza kujisajili ndani ya siku moja: ${link} Si wewe? Usifanye lolote.`,
  }),
  REGISTRATION_NOTICE: ({ organisation }) => ({
    subject: `Una akaunti ya ${organisation}`,
    mail: `Mtu alitaka kujisajili na ${organisation} kwa anwani hii. Una akaunti tayari: ingia kwayo, au omba nenosiri jipya ikiwa umelisahau.

Ikiwa si wewe, usifanye lolote: hakuna kilichobadilika.`,
    sms: `${organisation}: una akaunti yenye nambari hii tayari. Ingia, au omba nenosiri jipya.`,
  }),
};
