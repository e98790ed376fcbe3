// `npm run openapi` writes docs/openapi.json from the SDK's schemas.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openapiDocument } from './openapi/document.js';

const target = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url));
await writeFile(target, `${JSON.stringify(openapiDocument(), null, 2)}\n`);
console.log(`wrote ${target}`);
