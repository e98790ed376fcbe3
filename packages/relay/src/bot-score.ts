/** What speaks for a program having filled in the form. */
export interface Signals {
  /** What the trap input holds. */
  honeypot: string;
  /** Milliseconds from the form's start to its end, where the page told something that can be. */
  timeOnForm: number | undefined;
  /** Names as they were sent. */
  names: readonly string[];
  /** Answers as they were sent. */
  answers: readonly string[];
  /** What the challenge showed. */
  proof: 'PASSED' | 'LOW_SCORE' | 'TOO_OLD' | 'UNREACHABLE' | 'MISSING' | 'NOT_ASKED';
}

/** A submission waits for review from this score on. */
export const suspicious = 1;

const link = /https?:\/\/|www\.|[a-z0-9-]\.(?:com|net|org|ru|xyz|top|info|click|shop)\b/i;

const rules: readonly { reason: string; weight: number; holds: (signals: Signals) => boolean }[] = [
  { reason: 'HONEYPOT_FILLED', weight: 1, holds: ({ honeypot }) => honeypot !== '' },
  // nobody reads a form, types and clicks in a second; in three it takes autofill and a hurry
  { reason: 'UNDER_A_SECOND', weight: 1, holds: ({ timeOnForm = Infinity }) => timeOnForm < 1000 },
  {
    reason: 'UNDER_THREE_SECONDS',
    weight: 0.5,
    holds: ({ timeOnForm = Infinity }) => timeOnForm >= 1000 && timeOnForm < 3000,
  },
  // a welcome mail begins with the first name: advertising put there is sent in your name
  { reason: 'LINK_IN_NAME', weight: 1, holds: ({ names }) => names.some((name) => link.test(name)) },
  {
    reason: 'MANY_LINKS',
    weight: 0.5,
    holds: ({ answers }) => (answers.join(' ').match(/https?:\/\//gi) ?? []).length > 2,
  },
  { reason: 'CHALLENGE_MISSING', weight: 1, holds: ({ proof }) => proof === 'MISSING' },
  { reason: 'CAPTCHA_LOW_SCORE', weight: 1, holds: ({ proof }) => proof === 'LOW_SCORE' },
  { reason: 'CAPTCHA_TOO_OLD', weight: 1, holds: ({ proof }) => proof === 'TOO_OLD' },
  { reason: 'CAPTCHA_UNREACHABLE', weight: 1, holds: ({ proof }) => proof === 'UNREACHABLE' },
];

/** How much speaks for a program, and what. From {@link suspicious} on, a person should look. */
export function botScore(signals: Signals): { score: number; reasons: string[] } {
  const holding = rules.filter(({ holds }) => holds(signals));
  return {
    score: holding.reduce((sum, { weight }) => sum + weight, 0),
    reasons: holding.map(({ reason }) => reason),
  };
}
