import { lengthOf } from './split-text';

/** For everybody to read, to one person, or to one person because of what they wrote in public. */
export type AnswerWay = 'public' | 'private' | 'private_reply';

/** What a channel takes of one answer. Texts that are longer than one message leave in several. */
export type AnswerLimits = Readonly<{
  text: number;
  unit: 'characters' | 'bytes';
  /** How many files one message takes, 0 for none; `withText` says that they go with the text rather than by themselves. */
  files: number;
  withText: boolean;
  /** Largest file in bytes. */
  fileBytes: number;
  /** Largest picture, where that is less. */
  pictureBytes?: number;
  /** Beginnings of the types of files that are taken; absent for all. */
  types?: readonly string[];
  /** One message, and never a second one. */
  once?: boolean;
}>;

/** Why an answer does not fit; each has a sentence in every language. */
export type Unfit = 'no_files' | 'file_type' | 'file_too_large' | 'text_too_long';

type Answer = Readonly<{
  text: string;
  /** Sizes in bytes. */
  files: readonly Readonly<{ type: string; size: number }>[];
}>;

/** Why an answer cannot go out within these limits; null when it can. Known before any of it has left. */
export function unfitFor({ text, files }: Answer, limits: AnswerLimits): Unfit | null {
  if (files.length > 0 && limits.files === 0) return 'no_files';
  const { types } = limits;
  if (types && files.some(({ type }) => !types.some((each) => type.startsWith(each)))) return 'file_type';
  if (files.some((file) => file.size > largest(file.type, limits))) return 'file_too_large';
  return limits.once && lengthOf(text.trim(), limits.unit) > limits.text ? 'text_too_long' : null;
}

const largest = (type: string, { fileBytes, pictureBytes = fileBytes }: AnswerLimits): number =>
  type.startsWith('image/') ? pictureBytes : fileBytes;
