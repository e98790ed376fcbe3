/** Where there is no room beside the field, the list fills the screen. */
const SMALL = '(max-width: 36rem), (max-height: 24rem)';

/** The least height, in pixels, that a list below the field may have before it goes above it. */
const LEAST_HEIGHT = 200;

/** Whether the browser can place the list itself. */
const ANCHORS = CSS.supports('position-area', 'block-end');

/** Whether a list that is shown now fills the screen, together with its field. */
export const fillsScreen = (): boolean => matchMedia(SMALL).matches;

/**
 * Shows a list in the top layer, where nothing clips it: below its field, or above where there is more room; or its field
 * and itself over the whole screen.
 *
 * @param place what holds the field's place in the page meanwhile
 * @param field the field with the list in it
 * @param list the list
 * @param full whether they fill the screen
 * @returns hides it
 */
export function showPopup(
  place: HTMLElement,
  field: HTMLElement,
  list: HTMLElement,
  full: boolean,
): () => void {
  const shown = full ? field : list;
  const adjust = full ? () => fillScreen(field) : ANCHORS ? undefined : () => placeBeside(field, list);
  if (full) place.style.setProperty('block-size', `${place.offsetHeight}px`);
  shown.popover = 'manual';
  shown.showPopover();
  const watch = new AbortController();
  if (adjust) {
    adjust();
    const options = { signal: watch.signal, passive: true, capture: true };
    addEventListener('scroll', adjust, options);
    addEventListener('resize', adjust, options);
    visualViewport?.addEventListener('resize', adjust, options); // the keyboard on the screen comes and goes
  }
  return () => {
    watch.abort();
    shown.popover = null; // hides it, too
    shown.removeAttribute('style');
    place.removeAttribute('style');
  };
}

function fillScreen(field: HTMLElement): void {
  field.style.setProperty('block-size', `${visualViewport?.height ?? innerHeight}px`);
}

/** Places a list without CSS anchor positioning. @internal */
export function placeBeside(field: HTMLElement, list: HTMLElement): void {
  const { top, bottom, left, width } = field.getBoundingClientRect();
  const below = innerHeight - bottom;
  const above = below < LEAST_HEIGHT && top > below;
  const { style } = list;
  style.setProperty(
    'inset',
    above ? `auto auto ${innerHeight - top}px ${left}px` : `${bottom}px auto auto ${left}px`,
  );
  style.setProperty('inline-size', `${width}px`);
  style.setProperty('max-block-size', `min(24rem, ${above ? top : below}px)`);
}
