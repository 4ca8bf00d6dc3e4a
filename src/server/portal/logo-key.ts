/** Where a portal's logo lies in the storage; apart from attachments, whose bytes go when no message has them any more. */
export const logoKey = (workspaceId: string, sha256: string): string => `${workspaceId}/portal/${sha256}`;
