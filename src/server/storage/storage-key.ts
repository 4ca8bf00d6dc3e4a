const KEY = /^[a-z0-9-]{1,80}(?:\/[a-z0-9-]{1,80}){0,4}$/;

/** Returns the key where a file of this workspace lies; the same bytes of two workspaces lie apart. */
export function fileKey(workspaceId: string, sha256: string): string {
  return checkedKey(`${workspaceId}/${sha256}`.toLowerCase());
}

/** Returns the key as it is. Throws for anything that could name a place outside the storage. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`Not a storage key: ${JSON.stringify(key.slice(0, 100))}`);
  return key;
}
