/** Where the bytes of files lie. Keys are parts of lower-case letters, digits and dashes, joined by `/`. */
export type Storage = Readonly<{
  /** Keeps the bytes under this key; when it returns they survive a crash. Writing again replaces them. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Returns the bytes, or null where there are none. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Returns the bytes piece by piece, or null where there are none. */
  stream(key: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  /** Forgets the bytes; what is not there is forgotten already. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}>;
