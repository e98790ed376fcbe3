/** What a proof showed, and which submission it was used for. */
export interface Proof {
  submissionId: string;
  verdict: string;
}

/** Proofs that were used: a solved challenge counts once, and a provider's verdict is asked for once. */
export interface Proofs {
  /** What is kept under a key. */
  find(key: string): Promise<Proof | undefined>;
  /** Keeps a proof until `expiresAt` unless there is one under the key; gives the one that is kept. */
  keep(key: string, proof: Proof, expiresAt: number): Promise<Proof>;
}

/** Proofs of this process only, for a relay without a store. */
export function memoryProofs(now: () => number): Proofs {
  const kept = new Map<string, Proof & { expiresAt: number }>();
  return {
    find: (key) => Promise.resolve(kept.get(key)),
    keep(key, proof, expiresAt) {
      for (const [old, { expiresAt }] of kept) {
        if (expiresAt > now()) break; // a map keeps the order of insertion, which is that of expiry or nearly so
        kept.delete(old);
      }
      const known = kept.get(key);
      if (known) return Promise.resolve(known);
      kept.set(key, { ...proof, expiresAt });
      return Promise.resolve(proof);
    },
  };
}
