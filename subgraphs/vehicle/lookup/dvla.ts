import { type RegisterAnswer, type RegisterFacts, RegisterTrouble, type VehicleRegister } from './provider';

export interface DvlaOptions {
  apiKey: string;
  /** Another host than DVLA's, for its test environment and for tests. */
  url: string | null;
  timeoutMs: number;
}

const PRODUCTION = 'https://driver-vehicle-licensing.api.gov.uk';
const PATH = '/vehicle-enquiry/v1/vehicles';

/** DVLA's Vehicle Enquiry Service, API v1. It asks for the plate in the body, because plates are personal. */
export function dvlaRegister({ apiKey, url, timeoutMs }: DvlaOptions): VehicleRegister {
  return {
    name: 'DVLA',
    isDevelopment: false,
    covers: (country) => country === 'GB',
    async ask(plate) {
      const { status, retryAfter, text } = await request(`${url ?? PRODUCTION}${PATH}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'x-api-key': apiKey },
        body: JSON.stringify({ registrationNumber: plate }),
        signal: AbortSignal.timeout(timeoutMs),
        // Elsewhere nobody is to see the key.
        redirect: 'error',
      });
      return answerOf(status, retryAfter, text);
    },
  };
}

interface Response {
  status: number;
  retryAfter: number | null;
  text: string;
}

async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init);
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status: response.status,
      retryAfter: Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null,
      text: await response.text(),
    };
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    if (name === 'TimeoutError') throw new RegisterTrouble('TIMED_OUT', 'TIMEOUT');
    throw new RegisterTrouble('FAILED', cause?.code ?? 'NETWORK');
  }
}

function answerOf(status: number, retryAfter: number | null, text: string): RegisterAnswer {
  const body = parsed(text);
  if (status === 200) return { facts: factsOf(body), raw: text };
  const code = errorCodeOf(body) ?? `HTTP_${status}`;
  // A proxy's 404 is about an address; DVLA's own says that there is no such vehicle, in its form of errors.
  if (status === 404 && isErrorBody(body)) return { facts: null, raw: text };
  if (status === 400) throw new RegisterTrouble('BAD_PLATE', code);
  if (status === 429) throw new RegisterTrouble('THROTTLED', code, retryAfter);
  throw new RegisterTrouble('FAILED', code, retryAfter);
}

type Body = Record<string, unknown> | null;

function parsed(text: string): Body {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : null;
  } catch {
    // Told by what it is asked for: an answer without the vehicle in it is malformed.
    return null;
  }
}

const isErrorBody = (body: Body): boolean => Array.isArray(body?.errors);

function errorCodeOf(body: Body): string | null {
  const [first] = (isErrorBody(body) ? body!.errors : []) as { code?: unknown }[];
  return typeof first?.code === 'string' && first.code ? first.code.slice(0, 40) : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}/;

function factsOf(body: Body): RegisterFacts {
  if (typeof body?.registrationNumber !== 'string') throw new RegisterTrouble('FAILED', 'MALFORMED');
  const text = (name: string) => {
    const value = body[name];
    return typeof value === 'string' && value.trim() ? value.trim() : null;
  };
  const number = (name: string) => (Number.isSafeInteger(body[name]) ? (body[name] as number) : null);
  const day = (name: string) => DAY.exec(text(name) ?? '')?.[0] ?? null;
  return {
    make: text('make'),
    model: null,
    colour: text('colour'),
    fuelType: text('fuelType'),
    year: number('yearOfManufacture'),
    engineCapacity: number('engineCapacity'),
    co2Emissions: number('co2Emissions'),
    euroStatus: text('euroStatus'),
    typeApproval: text('typeApproval'),
    wheelplan: text('wheelplan'),
    firstRegisteredIn: MONTH.exec(text('monthOfFirstRegistration') ?? '')?.[0] ?? null,
    motStatus: text('motStatus'),
    motExpiresOn: day('motExpiryDate'),
    taxStatus: text('taxStatus'),
    taxDueOn: day('taxDueDate'),
    papersIssuedOn: day('dateOfLastV5CIssued'),
    markedForExport: typeof body.markedForExport === 'boolean' ? body.markedForExport : null,
  };
}
