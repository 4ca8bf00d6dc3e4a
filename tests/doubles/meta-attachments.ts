import { complain } from './meta-answers';
import type { Told } from './server';

/** What lies at an address. */
export type Fetched = { status: number; type: string; bytes: Uint8Array };

/** As anybody would fetch it. */
export async function fromTheWeb(url: string): Promise<Fetched> {
  const answer = await fetch(url);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', bytes };
}

type Means = {
  fetchUrl: (url: string) => Promise<Fetched>;
  fetched: { type: string; bytes: number }[];
};

const MEGABYTE = 1024 * 1024;
const begins = (bytes: Uint8Array, ...signatures: string[]) =>
  signatures.some((each) => Buffer.from(bytes).toString('hex').startsWith(each));

/** By the first bytes, whatever the head says: JPEG, PNG, GIF; MP4 and QuickTime, WebM, Ogg, AVI; MP3, WAV, AAC. */
const LOOKS: Record<string, (bytes: Uint8Array) => boolean> = {
  image: (bytes) => begins(bytes, 'ffd8ff', '89504e47', '47494638'),
  video: (bytes) => isContainer(bytes) || begins(bytes, '1a45dfa3', '4f676753', '52494646'),
  audio: (bytes) => isContainer(bytes) || begins(bytes, '494433', 'fffb', 'fff1', '52494646'),
  file: () => true,
};
const isContainer = (bytes: Uint8Array) => Buffer.from(bytes.subarray(4, 8)).toString() === 'ftyp';

/**
 * What is wrong with a message of Messenger or Instagram: nothing in it, an address that gives nothing (100/2018008), or a file
 * that is too large or none of what it is said to be (100/2018047). Null when all is well.
 */
export async function wrongMedia(message: unknown, isInstagram: boolean, means: Means): Promise<Told | null> {
  const { text, attachment } = (message ?? {}) as {
    text?: string;
    attachment?: { type?: string; payload?: { url?: string } };
  };
  if (!text && !attachment) return complain(400, 100, '(#100) The message cannot be empty');
  if (!attachment) return null;
  const { type = '', payload: { url = '' } = {} } = attachment;
  if (text || !(type in LOOKS))
    return complain(400, 100, '(#100) Param message[attachment][type] is not valid');
  const found = await means.fetchUrl(url).catch(() => null);
  if (found?.status !== 200)
    return complain(400, 100, '(#100) Failed to fetch the file from the url', 2018008);
  if (!isTaken(type, found.bytes, isInstagram))
    return complain(400, 100, '(#100) Upload attachment failure', 2018047);
  means.fetched.push({ type, bytes: found.bytes.byteLength });
  return null;
}

function isTaken(type: string, bytes: Uint8Array, isInstagram: boolean): boolean {
  const most = (type === 'image' ? 8 : 25) * MEGABYTE;
  const isShown = type !== 'file' || !isInstagram || begins(bytes, '25504446');
  return isShown && bytes.byteLength <= most && LOOKS[type]?.(bytes) === true;
}
