import { expect } from 'chai';
import { html } from '@open-wc/testing';
import { createClient } from '@fluenzr/client';
import type { FluenzrGroupPicker, GroupOption } from '@fluenzr/elements';
import { createMockBackend } from '@fluenzr/mocks';
import { drawn, names, options, picker, press, status, until } from './group-picker-fixture.js';

const items: GroupOption[] = ['[DYN] Inbound Leads', 'Active Customers', 'LinkedIn Leads Q4'].map(
  (name, index) => ({ id: `grp_${index}`, name, type: 'STATIC', color: '#1d4ed8' }),
);

describe('<fluenzr-group-picker exclude>', () => {
  const open = async (element: FluenzrGroupPicker): Promise<void> => {
    element.focus();
    await press(element, 'Alt+ArrowDown');
    await until(element, () => names(element).length > 0);
  };

  it('lists all items but those, and keeps a value that is among them', async () => {
    const element = await picker(
      html`<fluenzr-group-picker
        label="Group"
        exclude=" grp_0  grp_2 "
        .items=${items}
      ></fluenzr-group-picker>`,
    );
    element.value = 'grp_2';
    await open(element);
    expect(names(element)).to.deep.equal(['Active Customers']);
    expect(status(element)).to.equal('1 group');
    expect(element.value).to.equal('grp_2');
    expect(element.validity.valid).to.equal(true);
  });

  it('lists them again when they are given back, also while the list is open', async () => {
    const element = await picker(
      html`<fluenzr-group-picker label="Group" exclude="grp_0" .items=${items}></fluenzr-group-picker>`,
    );
    await open(element);
    expect(names(element)).to.have.length(2);
    element.exclude = '';
    await until(element, () => names(element).length === 3);
  });

  it('counts a backend’s groups without them, on every page', async () => {
    const { fetch, apiKey } = createMockBackend({ rateLimit: Infinity });
    const client = createClient({
      baseUrl: 'https://crm.example.com',
      apiKey: () => Promise.resolve(apiKey),
      fetch,
    });
    const ids: string[] = [];
    for (let index = 100; index < 160; index += 1)
      ids.push((await client.groups.create({ name: `Leads ${index}`, type: 'STATIC' })).id);
    const exclude = `${ids[0]} ${ids[1]} ${ids[59]}`;
    const element = await picker(
      html`<fluenzr-group-picker label="Group" exclude=${exclude} .client=${client}></fluenzr-group-picker>`,
    );
    await open(element);
    expect(names(element)[0]).to.equal('Leads 102');
    await press(element, 'ArrowDown', 'End');
    await until(element, () => status(element) === '57 groups');
    await press(element, 'End');
    await drawn(element);
    const last = options(element).at(-1)!;
    expect([last.ariaPosInSet, last.ariaSetSize]).to.deep.equal(['57', '57']);
    expect(names(element).at(-1)).to.equal('Leads 158');
  });
});
