import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { openapiDocument } from '../src/openapi/document.js';

describe('docs/openapi.json', () => {
  it('is what the schemas say today (if not: npm run openapi)', async () => {
    const file = new URL('../../../docs/openapi.json', import.meta.url);
    expect(JSON.parse(await readFile(file, 'utf8'))).to.deep.equal(openapiDocument());
  });

  it('is a valid OpenAPI 3.1 document', async () => {
    const { valid, errors } = await new Validator().validate(openapiDocument());
    expect(errors).to.equal(undefined);
    expect(valid).to.equal(true);
  });

  it('has no reference that leads nowhere', () => {
    const document = openapiDocument();
    const text = JSON.stringify(document);
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      let place: unknown = document;
      for (const part of pointer.split('/')) place = (place as Record<string, unknown>)[part];
      expect(place, pointer).to.be.an('object');
    }
  });
});
