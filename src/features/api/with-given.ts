type Given<Stored> = { readonly [Name in keyof Stored]?: Stored[Name] | undefined };

/** What is stored, changed by what was given; what was left out of a request stays as it is. */
export function withGiven<Stored extends object>(stored: Stored, given: Given<Stored>): Stored {
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...stored, ...Object.fromEntries(named) };
}
