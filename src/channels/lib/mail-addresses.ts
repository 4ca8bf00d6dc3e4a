import type { Address } from '@/domain/channel/message';

const BRACKETED = /[<([]\s*(?:mailto:)?([^\s<>()[\]]{1,250}@[^\s<>()[\]]{1,250}?)\s*[>)\]]/g;
const BARE = /^['"]?([^\s<>()[\]"']{1,250}@[^\s<>()[\]"']{1,250}?)['"]?$/;

/** An address in the place of a name says nothing, or lies. */
const DISGUISE = /[^\s,;]{1,250}@[^\s,;]{1,250}\s*$/;

/**
 * Returns the addresses of a printed list, each once, in their order. Printed lists are not those of RFC 5322:
 * names hold commas without quotes, Outlook separates by semicolons and repeats addresses as `<mailto:…>`.
 */
export function printedAddresses(list: string): Address[] {
  const found: Address[] = [];
  let from = 0;
  const plain = withoutEchoes(list.slice(0, 20_000));
  for (const match of plain.matchAll(BRACKETED)) {
    const before = plain.slice(from, match.index).replace(DISGUISE, '');
    const { names, bare } = partsOf(before);
    found.push(...bare, { address: lower(match[1]), name: nameOf(names, lower(match[1])) });
    from = match.index + match[0].length;
  }
  found.push(...partsOf(plain.slice(from)).bare);
  return found.filter(
    ({ address }, place) => found.findIndex((other) => other.address === address) === place,
  );
}

/** `a@b.c<mailto:a@b.c>` says the same thing twice. */
function withoutEchoes(list: string): string {
  return list.replace(/([^\s<>()[\]]@[^\s<>()[\]]{1,250})<mailto:[^<>\s]{1,250}>/gi, '$1');
}

/** What stands before an address: whole addresses of others, and the pieces of its own name with commas in it. */
function partsOf(text: string): { names: string[]; bare: Address[] } {
  const names: string[] = [];
  const bare: Address[] = [];
  for (const part of text.split(/[,;]/).map((piece) => piece.trim())) {
    const address = BARE.exec(part)?.[1];
    if (address === undefined) names.push(part);
    else bare.push({ address: lower(address), name: null });
  }
  return { names: names.filter((name) => name !== ''), bare };
}

function nameOf(parts: readonly string[], address: string): string | null {
  const name = parts
    .join(', ')
    .replace(/^[\s'"„“”«»]+|[\s'"„“”«»]+$/g, '')
    .trim();
  return name === '' || name.toLowerCase() === address ? null : name;
}

const lower = (address: string | undefined) => (address ?? '').toLowerCase();
