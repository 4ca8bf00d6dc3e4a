/** A customer's names as they are stored. */
export type StoredNames = Readonly<{
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first';
}>;

/**
 * The whole name as this person writes it: "Kovács Anna" or "Anna Ozola". What only one mail header said stays as it came:
 * which of its words is the given name cannot be told.
 */
export function wholeName({ displayName, givenName, familyName, nameOrder }: StoredNames): string {
  if (!givenName || !familyName) return displayName;
  return nameOrder === 'family_first' ? `${familyName} ${givenName}` : `${givenName} ${familyName}`;
}
