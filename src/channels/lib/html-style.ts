const PROPERTY =
  /^(?:color|background|background-color|font|font-(?:family|size|style|weight|variant)|text-(?:align|decoration|transform|indent)|line-height|letter-spacing|white-space|word-break|word-wrap|overflow-wrap|vertical-align|direction|border|border-[a-z-]{1,30}|(?:padding|margin)(?:-(?:top|right|bottom|left))?|(?:min-|max-)?(?:width|height)|list-style-type|table-layout|float|clear|display)$/;

const COLOUR_FUNCTION = /\b(?:rgb|rgba|hsl|hsla)\([\d\s.,%/]{1,60}\)/gi;

/** No parenthesis, backslash, star, colon or at-sign: neither `url()` nor an escape of it can be written. */
const VALUE = /^[\p{L}\p{N}\s#.,%'"+/_-]{1,300}$/u;

/** A negative length could pull an element over its neighbours. */
const NEGATIVE = /(?:^|[\s,])-[\d.]/;

const DISPLAY = /^(?:none|block|inline|inline-block|list-item|table|table-row|table-cell)$/i;

/**
 * Returns those declarations of a `style` attribute that only say how text looks: no `position`, no `url()`,
 * no functions but colours. Empty when nothing is left.
 */
export function safeStyle(style: string): string {
  return style
    .slice(0, 10_000)
    .split(';')
    .map(safeDeclaration)
    .filter((declaration) => declaration !== '')
    .join('; ');
}

function safeDeclaration(declaration: string): string {
  const colon = declaration.indexOf(':');
  const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  const value = declaration.slice(colon + 1).trim();
  return PROPERTY.test(property) && isPlain(property, value) ? `${property}: ${value}` : '';
}

function isPlain(property: string, value: string): boolean {
  const bare = value.replace(/\s*!important$/i, '').replace(COLOUR_FUNCTION, 'colour');
  if (!VALUE.test(bare) || NEGATIVE.test(bare)) return false;
  if (property === 'display' && !DISPLAY.test(bare)) return false;
  return evenNumberOf(bare, '"') && evenNumberOf(bare, "'");
}

function evenNumberOf(text: string, quote: string): boolean {
  return text.split(quote).length % 2 === 1;
}
