/**
 * A random UUID (version 4 of RFC 9562), the id of one filled form: under it the endpoint takes a lead once, however often
 * it is sent. `crypto.randomUUID` would do, but pages without TLS do not have it, and a form must send there too.
 */
export function leadId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
