import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentNames, readEnvironment } from '../../shared/environment';
import { linkAddress } from '../../subgraphs/customer/messages/link-address';

const EXAMPLE = readFileSync(join(__dirname, '../../.env.example'), 'utf8');

/** Read by docker-compose.yml and not by the program. */
const COMPOSE_ALONE = ['POSTGRES_PASSWORD', 'PUBLISHED_PORT'];

const assignments = [...EXAMPLE.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name!);

describe('.env.example', () => {
  it('names every variable that the program reads, once, and no other', () => {
    expect([...assignments].sort()).toEqual([...environmentNames(), ...COMPOSE_ALONE].sort());
  });

  it('says of each what it is for', () => {
    const paragraphs = EXAMPLE.split(/\n\s*\n/);
    const silent = paragraphs.filter(
      (paragraph) => /^#?[A-Z][A-Z0-9_]*=/m.test(paragraph) && !/^# \w/m.test(paragraph),
    );
    expect(silent).toEqual([]);
  });
});

describe('a link in a message', () => {
  it.each([
    [{}, 'http://127.0.0.1:4000/links/password-reset#token'],
    [{ PUBLIC_URL: 'https://api.shop.example' }, 'https://api.shop.example/links/password-reset#token'],
    [
      { PUBLIC_URL: 'https://api.shop.example', LINKS_URL: 'https://shop.example/open/' },
      'https://shop.example/open/password-reset#token',
    ],
  ])('leads with %j to %s', (variables, address) => {
    expect(linkAddress(readEnvironment(variables), 'PASSWORD_RESET', 'token')).toBe(address);
  });
});
