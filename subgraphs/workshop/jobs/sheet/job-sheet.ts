import { addressLines } from '../../../../shared/address-lines';
import { formatDecimal, formatInstant } from '../../../../shared/format';
import { inLanguage } from '../../../../shared/language';
import { type Block, PALE, type PdfContent } from '../../../../shared/pdf/blocks';
import {
  fact,
  facts,
  heading,
  letterhead,
  runningHead,
  signatures,
  small,
  space,
  text,
  together,
  toWriteOn,
} from '../../../../shared/pdf/design';
import type { JobSheetFacts, SheetCustomer, SheetVehicle } from './read-job-sheet';
import { inspectionBlocks, type SheetInspection } from './sheet-inspection';
import { partsTable } from './sheet-parts';
import { workTable } from './sheet-work';
import { EN } from './texts/en';
import { IT } from './texts/it';
import type { SheetText } from './texts/sheet-text';
import { SW } from './texts/sw';

const LINES_FOR_WORK = 5;
const LINES_FOR_PARTS = 5;
/** Below what is listed already. */
const LINES_FOR_MORE = 2;
const LINES_FOR_NOTES = 2;

/** The sheet that lies in the car: what is known, and room to write down the rest. */
export function jobSheet(known: JobSheetFacts): PdfContent {
  const { card, organisation } = known;
  const { locale } = organisation;
  const said = inLanguage({ en: EN, it: IT, sw: SW }, locale);
  const title = `${said.title} ${card.number}`;
  return {
    title,
    language: locale,
    date: card.createdAt.toISOString(),
    paper: organisation.country === 'US' ? 'LETTER' : 'A4',
    running: runningHead(title, organisation.name),
    footer: [small(organisation.name, { lines: 1 })],
    pageLabel: said.page,
    watermark: null,
    body: [
      head(known, said),
      space(14),
      dates(known, said),
      space(14),
      facts(customer(known.customer, said), vehicle(known, said)),
      space(8),
      heading(said.complaint),
      space(3),
      text(card.complaint, { size: 10 }),
      ...inspectionBlocks(known.inspection, said, locale),
      space(14),
      heading(said.work),
      space(2),
      ...workTable(known.services, said, locale),
      together(...toWriteOn(known.services.length ? LINES_FOR_MORE : LINES_FOR_WORK)),
      space(14),
      heading(said.parts),
      space(2),
      ...partsTable(known.parts, said, locale),
      together(...toWriteOn(known.parts.length ? LINES_FOR_MORE : LINES_FOR_PARTS)),
      space(14),
      together(heading(said.notes), ...toWriteOn(LINES_FOR_NOTES)),
      signatures(said.signedByCustomer, said.signedByTechnician, said.date),
    ],
  };
}

function head({ card, trackingUrl, organisation, centre }: JobSheetFacts, said: SheetText): Block {
  const lines = centre
    ? [
        ...(centre.name === organisation.name ? [] : [centre.name]),
        ...addressLines(centre.address, organisation.country, organisation.locale),
        [centre.phone, centre.email].filter(Boolean).join(' · '),
      ]
    : [];
  const named: Block[] = [
    small(said.title, { align: 'right' }),
    text(card.number, { size: 17, bold: true, align: 'right' }),
    space(6),
    small(said.tracking, { align: 'right' }),
    text(card.trackingCode, { size: 11, bold: true, align: 'right' }),
  ];
  return letterhead({ logo: organisation.logoFileId !== null, name: organisation.name, lines }, [
    {
      kind: 'columns',
      gap: 12,
      columns: [
        { width: { share: 1 }, blocks: named },
        { width: { points: 74 }, blocks: [{ kind: 'qr', data: trackingUrl, side: 74 }] },
      ],
    },
  ]);
}

function dates({ card, organisation, centre, technician }: JobSheetFacts, said: SheetText): Block {
  const zone = centre?.timeZone ?? organisation.timeZone;
  const when = (instant: Date | null) => instant && formatInstant(instant, organisation.locale, zone);
  return {
    kind: 'box',
    padding: 9,
    fill: PALE,
    blocks: [
      facts(
        fact(said.received, when(card.createdAt)),
        fact(said.promised, when(card.promisedAt)),
        fact(said.priority, said.priorities[card.priority]),
        fact(said.technician, technician && `${technician.firstName} ${technician.lastName}`),
      ),
    ],
  };
}

function customer(known: SheetCustomer | null, said: SheetText): Block[] {
  if (!known) return [heading(said.customer)];
  const person = `${known.firstName} ${known.lastName}`.trim();
  return [
    heading(said.customer),
    space(3),
    text(known.company ?? person, { size: 10, bold: true }),
    ...(known.company && person ? [text(person)] : []),
    small(known.code),
    space(3),
    ...fact(said.phone, known.phone),
  ];
}

function vehicle({ vehicle: known, inspection, organisation }: JobSheetFacts, said: SheetText): Block[] {
  if (!known) return [heading(said.vehicle)];
  const read = (inspection && readingIn(inspection)) ?? known.odometer;
  const { plate } = known;
  return [
    heading(said.vehicle),
    space(3),
    text([known.make, known.model, known.year].filter(Boolean).join(' '), { size: 10, bold: true }),
    space(3),
    facts(
      [
        ...(plate ? [small(said.plate), text(plate, { size: 12, bold: true }), space(3)] : []),
        ...fact(said.colour, known.colour),
      ],
      [
        ...fact(said.vin, known.vin),
        ...fact(said.odometer, read && distance(read, said, organisation.locale)),
      ],
    ),
  ];
}

const readingIn = ({ odometerValue, odometerUnit }: SheetInspection): SheetVehicle['odometer'] =>
  odometerValue === null || odometerUnit === null ? null : { value: odometerValue, unit: odometerUnit };

const distance = ({ value, unit }: NonNullable<SheetVehicle['odometer']>, said: SheetText, locale: string) =>
  `${formatDecimal(String(value), locale)} ${said.units[unit]}`;
