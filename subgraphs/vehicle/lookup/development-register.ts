import { createHash } from 'node:crypto';
import { type RegisterFacts, RegisterTrouble, type Trouble, type VehicleRegister } from './provider';

/** The endings of plates that DVLA's own test environment answers so. */
const TROUBLES: Readonly<Record<string, [Trouble, string]>> = {
  BAD: ['BAD_PLATE', 'HTTP_400'],
  THR: ['THROTTLED', 'HTTP_429'],
  ERR: ['FAILED', 'HTTP_500'],
  MNT: ['FAILED', 'HTTP_503'],
};
const NOT_FOUND = 'NFD';
const RETRY_AFTER_SECONDS = 30;

const CARS = [
  ['FORD', 'Fiesta'],
  ['VAUXHALL', 'Corsa'],
  ['VOLKSWAGEN', 'Golf'],
  ['FIAT', 'Panda'],
  ['TOYOTA', 'Yaris'],
  ['BMW', '320d'],
  ['NISSAN', 'Qashqai'],
] as const;
const COLOURS = ['BLACK', 'WHITE', 'SILVER', 'BLUE', 'RED', 'GREY'];
const FUELS = ['PETROL', 'DIESEL', 'HYBRID ELECTRIC', 'ELECTRICITY'];

/** Where there is no key for a register: the same plate is always the same car, and some are none. */
export const developmentRegister: VehicleRegister = {
  name: 'Development register: its answers are made up',
  isDevelopment: true,
  covers: () => true,
  async ask(plate) {
    const ending = plate.slice(-3);
    const trouble = TROUBLES[ending];
    if (trouble)
      throw new RegisterTrouble(...trouble, trouble[0] === 'THROTTLED' ? RETRY_AFTER_SECONDS : null);
    const facts = ending === NOT_FOUND ? null : carOf(plate);
    return { facts, raw: JSON.stringify({ madeUpFor: plate, facts }) };
  },
};

function carOf(plate: string): RegisterFacts {
  const bytes = createHash('sha256').update(plate).digest();
  const pick = <T>(index: number, from: readonly T[]): T => from[bytes[index]! % from.length]!;
  const [make, model] = pick(0, CARS);
  const fuelType = pick(1, FUELS);
  const year = 2008 + (bytes[2]! % 16);
  const month = String(1 + (bytes[3]! % 12)).padStart(2, '0');
  const day = String(1 + (bytes[4]! % 28)).padStart(2, '0');
  const isElectric = fuelType === 'ELECTRICITY';
  return {
    make,
    model,
    colour: pick(5, COLOURS),
    fuelType,
    year,
    engineCapacity: isElectric ? null : 998 + 200 * (bytes[6]! % 10),
    co2Emissions: isElectric ? 0 : 90 + (bytes[7]! % 120),
    euroStatus: year < 2015 ? 'EURO5' : 'EURO6',
    typeApproval: 'M1',
    wheelplan: '2 AXLE RIGID BODY',
    firstRegisteredIn: `${year}-${month}`,
    motStatus: 'Valid',
    motExpiresOn: `2031-${month}-${day}`,
    taxStatus: 'Taxed',
    taxDueOn: `2031-${month}-01`,
    papersIssuedOn: `${year}-${month}-${day}`,
    markedForExport: false,
  };
}
