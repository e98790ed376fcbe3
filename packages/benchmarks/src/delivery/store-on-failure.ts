// A form with a queue as error trackers and service worker toolkits have it: what finds no connection is stored, and taken
// out of the store before it is sent again. An answer, whatever it says, ends it.
const key = 'queue';

interface Kept {
  action: string;
  body: string;
}

const queue = (): Kept[] => JSON.parse(localStorage.getItem(key) ?? '[]') as Kept[];
const store = (kept: Kept): void => localStorage.setItem(key, JSON.stringify([...queue(), kept]));

async function send({ action, body }: Kept): Promise<string> {
  try {
    const response = await fetch(action, { method: 'POST', body });
    return response.ok ? 'accepted' : 'error';
  } catch {
    try {
      store({ action, body });
      return 'queued';
    } catch {
      return 'error';
    }
  }
}

async function flush(): Promise<void> {
  let waiting: Kept[] = [];
  try {
    waiting = queue();
    localStorage.removeItem(key);
  } catch {
    // storage is blocked
  }
  for (const kept of waiting) await send(kept);
}

for (const form of document.querySelectorAll('form'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = JSON.stringify(Object.fromEntries(new FormData(form)));
    void send({ action: form.action, body }).then((state) => (form.dataset.state = state));
  });
addEventListener('online', () => void flush());
void flush();

export {};
