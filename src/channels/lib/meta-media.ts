import type { AnswerLimits } from '@/domain/channel/answer-limits';

const PICTURES = ['image/jpeg', 'image/png', 'image/gif'];
const FILMS = ['video/mp4', 'video/ogg', 'video/quicktime', 'video/webm', 'video/x-msvideo'];
const SOUNDS = ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/wav', 'audio/x-m4a', 'audio/x-wav'];

const MEGABYTE = 1024 * 1024;
/** Meta takes pictures of 8 MB, and anything else of 25 MB (Send API, "attachment"). */
const PICTURE_BYTES = 8 * MEGABYTE;
const FILE_BYTES = 25 * MEGABYTE;

type MetaKind = 'image' | 'video' | 'audio' | 'file';

/** As what Meta shows a file; what it cannot show as a picture, film or sound goes as a file to be downloaded. */
export function metaKindOf({ type, size }: Readonly<{ type: string; size: number }>): MetaKind {
  if (PICTURES.includes(type) && size <= PICTURE_BYTES) return 'image';
  if (FILMS.includes(type)) return 'video';
  return SOUNDS.includes(type) ? 'audio' : 'file';
}

/** Of a private message to a page (contracts D.1); files of any kind, each by itself. */
export const MESSENGER_LIMITS: AnswerLimits = {
  text: 2000,
  unit: 'characters',
  files: 1,
  withText: false,
  fileBytes: FILE_BYTES,
};

/** Of a private message on Instagram (contracts D.1): 1000 bytes; what it shows, and PDF as the only file. */
export const DIRECT_LIMITS: AnswerLimits = {
  ...MESSENGER_LIMITS,
  text: 1000,
  unit: 'bytes',
  types: [...PICTURES, ...FILMS, ...SOUNDS, 'application/pdf'],
  pictureBytes: PICTURE_BYTES,
};
