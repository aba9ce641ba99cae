import { addressLines } from '../../../shared/address-lines';
import type { Block } from '../../../shared/pdf/blocks';
import { fact, facts, letterhead, small, space, text } from '../../../shared/pdf/design';
import type { PrintedHead } from './printable';
import type { Reading } from './reading';
import type { PrintText } from './texts/print-text';

/** Who it is from, what it is, and of when. */
export function documentHead(document: PrintedHead, { said, day }: Reading): Block {
  const { seller, kind, number, corrects } = document;
  const lines = [
    ...(seller.tradingName === seller.name ? [] : [seller.tradingName]),
    ...(seller.serviceCentre === seller.tradingName ? [] : [seller.serviceCentre]),
    ...addressLines(seller.address, seller.address?.country ?? null, seller.locale),
    [seller.phone, seller.email].filter(Boolean).join(' · '),
    seller.taxNumber ? `${said.taxNumber} ${seller.taxNumber}` : '',
  ].filter(Boolean);
  const right = (name: string, value: string | null): Block[] =>
    value ? [small(name, { align: 'right' }), text(value, { align: 'right' }), space(2)] : [];
  return letterhead({ logo: Boolean(seller.logoFileId), name: seller.name, lines }, [
    text(said.titles[kind], { size: 17, bold: true, align: 'right' }),
    ...(number ? [text(number, { size: 11, bold: true, align: 'right' })] : []),
    space(8),
    ...right(said.issuedOn, document.issuedOn && day(document.issuedOn)),
    ...right(said.dueOn, document.dueOn && day(document.dueOn)),
    ...right(said.validUntil, document.validUntil && day(document.validUntil)),
    ...right(said.corrects, corrects?.number ?? null),
  ]);
}

/** Whom it is for, and which vehicle it is about. */
export function parties(document: PrintedHead, { said }: Reading): Block {
  const { buyer, seller, vehicle, reference, corrects } = document;
  const address = addressLines(buyer.address, seller.address?.country ?? null, seller.locale);
  const to: Block[] = [
    small(said.addressed[document.kind]),
    space(2),
    text(buyer.name, { size: 10.5, bold: true }),
    ...[buyer.contact, ...address].flatMap((line) => (line ? [text(line)] : [])),
    space(4),
    facts(fact(said.customerNumber, buyer.code), fact(said.taxNumber, buyer.taxNumber)),
  ];
  return {
    kind: 'columns',
    gap: 24,
    columns: [
      { width: { share: 1 }, blocks: to },
      {
        width: { share: 1 },
        blocks: [
          ...vehicleFacts(vehicle, said),
          ...fact(said.reference, reference),
          ...fact(said.reason, corrects?.reason),
        ],
      },
    ],
  };
}

function vehicleFacts(vehicle: PrintedHead['vehicle'], said: PrintText): Block[] {
  if (!vehicle) return [];
  const { make, model, year, plate, vin } = vehicle;
  return [
    small(said.vehicle),
    space(2),
    text([make, model, year].filter(Boolean).join(' '), { size: 10.5, bold: true }),
    space(2),
    facts(fact(said.plate, plate), fact(said.vin, vin)),
  ];
}
