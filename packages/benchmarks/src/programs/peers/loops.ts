import { LoopsClient } from 'loops';

const loops = new LoopsClient('key');
console.log(await loops.createContact({ email: 'ada@example.com', mailingLists: { list_1: true } }));
