import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  apiKey: string | undefined;
  contentType: string | undefined;
  body: unknown;
}

interface Reply {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

const errors = (status: number, code: string, title: string): Reply => ({
  status,
  body: JSON.stringify({
    errors: [{ status: String(status), code, title, detail: `${title} by the stand-in` }],
  }),
});

export const FORD = {
  registrationNumber: 'AA19AAA',
  taxStatus: 'Taxed',
  taxDueDate: '2027-03-01',
  motStatus: 'Valid',
  motExpiryDate: '2027-02-14',
  make: 'FORD',
  monthOfFirstRegistration: '2019-03',
  yearOfManufacture: 2019,
  engineCapacity: 1999,
  co2Emissions: 130,
  fuelType: 'PETROL',
  markedForExport: false,
  colour: 'RED',
  typeApproval: 'M1',
  wheelplan: '2 AXLE RIGID BODY',
  dateOfLastV5CIssued: '2019-05-20',
  euroStatus: 'EURO6',
};

/** What the plates of DVLA's test environment are answered with, and some that it does not have. */
const REPLIES: Readonly<Record<string, Reply>> = {
  ER19BAD: errors(400, 'ENQ103', 'Bad Request'),
  ER19NFD: errors(404, '404', 'Vehicle Not Found'),
  ER19THR: {
    status: 429,
    body: JSON.stringify({ message: 'Too Many Requests' }),
    headers: { 'retry-after': '17' },
  },
  ER19ERR: errors(500, '500', 'Internal Server Error'),
  ER19MNT: errors(503, '503', 'Service Unavailable'),
  NO19KEY: { status: 403, body: JSON.stringify({ message: 'Forbidden' }) },
  NO19PTH: { status: 404, body: '<html>nginx</html>' },
  NO19JSN: { status: 200, body: '{"registrationNumber": "NO19J' },
  NO19CAR: { status: 200, body: '[]' },
  GO19ELS: { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/steals-the-key' } },
};

/** Speaks DVLA's Vehicle Enquiry Service on loopback. Plates that begin with `HANG` are never answered. */
export class DvlaServer {
  readonly asked: Asked[] = [];
  motExpiryDate = FORD.motExpiryDate;
  private readonly server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { registrationNumber: plate } = body as { registrationNumber: string };
      this.asked.push({
        method: request.method ?? '',
        path: request.url ?? '',
        apiKey: request.headers['x-api-key'] as string | undefined,
        contentType: request.headers['content-type'],
        body,
      });
      if (plate.startsWith('HANG')) return;
      const {
        status,
        body: text,
        headers,
      } = REPLIES[plate] ?? {
        status: 200,
        body: JSON.stringify({ ...FORD, registrationNumber: plate, motExpiryDate: this.motExpiryDate }),
      };
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  of(plate: string): Asked[] {
    return this.asked.filter(
      ({ body }) => (body as { registrationNumber: string }).registrationNumber === plate,
    );
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
