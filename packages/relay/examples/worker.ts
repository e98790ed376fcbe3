// A relay on a worker platform, without a store: a lead gets its 202 when FluenzR has it, and a 503 otherwise, so that the
// page's outbox keeps it. Forms cannot ask for confirmation here, and limits hold for one instance of the worker.
import { createRelay, parseForms, type Relay } from '@fluenzr/relay';

interface Environment {
  FLUENZR_BASE_URL: string;
  FLUENZR_API_KEY: string;
  /** At least 32 characters. */
  RELAY_SECRET: string;
}

interface Lifetime {
  waitUntil(promise: Promise<unknown>): void;
}

const forms = parseForms({
  forms: [
    {
      id: 'frm_website',
      title: 'Example Ltd',
      groupId: 'grp_1',
      origins: ['https://www.example.com'],
      optIn: 'single',
      challenge: { kind: 'proof-of-work' },
    },
  ],
});

let relay: Relay | undefined;

export default {
  fetch(request: Request, environment: Environment, lifetime: Lifetime): Promise<Response> {
    relay ??= createRelay({
      forms,
      upstream: { baseUrl: environment.FLUENZR_BASE_URL, apiKey: environment.FLUENZR_API_KEY },
      secret: environment.RELAY_SECRET,
    });
    return relay.fetch(request, {
      address: request.headers.get('cf-connecting-ip') ?? undefined,
      waitUntil: (promise) => lifetime.waitUntil(promise),
    });
  },
};
