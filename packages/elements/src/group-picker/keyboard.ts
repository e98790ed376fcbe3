/**
 * What a key in the text field means.
 *
 * - `show`: opens the list. `hide`: closes it. `undo`: takes back what was typed.
 * - `move`: makes another option the active one, `steps` away (a jump to an end is a very large step).
 * - `choose`: chooses the active option.
 * - `text`: no option is active any more; the key works on the text.
 * - `chips`: goes to the last chip.
 */
export type Command =
  | { readonly do: 'show' | 'hide' | 'undo' | 'choose' | 'text' | 'chips' }
  | { readonly do: 'move'; readonly steps: number };

/** Where the keyboard is. */
export interface KeyboardState {
  open: boolean;
  /** Whether an option is active. */
  active: boolean;
  /** Whether the caret is at the start of the text, with nothing selected. */
  atStart: boolean;
  rightToLeft: boolean;
}

/** Rows that PageUp and PageDown go. */
const PAGE = 8;

/**
 * The keys of an editable combobox with list autocomplete and manual selection, after the ARIA Authoring Practices Guide;
 * undefined for keys that only edit the text.
 */
export function commandFor(
  { key, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent,
  { open, active, atStart, rightToLeft }: KeyboardState,
): Command | undefined {
  if (isComposing || ctrlKey || metaKey) return undefined;
  if (altKey) {
    if (key === 'ArrowDown') return { do: 'show' };
    return key === 'ArrowUp' && open ? { do: 'hide' } : undefined;
  }
  switch (key) {
    case 'ArrowDown':
      return { do: 'move', steps: 1 };
    case 'ArrowUp':
      return { do: 'move', steps: -1 };
    case 'PageDown':
      return open ? { do: 'move', steps: PAGE } : undefined;
    case 'PageUp':
      return open ? { do: 'move', steps: -PAGE } : undefined;
    case 'Home':
      return active ? { do: 'move', steps: -Infinity } : undefined;
    case 'End':
      return active ? { do: 'move', steps: Infinity } : undefined;
    case 'Enter':
      return active ? { do: 'choose' } : undefined;
    case 'Escape':
      return { do: open ? 'hide' : 'undo' };
    case 'Backspace':
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return { do: atStart ? 'chips' : 'text' };
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return { do: 'text' };
    default:
      return undefined;
  }
}
