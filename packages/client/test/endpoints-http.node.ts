import { createMockBackend } from '@fluenzr/mocks';
import { endpointTests } from './endpoints.js';

describe('every endpoint over HTTP', () => {
  endpointTests(async () => {
    const backend = createMockBackend();
    const server = await backend.listen();
    const options = { baseUrl: server.url, apiKey: backend.apiKey };
    return { backend, options, close: () => server.close() };
  });
});
