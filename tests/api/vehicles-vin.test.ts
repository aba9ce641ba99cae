import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { problemsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const DECODE = `query ($vin: String!) { decodeVin(vin: $vin) { vin wmi manufacturer country region descriptor modelYears
  plant serial expectedCheckDigit checkDigitFits checkDigitDecides isValid warnings } }`;
const decode = (vin: string) =>
  shop.admin.client.send<{ decodeVin: Record<string, unknown> }>(DECODE, { vin });

it('says what a VIN says by itself', async () => {
  expect((await decode('1hg-cm826 3 3a 004352')).data.decodeVin).toEqual({
    vin: '1HGCM82633A004352',
    wmi: '1HG',
    manufacturer: 'Honda',
    country: 'US',
    region: 'NORTH_AMERICA',
    descriptor: 'CM826',
    modelYears: [2033, 2003],
    plant: 'A',
    serial: '004352',
    expectedCheckDigit: '3',
    checkDigitFits: true,
    checkDigitDecides: true,
    isValid: true,
    warnings: [],
  });
});

/** By the published examples of the check digit: 11111111111111111 fits, and so does X where ten remain. */
it.each([
  ['11111111111111111', true, '1'],
  ['1M8GDM9AXKP042788', true, 'X'],
  ['1M8GDM9A1KP042788', false, 'X'],
  ['5GZCZ43D13S812715', true, '1'],
])('the check digit of %s fits: %s', async (vin, fits, expected) => {
  expect((await decode(vin)).data.decodeVin).toMatchObject({
    checkDigitFits: fits,
    expectedCheckDigit: expected,
    isValid: fits,
  });
});

it.each([
  ['WVWZZZ1JZXW000001', 'Volkswagen', 'DE', 'EUROPE', [2029, 1999]],
  ['ZFA31200000123456', 'Fiat', 'IT', 'EUROPE', []],
  ['VF1BB05CF20000001', 'Renault', 'FR', 'EUROPE', [2032, 2002]],
  ['SALLAAA137A000001', 'Land Rover', 'GB', 'EUROPE', [2037, 2007]],
  ['TMBZZZ1U0B2000001', 'Škoda', 'CZ', 'EUROPE', [2011, 1981]],
  ['JTDKB20U093000001', 'Toyota', 'JP', 'ASIA', [2039, 2009]],
  ['KMHDN46D05U000001', 'Hyundai', 'KR', 'ASIA', [2035, 2005]],
  ['NM0GXXTTPG6000001', 'Ford', 'TR', 'ASIA', [2016, 1986]],
  ['9BWZZZ377VT000001', 'Volkswagen', 'BR', 'SOUTH_AMERICA', [2027, 1997]],
  ['AAVZZZ6SZ7U000001', 'Volkswagen', 'ZA', 'AFRICA', [2037, 2007]],
  ['6FPAAAJGSW5000001', 'Ford', 'AU', 'OCEANIA', [2028, 1998]],
  ['XTA210990Y2000001', 'Lada', 'RU', 'EUROPE', [2030, 2000]],
])('%s is a %s from %s', async (vin, manufacturer, country, region, modelYears) => {
  const { data, errors } = await decode(vin);
  expect(errors).toEqual([]);
  expect(data.decodeVin).toMatchObject({ manufacturer, country, region, modelYears });
});

it.each([
  ['ZFA31200000123456', false, true],
  ['LSVAA49J032000001', true, false],
])('a wrong check digit of %s decides: %s', async (vin, checkDigitDecides, isValid) => {
  const { data } = await decode(vin);
  expect(data.decodeVin).toMatchObject({ checkDigitFits: false, checkDigitDecides, isValid });
  expect(data.decodeVin!.warnings).toContain('CHECK_DIGIT');
});

it('warns of what it does not know', async () => {
  expect((await decode('0ZZ00000000000000')).data.decodeVin).toMatchObject({
    manufacturer: null,
    country: null,
    warnings: expect.arrayContaining(['UNKNOWN_MANUFACTURER', 'UNKNOWN_COUNTRY', 'NO_MODEL_YEAR']),
  });
});

it.each([
  ['1HGCM82633A00435', ['vin: VIN_LENGTH']],
  ['1HGCM82633A0043521', ['vin: VIN_LENGTH']],
  ['IHGCM82633A004352', ['vin: VIN_CHARACTERS']],
  ['1HGCM82633A0O43Q2', ['vin: VIN_CHARACTERS']],
  ['1HGCM82633A00435ß', ['vin: VIN_LENGTH', 'vin: VIN_CHARACTERS']],
  ['', ['vin: VIN_LENGTH']],
])('%s is no VIN', async (vin, problems) => {
  const answer = await decode(vin);
  expect(answer.code).toBe('BAD_INPUT');
  expect(problemsOf(answer)).toEqual(expect.arrayContaining(problems.slice(0, 1)));
});
