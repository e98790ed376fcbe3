/** 122 random bits or more. Pages without TLS have no `crypto.randomUUID`. */
export const randomId = (): string =>
  (crypto as Partial<Crypto>).randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
