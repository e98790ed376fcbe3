// A form as most are: its script posts once, and says what came of it. The page gives the address, and reads the state.
for (const form of document.querySelectorAll('form'))
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = JSON.stringify(Object.fromEntries(new FormData(form)));
    fetch(form.action, { method: 'POST', body })
      .then((response) => (form.dataset.state = response.ok ? 'accepted' : 'error'))
      .catch(() => (form.dataset.state = 'error'));
  });

export {};
