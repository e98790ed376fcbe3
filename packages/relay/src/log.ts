/** What a log entry says beside what happened: never an address, a name or an IP address. */
export type LogDetails = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Where the relay tells what it does. */
export interface Log {
  info(event: string, details?: LogDetails): void;
  warn(event: string, details?: LogDetails): void;
  error(event: string, details?: LogDetails): void;
}

/**
 * A log of one JSON object a line: `{"time":"…","level":"info","event":"submission","form":"frm_website", …}`.
 *
 * @param write takes each line
 */
export function jsonLog(write: (line: string) => void, now: () => number = Date.now): Log {
  const at = (level: string) => (event: string, details?: LogDetails) => {
    write(JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...details }));
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
