import { Resend } from 'resend';

const resend = new Resend('key');
console.log(await resend.contacts.create({ email: 'ada@example.com', segments: [{ id: 'segment_1' }] }));
