import ink from '../../src/themes/ink.css';
import leaf from '../../src/themes/leaf.css';
import paper from '../../src/themes/paper.css';

/** The ready themes, as text. */
export const themes = { ink, leaf, paper };
