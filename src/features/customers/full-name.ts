type Names = Readonly<{
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first';
}>;

/** A customer's name in the order that they use: "Kiss Anna" where the family stands first, "Anna Ozola" where not. */
export function fullName({ displayName, givenName, familyName, nameOrder }: Names): string {
  if (!givenName || !familyName) return displayName;
  return nameOrder === 'family_first' ? `${familyName} ${givenName}` : `${givenName} ${familyName}`;
}
