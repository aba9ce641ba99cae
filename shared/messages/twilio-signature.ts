import { validateRequest } from 'twilio/lib/webhooks/webhooks';

/**
 * Whether Twilio sent this form to this address: its own library compares, in constant time, the signature over both.
 * From the part of the library that needs none of the rest.
 */
export function isFromTwilio(
  authToken: string,
  signature: string,
  url: string,
  form: URLSearchParams,
): boolean {
  const names = [...new Set(form.keys())];
  const params = Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
  return validateRequest(authToken, signature, url, params);
}
