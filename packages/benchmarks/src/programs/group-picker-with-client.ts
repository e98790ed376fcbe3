import '@fluenzr/elements/group-picker';
import { createClient } from '@fluenzr/client/core';
import { groups } from '@fluenzr/client/groups';

const picker = document.createElement('fluenzr-group-picker');
picker.client = createClient({
  baseUrl: 'https://crm.example.com',
  apiKey: () => Promise.resolve('token'),
  resources: { groups },
});
document.body.append(picker);
