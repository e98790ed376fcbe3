import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { expect } from 'chai';
import { MailError } from '../src/index.js';
import { smtp } from '../src/node/index.js';

/** A mail server that answers each command as told, or hangs up where told `undefined`. */
async function mailServer(
  answers: Partial<Record<'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'text', string | undefined>>,
) {
  const script = {
    greeting: '220 ready',
    MAIL: '250 ok',
    RCPT: '250 ok',
    DATA: '354 go on',
    text: '250 taken',
    ...answers,
  };
  const received: string[] = [];
  const server = net.createServer((socket) => {
    let isText = false;
    let buffered = '';
    const say = (answer: string | undefined) =>
      answer === undefined ? socket.destroy() : socket.write(`${answer}\r\n`);
    socket.on('error', () => undefined);
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      buffered += chunk;
      for (;;) {
        const end = buffered.indexOf(isText ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = buffered.slice(0, end);
        buffered = buffered.slice(end + (isText ? 5 : 2));
        received.push(line);
        if (isText) {
          isText = false;
          say(script.text);
        } else if (/^(?:EHLO|HELO)/.test(line)) say('250 localhost');
        else if (line.startsWith('MAIL')) say(script.MAIL);
        else if (line.startsWith('RCPT')) say(script.RCPT);
        else if (line.startsWith('DATA')) {
          isText = script.DATA?.startsWith('354') === true;
          say(script.DATA);
        } else say('221 bye');
      }
    });
    say(script.greeting);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const mail = {
  to: 'ada@fintech.example',
  subject: 'Please confirm (Beispiel GmbH & Söhne)',
  text: 'Open this page.\n.\nBye.\n',
};

describe('mail over SMTP', () => {
  it('is sent as plain text from the sender, marked as automatic', async () => {
    const server = await mailServer({});
    await smtp(server.url, 'Example Ltd <hello@example.com>').send(mail);
    await server.close();
    expect(server.received)
      .to.include('MAIL FROM:<hello@example.com>')
      .and.include('RCPT TO:<ada@fintech.example>');
    const text = server.received.find((part) => part.includes('Subject:')) ?? '';
    expect(text).to.match(/^From: "?Example Ltd"? <hello@example.com>$/m);
    expect(text).to.match(/^Auto-Submitted: auto-generated$/m);
    expect(text).to.match(/^Content-Type: text\/plain; charset=utf-8$/m);
  });

  it('cannot be given a second receiver or header by an address', async () => {
    const server = await mailServer({});
    await smtp(server.url, 'hello@example.com')
      .send({ ...mail, to: 'ada@fintech.example>\r\nRCPT TO:<eve@example.com' })
      .catch(() => undefined);
    await server.close();
    expect(server.received.join('\n')).to.not.match(/RCPT TO:<eve@example.com>/);
  });

  for (const [what, answers, outcome] of [
    ['a server that refuses the relay', { MAIL: '550 not you' }, 'not-sent'],
    ['a server that asks to wait', { RCPT: '450 later' }, 'not-sent'],
    ['a server that does not know the address', { RCPT: '550 no such user' }, 'refused'],
    ['a server that refuses the text', { text: '554 spam' }, 'refused'],
    ['a server that asks to wait after the text', { text: '451 later' }, 'not-sent'],
    ['a server that hangs up after the text', { text: undefined }, 'perhaps-sent'],
  ] as const) {
    it(`tells of ${what}: ${outcome}`, async () => {
      const server = await mailServer(answers);
      const error: unknown = await smtp(server.url, 'hello@example.com')
        .send(mail)
        .catch((error: unknown) => error);
      await server.close();
      expect(error).to.be.instanceOf(MailError).and.to.include({ outcome });
    });
  }

  it('tells that nothing was sent where no server listens', async () => {
    const error: unknown = await smtp('smtp://127.0.0.1:1', 'hello@example.com')
      .send(mail)
      .catch((error: unknown) => error);
    expect(error).to.be.instanceOf(MailError).and.to.include({ outcome: 'not-sent' });
  });

  it('names what is wrong with its settings', () => {
    expect(() => smtp('mail.example.com', 'hello@example.com')).to.throw(
      /SMTP_URL must be an address such as smtps:/,
    );
    for (const from of ['', 'Example Ltd', 'hello@example.com\r\nBcc: eve@example.com']) {
      expect(() => smtp('smtp://localhost', from), from).to.throw(/MAIL_FROM must be an address/);
    }
  });
});
