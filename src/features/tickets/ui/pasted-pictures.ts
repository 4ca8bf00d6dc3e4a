import type { Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { uploadedPicture } from '../uploaded-picture';
import type { Upload } from '../written-message';

/** As wide as mails are read; what is wider is shown smaller. */
const WIDEST_PIXELS = 720;

/** What can stand within a text: what mail programs and browsers show. */
export const isPicture = ({ type }: File): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type);

type Pasted = Readonly<{
  files: readonly File[];
  /** Where they were put down. */
  at: number;
  /** Resolves to null for what could not be uploaded. */
  upload: (file: File) => Promise<Upload | null>;
  /** Hears of each upload that stands in the text. */
  onPlaced: (id: string) => void;
}>;

/** Uploads pictures and puts each where it was pasted or dropped, also when one has typed on meanwhile. */
export async function placePictures(editor: Editor, { files, at, upload, onPlaced }: Pasted): Promise<void> {
  let place = at;
  const follow = ({ transaction }: Readonly<{ transaction: Transaction }>) => {
    place = transaction.mapping.map(place);
  };
  editor.on('transaction', follow);
  for (const file of files) {
    const width = await widthOf(file);
    const kept = await upload(file);
    // Where the editor is gone by now, it is a file beside the text.
    if (!kept || editor.isDestroyed) continue;
    const attrs = { src: uploadedPicture(kept.id), alt: '', width };
    editor.commands.insertContentAt(place, { type: 'picture', attrs });
    onPlaced(kept.id);
  }
  editor.off('transaction', follow);
}

/** In pixels as it is to be shown; null for what the browser cannot read. */
async function widthOf(file: File): Promise<number | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  return bitmap && Math.min(bitmap.width, WIDEST_PIXELS);
}
