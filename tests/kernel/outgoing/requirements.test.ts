import { EnvironmentError, readEnvironment } from '../../../shared/environment';
import { requireUrl } from '../../../subgraphs/customer/clients/webhooks/requirements';

const PRODUCTION = { production: true, webhooksToLoopback: false };
const problem = (url: string, environment = PRODUCTION): string | undefined => {
  try {
    requireUrl(url, environment);
    return undefined;
  } catch (error) {
    return (error as { extensions: { fields: { code: string }[] } }).extensions.fields[0]!.code;
  }
};

describe('in production an endpoint', () => {
  it.each([
    'https://hooks.example.com/',
    'https://93.184.216.34:8443/in?key=1',
    'https://[2606:4700::1111]/',
  ])('may be at %s', (url) => expect(problem(url)).toBeUndefined());

  it.each([
    ['http://hooks.example.com/', 'HTTPS'],
    ['https://localhost/', 'NOT_PUBLIC'],
    ['https://LOCALHOST./', 'NOT_PUBLIC'],
    ['https://hooks.localhost/', 'NOT_PUBLIC'],
    ['https://metadata.google.internal/', 'NOT_PUBLIC'],
    ['https://printer.local/', 'NOT_PUBLIC'],
    ['https://127.0.0.1/', 'NOT_PUBLIC'],
    ['https://[::1]/', 'NOT_PUBLIC'],
    ['javascript:alert(1)', 'URL'],
    ['file:///etc/passwd', 'URL'],
  ])('may not be at %s', (url, code) => expect(problem(url)).toBe(code));
});

test('an address is kept without its fragment, in one spelling', () => {
  const environment = { production: false, webhooksToLoopback: true };
  expect(requireUrl(' HTTP://2130706433:80/in?a=1#b ', environment)).toBe('http://127.0.0.1/in?a=1');
  expect(problem('http://192.168.1.1/', environment)).toBe('NOT_PUBLIC');
});

test('webhooks to this machine are refused in production', () => {
  const given = {
    NODE_ENV: 'production',
    WEBHOOKS_TO_LOOPBACK: 'on',
    SECRET_KEY: 'k'.repeat(43),
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  };
  expect(() => readEnvironment(given)).toThrow(EnvironmentError);
  expect(readEnvironment({ ...given, WEBHOOKS_TO_LOOPBACK: 'off' }).webhooksToLoopback).toBe(false);
});
