/** A stream of numbers that its seed alone decides. */
export interface Random {
  /** The next number, from 0 up to but not including 1. */
  next(): number;
}

/** The same seed gives the same numbers (Marsaglia's xorshift, 32 bits). Not for secrets. */
export function seededRandom(seed: string): Random {
  let state = hashText(seed) || 1; // zero would stay zero
  return {
    next() {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) / 2 ** 32;
    },
  };
}

/** A 32-bit FNV-1a hash of a text. Not for secrets. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
