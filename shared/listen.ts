import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Place {
  host: string;
  port: number;
}

const REASONS: Record<string, (place: Place) => string> = {
  EADDRINUSE: ({ port }) =>
    `port ${port} is taken. Stop what listens there, or choose another, such as PORT=${port < 65_535 ? port + 1 : 4000}.`,
  EACCES: ({ port }) => `this user may not listen on port ${port}. Choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: ({ host }) => `this machine has no address ${host}. Set HOST to one that it has.`,
  ENOTFOUND: ({ host }) => `no address is known for ${host}. Set HOST to an address of this machine.`,
};

/** Listens there, and gives the port, which is chosen by the system where 0 was asked for. */
export function listen(server: Server, place: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? '']?.(place);
      reject(reason ? new Error(reason, { cause: error }) : error);
    };
    server.once('error', refused).listen(place.port, place.host, () => {
      server.removeListener('error', refused);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
