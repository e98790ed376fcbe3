import { createPolar } from '@polar-sh/sdk/2026-10';

const polar = createPolar({ accessToken: 'token' });
console.log(await polar.customers.create({ email: 'ada@example.com' }));
