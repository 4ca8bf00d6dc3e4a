/** What of an ICU message must be the same in every language, and the forms that its plurals have. */
export type Shape = Readonly<{
  arguments: readonly string[];
  tags: readonly string[];
  plurals: readonly (readonly string[])[];
}>;

type Reader = { text: string; at: number; found: Map<string, string>; plurals: string[][] };

/** Returns the arguments (`name:type`), tags and plural forms of an ICU message. Throws when braces do not match. */
export function shapeOf(message: string): Shape {
  const reader: Reader = { text: message, at: 0, found: new Map(), plurals: [] };
  readText(reader);
  if (reader.at < message.length) throw new Error(`unmatched brace in "${message}"`);
  const tags = [...message.matchAll(/<(\w+)>/g)].map(([, tag = '']) => tag);
  return {
    arguments: [...reader.found].map(([name, type]) => `${name}:${type}`).sort(),
    tags: [...new Set(tags)].sort(),
    plurals: reader.plurals,
  };
}

/** Reads up to the closing brace of this level, or the end. */
function readText(reader: Reader): void {
  while (reader.at < reader.text.length && reader.text[reader.at] !== '}') {
    if (reader.text[reader.at] === '{') readArgument(reader);
    else reader.at += 1;
  }
}

function readArgument(reader: Reader): void {
  const head = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*)?)?/.exec(reader.text.slice(reader.at));
  if (!head) throw new Error(`cannot read "${reader.text.slice(reader.at)}"`);
  const [all, name = '', type = 'text'] = head;
  reader.at += all.length;
  reader.found.set(name, type);
  if (['plural', 'selectordinal', 'select'].includes(type)) readBranches(reader, type);
  else reader.at = reader.text.indexOf('}', reader.at);
  if (reader.at < 0 || reader.text[reader.at] !== '}') throw new Error(`unclosed brace in "${reader.text}"`);
  reader.at += 1;
}

function readBranches(reader: Reader, type: string): void {
  const forms: string[] = [];
  for (;;) {
    const head = /^\s*(?:offset:\d+\s*)?(=?\w+)\s*\{/.exec(reader.text.slice(reader.at));
    if (!head) break;
    forms.push(head[1] ?? '');
    reader.at += head[0].length;
    readText(reader);
    reader.at += 1;
  }
  reader.at += /^\s*/.exec(reader.text.slice(reader.at))?.[0].length ?? 0;
  if (type === 'plural') reader.plurals.push(forms);
}
