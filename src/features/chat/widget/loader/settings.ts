/** What the script tag of the host page says. */
export type Settings = Readonly<{
  key: string;
  /** Origin of the server, which is where the script came from. */
  home: string;
  language: string | null;
  colour: string;
  position: 'left' | 'right';
  hidden: boolean;
  /** The visitor has agreed to be counted (visits, messages shown). */
  consent: boolean;
}>;

const STANDARD_COLOUR = '#4150d0';

/** Reads `<script src="…/widget.js" data-key="…">`; null when the tag cannot be found. */
export function settingsFrom(script: Element | null): Settings | null {
  const key = script?.getAttribute('data-key');
  if (!script || !key) return null;
  const colour = script.getAttribute('data-colour') ?? '';
  return {
    key,
    home: new URL(script.getAttribute('src') ?? '', document.baseURI).origin,
    language: script.getAttribute('data-language'),
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : STANDARD_COLOUR,
    position: script.getAttribute('data-position') === 'left' ? 'left' : 'right',
    hidden: script.hasAttribute('data-hidden'),
    consent: script.hasAttribute('data-consent'),
  };
}
