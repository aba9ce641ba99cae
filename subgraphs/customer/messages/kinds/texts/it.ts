import type { Language } from './language';
import { PURCHASING } from './purchasing';

export const IT: Language = {
  letter: (text) => `Buongiorno {{name}},\n\n${text}\n\n{{centre}}\n{{organisation}}`,
  words: {
    YOUR_VEHICLE: 'il suo veicolo',
    MOT: 'revisione',
    SERVICE: 'tagliando',
    TAX: 'bollo',
    INSURANCE: 'assicurazione',
    OTHER: 'promemoria',
    SOON: 'presto',
  },
  kinds: {
    REQUEST_APPROVED: {
      subject: 'La sua richiesta {{number}} è stata approvata',
      text: 'La sua richiesta {{number}} per {{vehicle}} è stata approvata.',
    },
    REQUEST_REJECTED: {
      subject: 'La sua richiesta {{number}} non è stata approvata',
      text: 'Non possiamo accettare la sua richiesta {{number}} per {{vehicle}}. Ci chiami per saperne il motivo.',
    },
    APPOINTMENT_BOOKED: {
      subject: 'Il suo appuntamento: {{when}}',
      text: 'Il suo appuntamento {{number}} per {{vehicle}} è prenotato: {{when}}, {{centre}}.',
    },
    APPOINTMENT_CONFIRMED: {
      subject: 'Il suo appuntamento è confermato',
      text: 'Il suo appuntamento {{number}} per {{vehicle}} è confermato: {{when}}, {{centre}}.',
    },
    APPOINTMENT_MOVED: {
      subject: 'Il suo appuntamento è stato spostato',
      text: 'Il suo appuntamento {{number}} per {{vehicle}} è stato spostato. Il nuovo orario: {{when}}, {{centre}}.',
    },
    APPOINTMENT_CANCELLED: {
      subject: 'Il suo appuntamento è stato annullato',
      text: 'Il suo appuntamento {{number}} per {{vehicle}} ({{when}}) è stato annullato.',
    },
    APPOINTMENT_REMINDER: {
      subject: 'La aspettiamo: {{when}}',
      text: 'La aspettiamo con {{vehicle}}: {{when}}, {{centre}} (appuntamento {{number}}).',
    },
    HOME_SERVICE_SCHEDULED: {
      subject: 'Veniamo da lei: {{when}}',
      text: 'Veniamo da lei per {{vehicle}}: {{when}} (intervento {{number}}).',
    },
    HOME_SERVICE_EN_ROUTE: {
      subject: 'Stiamo arrivando',
      text: 'Il nostro tecnico è in viaggio per {{vehicle}}. Arrivo previsto: {{arrival}}.',
    },
    HOME_SERVICE_CANCELLED: {
      subject: 'Il nostro intervento è stato annullato',
      text: 'Il nostro intervento a domicilio {{number}} per {{vehicle}} ({{when}}) è stato annullato.',
    },
    VEHICLE_REMINDER: {
      subject: 'In scadenza: {{reminder}}',
      text: 'Per {{vehicle}} è in scadenza: {{reminder}} ({{due}}). Desidera un appuntamento?',
    },
    PRE_CHECK_IN_RECEIVED: {
      subject: 'Abbiamo ricevuto i suoi dati',
      text: 'Abbiamo ricevuto i dati per {{vehicle}}. Segua i lavori con il codice {{trackingCode}}.',
    },
    STAGE_CHANGED: {
      subject: 'Novità su {{vehicle}}',
      text: 'I lavori su {{vehicle}} ({{number}}) sono arrivati a questa fase: {{stage}}.',
    },
    APPROVAL_NEEDED: {
      subject: 'Ci serve la sua conferma per {{vehicle}}',
      text: 'Per {{vehicle}} ({{number}}) proponiamo: {{work}}, {{amount}}. Approvi o rifiuti qui: {{link}}',
    },
    INVOICE_ISSUED: {
      subject: 'La sua fattura {{number}} da {{organisation}}',
      text: 'La sua fattura {{number}} di {{total}} è pronta, con scadenza {{due}}. La trova nel suo account; se lo desidera gliela inviamo.',
    },
    INVOICE_SENT: {
      subject: 'La sua fattura {{number}} da {{organisation}}',
      text: 'Come richiesto, la sua fattura {{number}} di {{total}}. Da pagare: {{balance}}, scadenza {{due}}.',
    },
    CREDIT_NOTE_ISSUED: {
      subject: 'Nota di credito {{number}} da {{organisation}}',
      text: 'Abbiamo stornato la sua fattura {{invoice}}: nota di credito {{number}} di {{total}}.',
    },
    CREDIT_NOTE_SENT: {
      subject: 'Nota di credito {{number}} da {{organisation}}',
      text: 'Come richiesto, la nota di credito {{number}} di {{total}} per la sua fattura {{invoice}}.',
    },
    QUOTATION_SENT: {
      subject: 'Il nostro preventivo {{number}}',
      text: 'Il nostro preventivo {{number}} di {{total}} è valido fino al {{validUntil}}. Lo veda, e lo accetti o rifiuti, qui: {{link}}',
    },
    PAYMENT_RECEIVED: {
      subject: 'Grazie per il pagamento',
      text: 'Il suo pagamento è arrivato. Grazie.',
    },
    RECEIPT_SENT: {
      subject: 'Ricevuta {{number}} da {{organisation}}',
      text: 'Come richiesto, la sua ricevuta {{number}} di {{total}}. Grazie.',
    },
    PAYMENT_REMINDER: {
      subject: 'Promemoria per la fattura {{number}}',
      text: 'La sua fattura {{number}} è scaduta il {{due}} e non risulta pagata: restano {{balance}}. Se nel frattempo ha pagato, non tenga conto di questo messaggio.',
    },
    COUNTER_ORDER_READY: {
      subject: 'Il suo ordine {{number}} è pronto',
      text: 'Il suo ordine {{number}} è pronto per il ritiro: {{centre}}.',
    },
    FEEDBACK_REQUEST: {
      subject: 'Com’è andata?',
      text: 'Il suo veicolo è di nuovo con lei. È contento del nostro lavoro? Ce lo dica qui: {{link}}',
    },
    INSPECTION_SHARED: {
      subject: 'Che cosa abbiamo trovato: {{vehicle}}',
      text: 'Abbiamo controllato {{vehicle}} ({{number}}). Veda l’esito, con le foto: {{link}}',
    },
    STAFF_MESSAGE: { subject: '{{subject}}', text: '{{body}}' },
    ADVERTISING: { subject: '{{subject}}', text: '{{body}}' },
    REQUEST_APPROVAL_NEEDED: {
      subject: 'La richiesta {{number}} attende l’approvazione',
      text: 'La richiesta {{number}} per {{vehicle}} presso {{centre}} attende l’approvazione.',
    },
    JOB_CARD_ASSIGNED: {
      subject: '{{number}} è assegnata a lei',
      text: 'La scheda {{number}} per {{vehicle}} presso {{centre}} le è stata assegnata.',
    },
    HOME_SERVICE_ASSIGNED: {
      subject: 'L’intervento {{number}} è suo',
      text: 'L’intervento a domicilio {{number}} per {{vehicle}} le è stato assegnato: {{when}}.',
    },
    PROPOSAL_APPROVED: {
      subject: 'Approvato: {{work}}',
      text: 'Il cliente ha approvato per {{number}} ({{vehicle}}): {{work}}, {{amount}}.',
    },
    PROPOSAL_DECLINED: {
      subject: 'Rifiutato: {{work}}',
      text: 'Il cliente ha rifiutato per {{number}} ({{vehicle}}): {{work}}, {{amount}}.',
    },
    PARTS_NOT_AVAILABLE: {
      subject: 'Mancano ricambi per {{number}}',
      text: 'I ricambi per la scheda {{number}} ({{vehicle}}) non sono in magazzino.',
    },
    PARTS_ARRIVED: {
      subject: 'I ricambi per {{number}} sono arrivati',
      text: 'I ricambi che la scheda {{number}} ({{vehicle}}) attendeva sono arrivati.',
    },
    COMPLAINT_REGISTERED: {
      subject: 'Nuovo reclamo {{number}}',
      text: 'Il reclamo {{number}} è stato registrato presso {{centre}}.',
    },
    COMPLAINT_ASSIGNED: {
      subject: 'Il reclamo {{number}} è suo',
      text: 'Il reclamo {{number}} presso {{centre}} le è stato assegnato.',
    },
    PAYMENT_KEPT: {
      subject: '{{kept}} da rimborsare o da usare',
      text: 'Del pagamento {{number}} di {{total}}, {{kept}} non sono andati a nessuna fattura e restano a credito del cliente: vanno rimborsati, o usati per un’altra fattura.',
    },
    WEBHOOK_SWITCHED_OFF: {
      subject: 'Un webhook è stato disattivato',
      text: 'Un indirizzo di un fornitore esterno non ha accettato nulla per tre giorni. Controllate le consegne e riattivatelo quando risponde.',
    },
    LEAD_ASSIGNED: {
      subject: 'Un contatto è suo',
      text: 'Un potenziale cliente presso {{centre}} le è stato assegnato.',
    },
    ...PURCHASING.IT,
  },
};
