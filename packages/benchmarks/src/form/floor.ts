// The floor: a plain form and the least script that does not lose a lead: it posts, keeps it in localStorage until the
// endpoint has answered, and sends what waits when the page wakes.
const prefix = 'lead:';

async function send(key: string): Promise<string> {
  const { url, body } = JSON.parse(localStorage.getItem(key) ?? '{}') as { url: string; body: string };
  try {
    const { status } = await fetch(url, { method: 'POST', body, keepalive: true });
    if (status < 500 && status !== 429) {
      localStorage.removeItem(key);
      return status < 300 ? 'Thank you!' : 'This was not accepted.';
    }
  } catch {
    // no network
  }
  return 'Saved on this device. We will send it.';
}

const drain = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) void send(key);
};

for (const form of document.querySelectorAll('form'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const id = crypto.randomUUID();
    const body = JSON.stringify({ id, ...Object.fromEntries(new FormData(form)) });
    localStorage.setItem(prefix + id, JSON.stringify({ url: form.action, body }));
    void send(prefix + id).then((text) => {
      const message = document.createElement('p');
      message.role = 'status';
      message.textContent = text;
      form.replaceWith(message);
    });
  });
addEventListener('online', drain);
drain();

export {};
