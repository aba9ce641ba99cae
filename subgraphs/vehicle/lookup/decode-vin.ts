import { badInput, type FieldProblem } from '../../../shared/errors';
import { expectedCheckDigit, mustFit } from '../registry/vin';
import { VinDecoding, VinWarning } from './vin.type';
import { countryOf, regionOf } from './vin-countries';
import { manufacturerOf } from './vin-manufacturers';

const LENGTH = 17;
const CHECK_DIGIT = 8;
const YEAR_SIGN = 9;
/** 1980 to 2009, and again from 2010: I, O, Q, U, Z and 0 stand for no year. */
const YEAR_SIGNS = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const FIRST_YEAR = 1980;

export function decodeVin(given: string): VinDecoding {
  const vin = given.toUpperCase().replace(/[\s-]/g, '');
  const problems = problemsOf(vin);
  if (problems.length) throw badInput(problems);
  const expected = expectedCheckDigit(vin);
  const decoding = Object.assign(new VinDecoding(), {
    vin,
    wmi: vin.slice(0, 3),
    manufacturer: manufacturerOf(vin),
    country: countryOf(vin),
    region: regionOf(vin),
    descriptor: vin.slice(3, CHECK_DIGIT),
    modelYears: modelYearsOf(vin[YEAR_SIGN]!),
    plant: vin[10]!,
    serial: vin.slice(11),
    expectedCheckDigit: expected,
    checkDigitFits: vin[CHECK_DIGIT] === expected,
    checkDigitDecides: mustFit(vin),
  });
  decoding.isValid = decoding.checkDigitFits || !decoding.checkDigitDecides;
  decoding.warnings = warningsOf(decoding);
  return decoding;
}

function problemsOf(vin: string): FieldProblem[] {
  const wrong = [...new Set(vin.replace(/[A-HJ-NPR-Z0-9]/g, ''))];
  const problems: FieldProblem[] = [];
  if (vin.length !== LENGTH)
    problems.push({
      path: 'vin',
      code: 'VIN_LENGTH',
      message: `A VIN has ${LENGTH} signs; this has ${vin.length}.`,
    });
  if (wrong.length)
    problems.push({
      path: 'vin',
      code: 'VIN_CHARACTERS',
      message: `A VIN has digits and letters without I, O and Q, and not: ${wrong.join(' ')}`,
    });
  return problems;
}

function modelYearsOf(sign: string): number[] {
  const index = YEAR_SIGNS.indexOf(sign);
  return index === -1 ? [] : [FIRST_YEAR + YEAR_SIGNS.length + index, FIRST_YEAR + index];
}

function warningsOf({ checkDigitFits, manufacturer, country, modelYears }: VinDecoding): VinWarning[] {
  const warnings: [boolean, VinWarning][] = [
    [!checkDigitFits, VinWarning.CHECK_DIGIT],
    [manufacturer === null, VinWarning.UNKNOWN_MANUFACTURER],
    [country === null, VinWarning.UNKNOWN_COUNTRY],
    [modelYears.length === 0, VinWarning.NO_MODEL_YEAR],
  ];
  return warnings.flatMap(([holds, warning]) => (holds ? warning : []));
}
