// A relay inside an Express application, below /leads. Mount it before express.json(): the relay reads bodies itself.
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { createRelay, openStore } from '@fluenzr/relay';
import { loadForms, openPostgres, smtp } from '@fluenzr/relay/node';

const relay = createRelay({
  forms: await loadForms('forms.json'),
  upstream: { baseUrl: process.env.FLUENZR_BASE_URL, apiKey: process.env.FLUENZR_API_KEY },
  store: await openStore(await openPostgres(process.env.DATABASE_URL)),
  mail: smtp(process.env.SMTP_URL, 'Example Ltd <hello@example.com>'),
  publicUrl: 'https://www.example.com/leads',
});

const app = express();
app.use(
  '/leads',
  getRequestListener(
    (request, { incoming }) => relay.fetch(request, { address: incoming.socket.remoteAddress }),
    {
      overrideGlobalObjects: false,
    },
  ),
);
app.listen(3000);

// what becomes due by time: leads that FluenzR did not take at first, mails
setInterval(() => relay.work().catch(console.error), 1000);
