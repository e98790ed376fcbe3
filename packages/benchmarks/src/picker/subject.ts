/** A group as all pickers of the benchmark take it. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly color: string;
}

/** A picker, driven in the same way whoever made it. Each works on the one element that `render` has put into the page. */
export interface Subject {
  /** Takes the picker out of the page. */
  remove(): void;
  /** Puts a new picker with the items into the page. */
  render(items: readonly Item[]): void;
  /** Whether it is drawn. */
  rendered(): boolean;
  /** As a visitor does by a click into the field. */
  open(): void;
  /** Makes the text of the field another one, as a key does. */
  type(text: string): void;
  /** What the row shows in its place of the whole list; nothing when it is not in the DOM. */
  row(index: number): string | undefined;
  /** Scrolls the list by script to its end. */
  scrollToEnd(): void;
  /** The element, to count what is in it. */
  element(): Element;
}

/** As groups are called; the first has no "lea" in it. */
export const makeItems = (count: number): Item[] => {
  const names = [
    'Active Customers',
    'LinkedIn Leads',
    '[DYN] Inbound',
    'Fintech Prospects',
    'Élodie’s Leads',
    'SaaS',
  ];
  return Array.from({ length: count }, (_, index) => ({
    id: `grp_${String(index)}`,
    name: `${names[index % names.length] ?? ''} ${String(index)}`,
    type: 'STATIC',
    color: '#1d4ed8',
  }));
};

/** What one run measures, in milliseconds but for the nodes. */
export interface Run {
  render: number;
  open: number;
  type: number;
  scroll: number;
  nodes: number;
}

/** Makes the benchmark of a subject, for the page that it is in. */
export function expose(subject: Subject): void {
  let items: Item[] = [];
  const channel = new MessageChannel();
  const turn = () =>
    new Promise<void>((resolve) => {
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(0);
    });
  /** Milliseconds until what was done shows: layout is done, and only the painting is left. */
  const time = async (act: () => void, shows: () => boolean): Promise<number> => {
    const started = performance.now();
    act();
    // promises first: a frame that comes between would be measured too
    for (let waits = 1; !shows(); waits += 1) await (waits % 50 === 0 ? turn() : undefined);
    document.body.getBoundingClientRect();
    return performance.now() - started;
  };
  /** Until what was done is painted: the painting of one frame goes on beside the next. */
  const frame = async () => {
    for (let frames = 0; frames < 4; frames += 1)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };

  Object.assign(globalThis, {
    prepare: (count: number) => {
      items = makeItems(count);
    },
    measure: async (): Promise<Run> => {
      const last = items.length - 1;
      subject.remove();
      await frame(); // the page has just come to the front
      await frame();
      const render = await time(
        () => subject.render(items),
        () => subject.rendered(),
      );
      await frame();
      // a pointer comes before it clicks; ours loads its list then
      subject.element().dispatchEvent(new PointerEvent('pointerenter'));
      await frame();
      const open = await time(
        () => subject.open(),
        () => subject.row(0) === items[0]?.name,
      );
      await frame();
      const nodes = countElements(subject.element());
      const scroll = await time(
        () => subject.scrollToEnd(),
        () => subject.row(last) === items[last]?.name,
      );
      await frame();
      const type = await time(
        () => ['l', 'le', 'lea'].forEach((text) => subject.type(text)),
        () => subject.row(0)?.includes('Lea') ?? false,
      );
      await frame();
      return { render, open, type, scroll, nodes };
    },
    openOnce: async () => {
      subject.render(items);
      await frame();
      subject.open();
      while (subject.row(0) !== items[0]?.name) await turn();
      await frame();
    },
  });
}

const countElements = (root: Element): number => {
  let count = 0;
  for (const element of [...root.querySelectorAll('*'), ...(root.shadowRoot?.querySelectorAll('*') ?? [])])
    count += 1 + (element.shadowRoot ? countElements(element) - element.querySelectorAll('*').length : 0);
  return count;
};
