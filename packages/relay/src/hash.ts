const encoder = new TextEncoder();

const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 in hexadecimal. */
export const sha256 = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));

/** 256 random bits, as text that fits into an address. */
export const randomToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A UUID (version 8) that the same text always gives. */
export async function uuidOf(text: string): Promise<string> {
  const digits = (await sha256(text)).slice(0, 32).split('');
  digits[12] = '8';
  digits[16] = '8';
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Makes keys that stand for personal data: without the secret nobody can tell, by trying, whose they are.
 *
 * @param secret at least 32 characters
 */
export async function keyMaker(secret: string): Promise<(text: string) => Promise<string>> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return async (text) => hex(await crypto.subtle.sign('HMAC', key, encoder.encode(text))).slice(0, 32);
}
