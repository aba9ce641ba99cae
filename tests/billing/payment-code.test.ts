import 'reflect-metadata';
import { Money } from '../../shared/money';
import type { DocumentSeller } from '../../subgraphs/billing/documents/parties.type';
import { ibanIn, spacedIban } from '../../subgraphs/billing/print/iban';
import { paymentCode } from '../../subgraphs/billing/print/payment-code';

const seller = (more: Partial<DocumentSeller>): DocumentSeller => ({
  name: 'Officina Rossi S.r.l.',
  tradingName: 'Officina Rossi',
  serviceCentre: 'Milano',
  address: null,
  taxNumber: null,
  registrationNumber: null,
  phone: null,
  email: null,
  bankAccount: null,
  upiId: null,
  logoFileId: null,
  footer: null,
  locale: 'it-IT',
  ...more,
});
const euro = (cents: number) => new Money(cents, 'EUR');
const IBAN = 'IT60X0542811101000000123456';

describe('an account number', () => {
  it.each([
    ['IT60 X054 2811 1010 0000 0123 456', IBAN],
    ['iban: gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['DE89-3704-0044-0532-0130-00', 'DE89370400440532013000'],
    [' NO9386011117947 ', 'NO9386011117947'],
  ])('is an IBAN: %s', (typed, iban) => expect(ibanIn(typed)).toBe(iban));

  it.each([
    ['with a wrong digit', 'IT60X0542811101000000123457'],
    ['with two digits exchanged', 'IT60X0542811101000000124356'],
    ['a number of a bank at home', '12-34-56 12345678'],
    ['M-Pesa', 'Paybill 522522'],
    ['too short', 'IT60'],
    ['nothing', ''],
    ['null', null],
  ])('is none: %s', (_, typed) => expect(ibanIn(typed)).toBeNull());

  it('is printed in groups of four', () => {
    expect(spacedIban(IBAN)).toBe('IT60 X054 2811 1010 0000 0123 456');
    expect(spacedIban('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
  });
});

describe('a code to pay with', () => {
  it('is a SEPA credit transfer for euros to an IBAN, line by line as EPC069-12 wants', () => {
    const code = paymentCode(seller({ bankAccount: `IBAN ${IBAN}` }), euro(123450), 'INV-MI1-000123');
    expect(code).toBe(
      [
        'BCD',
        '002',
        '1',
        'SCT',
        '',
        'Officina Rossi S.r.l.',
        IBAN,
        'EUR1234.50',
        '',
        '',
        'INV-MI1-000123',
      ].join('\n'),
    );
  });

  it('cuts a name at 70 characters, and keeps it on one line', () => {
    const name = `Officina\n${'Ünï '.repeat(40)}`;
    const lines = paymentCode(seller({ name, bankAccount: IBAN }), euro(1), 'INV-1')!.split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[5]).toHaveLength(70);
    expect(Buffer.from(lines.join('\n')).length).toBeLessThanOrEqual(331);
  });

  it('is a UPI link for rupees to a UPI address', () => {
    const code = paymentCode(
      seller({ name: 'Patel & Sons', upiId: 'patel.sons@okbank' }),
      new Money(123450, 'INR'),
      'INV-BLR-000001',
    );
    expect(code).toBe(
      'upi://pay?pa=patel.sons%40okbank&pn=Patel%20%26%20Sons&am=1234.50&cu=INR&tn=INV-BLR-000001',
    );
  });

  it.each([
    ['another currency', seller({ bankAccount: IBAN }), new Money(100, 'GBP')],
    ['no account', seller({}), euro(100)],
    ['an account that is no IBAN', seller({ bankAccount: '12-34-56 12345678' }), euro(100)],
    ['rupees without a UPI address', seller({ bankAccount: IBAN }), new Money(100, 'INR')],
    ['nothing to pay', seller({ bankAccount: IBAN }), euro(0)],
    ['more than the standard takes', seller({ bankAccount: IBAN }), euro(99_999_999_999 + 1)],
  ])('is none for %s', (_, from, amount) => expect(paymentCode(from, amount, 'INV-1')).toBeNull());
});
