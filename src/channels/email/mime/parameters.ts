import { decodeCharset } from './charset';
import { decodeHeaderText } from './encoded-words';

/** A structured value such as Content-Type: the value in lower case, its parameters decoded, names in lower case. */
export type Parameterised = Readonly<{ value: string; parameters: ReadonlyMap<string, string> }>;

type Raw = Readonly<{ name: string; value: string }>;
type Piece = Readonly<{ order: number; encoded: boolean; value: string }>;

const MAX_PARAMETERS = 300;
const MAX_LENGTH = 60_000;

/**
 * Reads `type/subtype; name=value` (RFC 2045 §5.1) with continuations and charsets (RFC 2231) and, as many senders
 * write them, encoded-words inside quotes. Missing semicolons, quotes and stray blanks are forgiven.
 */
export function readParameterised(binary: string): Parameterised {
  const text = withoutComments(binary.slice(0, MAX_LENGTH));
  const value = /^[\s;]*([^\s;]*)/.exec(text)?.[1] ?? '';
  const start = text.indexOf(value) + value.length;
  return { value: value.toLowerCase(), parameters: decodeAll(splitParameters(text.slice(start))) };
}

/** The text outside of `(comments)`; parentheses inside quotes stay. */
function withoutComments(binary: string): string {
  if (!binary.includes('(')) return binary;
  return binary.replace(/"(?:[^"\\]|\\[\s\S])*"|\([^()]*\)/g, (part) => (part.startsWith('"') ? part : ' '));
}

function splitParameters(text: string): Raw[] {
  const found: Raw[] = [];
  const pattern = /[\s;]*([^\s;="]+)\s*=\s*/y;
  let at = 0;
  while (found.length < MAX_PARAMETERS) {
    pattern.lastIndex = at;
    const name = pattern.exec(text)?.[1];
    if (name === undefined) {
      const next = text.indexOf(';', at);
      if (next === -1) break;
      at = next + 1;
      continue;
    }
    const { value, end } = readValue(text, pattern.lastIndex);
    found.push({ name: name.toLowerCase(), value });
    at = end;
  }
  return found;
}

function readValue(text: string, start: number): { value: string; end: number } {
  if (text[start] === '"') return readQuoted(text, start + 1);
  const rest = text.slice(start);
  const semicolon = rest.indexOf(';');
  const upTo = semicolon === -1 ? rest : rest.slice(0, semicolon);
  const nextName = /\s[\w-]{1,40}\*?\d{0,3}\*?=["\w]/.exec(upTo);
  const value = nextName === null ? upTo : upTo.slice(0, nextName.index);
  return { value: value.trim().replace(/^'(.*)'$/, '$1'), end: start + value.length };
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  const match = /^(?:[^"\\]|\\[\s\S])*/.exec(text.slice(start))?.[0] ?? '';
  return { value: match.replace(/\\([\s\S])/g, '$1'), end: start + match.length + 1 };
}

/** `filename*` wins over `filename` (RFC 2231 §4, RFC 6266 §4.3); of a doubled name the first counts. */
function decodeAll(raws: readonly Raw[]): Map<string, string> {
  const plain = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const { name, value } of raws) {
    const extended = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/.exec(name);
    if (extended?.[1] === undefined) {
      if (!plain.has(name)) plain.set(name, decodeHeaderText(value));
      continue;
    }
    const piece = {
      order: Number(extended[2] ?? 0),
      encoded: extended[2] === undefined || extended[3] === '*',
      value,
    };
    pieces.set(extended[1], [...(pieces.get(extended[1]) ?? []), piece]);
  }
  for (const [name, parts] of pieces) plain.set(name, joinPieces(parts));
  return plain;
}

function joinPieces(parts: readonly Piece[]): string {
  const ordered = parts.toSorted((one, other) => one.order - other.order);
  const first = ordered[0];
  if (first?.encoded !== true && ordered.every((piece) => !piece.encoded)) {
    return decodeHeaderText(ordered.map((piece) => piece.value).join(''));
  }
  const charset = first?.encoded === true ? (/^([^']*)'[^']*'/.exec(first.value)?.[1] ?? null) : null;
  const binary = ordered.map((piece, index) => pieceBytes(piece, index === 0)).join('');
  return decodeCharset(Buffer.from(binary, 'latin1'), charset);
}

function pieceBytes(piece: Piece, isFirst: boolean): string {
  if (!piece.encoded) return piece.value;
  const value = isFirst ? piece.value.replace(/^[^']*'[^']*'/, '') : piece.value;
  return value.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
