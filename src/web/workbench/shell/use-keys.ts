import { useEffect, useRef } from 'preact/hooks';
import type { Key } from '../room.ts';

/** What the frame itself does at a key; `go` takes the letter that follows `g`. */
export interface FrameKeys {
  readonly help: () => void;
  readonly search: () => void;
  readonly undo: () => void;
  readonly close: () => void;
  readonly go: (letter: string) => void;
}

/** A second letter must follow within this time. */
const PAIR_MS = 1200;

/**
 * Keys everywhere and in the view that is shown. Whoever writes in a field writes: there only Escape is heard. With Ctrl,
 * Alt or Meta a key is the browser's.
 */
export function useKeys(frame: FrameKeys, view: readonly Key[]): void {
  const latest = useRef({ frame, view });
  latest.current = { frame, view };
  useEffect(() => {
    let leading = 0;
    const pressed = (event: KeyboardEvent): void => {
      const { frame, view } = latest.current;
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (event.key === 'Escape') frame.close();
      if (event.key === 'Escape' || isWriting(event.target)) return;
      const led = leading > 0 && performance.now() - leading < PAIR_MS;
      leading = 0;
      // A button that has the focus is pressed by Enter and by the space bar.
      const here = led || isPressable(event) ? undefined : view.find(({ key }) => key === event.key)?.run;
      const lead = (): void => {
        leading = performance.now();
      };
      const found = led ? () => frame.go(event.key) : (here ?? frameKey(event.key, frame, lead));
      if (!found) return;
      event.preventDefault();
      found();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}

function frameKey(key: string, { help, search, undo }: FrameKeys, lead: () => void): (() => void) | undefined {
  if (key === '?') return help;
  if (key === '/') return search;
  if (key === 'u') return undo;
  return key === 'g' ? lead : undefined;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range], [type=button])'));

const isPressable = ({ key, target }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('a, button, summary, input') !== null;
