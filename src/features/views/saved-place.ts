/** A place in the list of a saved view: what it is ordered by, in words of the database, and the ticket's id. */
export type SavedPlace = Readonly<{ keys: readonly string[]; id: string }>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST = 600;
const TIME = /^(infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/;
const NUMBER = /^\d{1,3}$/;

/** Such a place as it stands in an address. */
export const savedPlaceToText = ({ keys, id }: SavedPlace): string =>
  Buffer.from(JSON.stringify([...keys, id])).toString('base64url');

/** The place that a text names; null when it names none. */
export function savedPlaceFromText(text: string | undefined): SavedPlace | null {
  if (!text || text.length > LONGEST) return null;
  const parts = listIn(text);
  const [id = '', ...keys] = parts.toReversed();
  if (!UUID.test(id) || keys.length === 0 || keys.length > 2) return null;
  return { keys: keys.toReversed(), id };
}

function listIn(text: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const isList =
      Array.isArray(read) && read.every((part) => typeof part === 'string' && !part.includes('\0'));
    return isList ? read : [];
  } catch {
    return [];
  }
}

/** True when a place fits a list: its last key is a time or a rank as the order has it, the one before belongs to groups. */
export const fitsOrder = (
  { keys }: SavedPlace,
  { sort, groupBy }: Readonly<{ sort: string; groupBy: string | null }>,
): boolean => {
  const [last = '', group] = keys.toReversed();
  const isGrouped = group !== undefined;
  if (isGrouped !== (groupBy !== null)) return false;
  if (isGrouped && ['status', 'priority', 'channel'].includes(groupBy ?? '') && !NUMBER.test(group))
    return false;
  return sort === 'priority' ? NUMBER.test(last) : TIME.test(last);
};
