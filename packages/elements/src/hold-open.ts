/**
 * A listener for `cancel` and `keydown` of a dialog that stays open while something is being sent: it may be done already,
 * and the answer would reach nobody. The key too, since Chromium closes a dialog at the second Escape, whatever `cancel`
 * was answered.
 */
export function holdOpen(isSending: () => boolean): (event: Event) => void {
  return (event) => {
    const closing = !('key' in event) || event.key === 'Escape';
    if (closing && isSending()) event.preventDefault();
  };
}
