const UPLOADED = /cid:upload-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/**
 * How the HTML of a message names an upload that stands within it as a picture (RFC 2392): the same in a draft, in what is sent,
 * and in the mail. The upload is one of the message's files, with this as its Content-ID.
 */
export const uploadedPicture = (id: string): string => `cid:upload-${id}`;

/** The ids of the uploads that stand within a text as pictures. */
export const uploadsWithin = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(UPLOADED)].flatMap(([, id]) => id ?? [])),
];

/** A source, or HTML, with uploaded pictures where a member of the workspace sees them; all else stays as it is. */
export const shownPicture = (workspace: string, source: string): string =>
  source.replace(UPLOADED, (_, id: string) => `/api/desk/${workspace}/files/${id}`);

/** HTML with each uploaded picture under the id of a copy of it; those without a copy stay as they are. */
export const withCopies = (html: string, copies: ReadonlyMap<string, string>): string =>
  html.replace(UPLOADED, (source, id: string) => {
    const copy = copies.get(id);
    return copy ? uploadedPicture(copy) : source;
  });
