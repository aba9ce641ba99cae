import type { Language } from './language';
import { PURCHASING } from './purchasing';

export const SW: Language = {
  letter: (text) => `Habari {{name}},\n\n${text}\n\n{{centre}}\n{{organisation}}`,
  words: {
    YOUR_VEHICLE: 'gari lako',
    MOT: 'ukaguzi wa gari',
    SERVICE: 'huduma ya gari',
    TAX: 'kodi ya barabara',
    INSURANCE: 'bima',
    OTHER: 'kumbusho',
    SOON: 'hivi karibuni',
  },
  kinds: {
    REQUEST_APPROVED: {
      subject: 'Ombi lako {{number}} limekubaliwa',
      text: 'Ombi lako {{number}} la {{vehicle}} limekubaliwa.',
    },
    REQUEST_REJECTED: {
      subject: 'Ombi lako {{number}} halikukubaliwa',
      text: 'Hatuwezi kukubali ombi lako {{number}} la {{vehicle}}. Tafadhali tupigie simu kujua sababu.',
    },
    APPOINTMENT_BOOKED: {
      subject: 'Miadi yako: {{when}}',
      text: 'Miadi yako {{number}} ya {{vehicle}} imewekwa: {{when}}, {{centre}}.',
    },
    APPOINTMENT_CONFIRMED: {
      subject: 'Miadi yako imethibitishwa',
      text: 'Miadi yako {{number}} ya {{vehicle}} imethibitishwa: {{when}}, {{centre}}.',
    },
    APPOINTMENT_MOVED: {
      subject: 'Miadi yako imehamishwa',
      text: 'Miadi yako {{number}} ya {{vehicle}} imehamishwa. Wakati mpya: {{when}}, {{centre}}.',
    },
    APPOINTMENT_CANCELLED: {
      subject: 'Miadi yako imeghairiwa',
      text: 'Miadi yako {{number}} ya {{vehicle}} ({{when}}) imeghairiwa.',
    },
    APPOINTMENT_REMINDER: {
      subject: 'Tunakutarajia: {{when}}',
      text: 'Tunakutarajia na {{vehicle}}: {{when}}, {{centre}} (miadi {{number}}).',
    },
    HOME_SERVICE_SCHEDULED: {
      subject: 'Tunakuja kwako: {{when}}',
      text: 'Tunakuja kwako kwa ajili ya {{vehicle}}: {{when}} (ziara {{number}}).',
    },
    HOME_SERVICE_EN_ROUTE: {
      subject: 'Tuko njiani kuja kwako',
      text: 'Fundi wetu yuko njiani kuja kwako kwa ajili ya {{vehicle}}. Anatarajia kufika: {{arrival}}.',
    },
    HOME_SERVICE_CANCELLED: {
      subject: 'Ziara yetu imeghairiwa',
      text: 'Ziara yetu {{number}} ya {{vehicle}} ({{when}}) imeghairiwa.',
    },
    VEHICLE_REMINDER: {
      subject: 'Muda unakaribia: {{reminder}}',
      text: 'Kwa {{vehicle}}, muda unafika: {{reminder}} ({{due}}). Je, ungependa miadi?',
    },
    PRE_CHECK_IN_RECEIVED: {
      subject: 'Tumepokea taarifa zako',
      text: 'Tumepokea taarifa za {{vehicle}}. Fuatilia kazi kwa msimbo {{trackingCode}}.',
    },
    STAGE_CHANGED: {
      subject: 'Habari za {{vehicle}}',
      text: 'Kazi ya {{vehicle}} ({{number}}) imefika hatua hii: {{stage}}.',
    },
    APPROVAL_NEEDED: {
      subject: 'Tunahitaji idhini yako kuhusu {{vehicle}}',
      text: 'Kwa {{vehicle}} ({{number}}) tunapendekeza: {{work}}, {{amount}}. Kubali au kataa hapa: {{link}}',
    },
    INVOICE_ISSUED: {
      subject: 'Ankara yako {{number}} kutoka {{organisation}}',
      text: 'Ankara yako {{number}} ya {{total}} iko tayari, mwisho wa kulipa {{due}}. Utaipata kwenye akaunti yako; tunaweza pia kukutumia.',
    },
    INVOICE_SENT: {
      subject: 'Ankara yako {{number}} kutoka {{organisation}}',
      text: 'Kama ulivyoomba, ankara yako {{number}} ya {{total}}. Imebaki kulipwa: {{balance}}, mwisho {{due}}.',
    },
    CREDIT_NOTE_ISSUED: {
      subject: 'Hati ya kurejesha {{number}} kutoka {{organisation}}',
      text: 'Tumepunguza ankara yako {{invoice}}: hati ya kurejesha {{number}} ya {{total}}.',
    },
    CREDIT_NOTE_SENT: {
      subject: 'Hati ya kurejesha {{number}} kutoka {{organisation}}',
      text: 'Kama ulivyoomba, hati ya kurejesha {{number}} ya {{total}} kwa ankara yako {{invoice}}.',
    },
    QUOTATION_SENT: {
      subject: 'Makadirio yetu {{number}}',
      text: 'Makadirio yetu {{number}} ya {{total}} ni halali hadi {{validUntil}}. Yaone, uyakubali au uyakatae, hapa: {{link}}',
    },
    PAYMENT_RECEIVED: {
      subject: 'Asante kwa malipo yako',
      text: 'Tumepokea malipo yako. Asante.',
    },
    RECEIPT_SENT: {
      subject: 'Risiti {{number}} kutoka {{organisation}}',
      text: 'Kama ulivyoomba, risiti yako {{number}} ya {{total}}. Asante.',
    },
    PAYMENT_REMINDER: {
      subject: 'Kumbusho la ankara yako {{number}}',
      text: 'Ankara yako {{number}} ilipaswa kulipwa {{due}} na bado haijalipwa: imebaki {{balance}}. Ikiwa umeshalipa, tafadhali puuza ujumbe huu.',
    },
    COUNTER_ORDER_READY: {
      subject: 'Oda yako {{number}} iko tayari',
      text: 'Oda yako {{number}} iko tayari kuchukuliwa: {{centre}}.',
    },
    FEEDBACK_REQUEST: {
      subject: 'Ilikuwaje?',
      text: 'Gari lako limerudi kwako. Je, umeridhika na kazi yetu? Tuambie hapa: {{link}}',
    },
    INSPECTION_SHARED: {
      subject: 'Tulichogundua: {{vehicle}}',
      text: 'Tumekagua {{vehicle}} ({{number}}). Tazama tulichogundua, pamoja na picha: {{link}}',
    },
    STAFF_MESSAGE: { subject: '{{subject}}', text: '{{body}}' },
    ADVERTISING: { subject: '{{subject}}', text: '{{body}}' },
    REQUEST_APPROVAL_NEEDED: {
      subject: 'Ombi {{number}} linasubiri idhini',
      text: 'Ombi {{number}} la {{vehicle}} katika {{centre}} linasubiri idhini.',
    },
    JOB_CARD_ASSIGNED: {
      subject: 'Umepewa {{number}}',
      text: 'Umepewa kadi ya kazi {{number}} ya {{vehicle}} katika {{centre}}.',
    },
    HOME_SERVICE_ASSIGNED: {
      subject: 'Umepewa ziara {{number}}',
      text: 'Umepewa ziara ya nyumbani {{number}} ya {{vehicle}}: {{when}}.',
    },
    PROPOSAL_APPROVED: {
      subject: 'Imekubaliwa: {{work}}',
      text: 'Mteja amekubali kwa {{number}} ({{vehicle}}): {{work}}, {{amount}}.',
    },
    PROPOSAL_DECLINED: {
      subject: 'Imekataliwa: {{work}}',
      text: 'Mteja amekataa kwa {{number}} ({{vehicle}}): {{work}}, {{amount}}.',
    },
    PARTS_NOT_AVAILABLE: {
      subject: 'Vipuri vya {{number}} havipo',
      text: 'Vipuri vya kadi ya kazi {{number}} ({{vehicle}}) havipo kwenye ghala.',
    },
    PARTS_ARRIVED: {
      subject: 'Vipuri vya {{number}} vimefika',
      text: 'Vipuri ambavyo kadi ya kazi {{number}} ({{vehicle}}) ilisubiri vimefika.',
    },
    COMPLAINT_REGISTERED: {
      subject: 'Lalamiko jipya {{number}}',
      text: 'Lalamiko {{number}} limesajiliwa katika {{centre}}.',
    },
    COMPLAINT_ASSIGNED: {
      subject: 'Umepewa lalamiko {{number}}',
      text: 'Umepewa lalamiko {{number}} katika {{centre}}.',
    },
    PAYMENT_KEPT: {
      subject: '{{kept}} za kurudisha au kutumia',
      text: 'Katika malipo {{number}} ya {{total}}, {{kept}} hazikuweza kulipa ankara yoyote na zimewekwa kama salio la mteja: zirudishe, au zilipie ankara nyingine.',
    },
    WEBHOOK_SWITCHED_OFF: {
      subject: 'Webhook imezimwa',
      text: 'Anwani ya mshirika wa nje haikupokea chochote kwa siku tatu. Angalia uwasilishaji wake, na uiwashe tena itakapojibu.',
    },
    LEAD_ASSIGNED: {
      subject: 'Umepewa mteja mtarajiwa',
      text: 'Umepewa mteja mtarajiwa katika {{centre}}.',
    },
    ...PURCHASING.SW,
  },
};
