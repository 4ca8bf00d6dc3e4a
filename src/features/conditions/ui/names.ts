/** Names of rows that conditions point at, by id. */
export type Names = Readonly<Record<string, string>>;
