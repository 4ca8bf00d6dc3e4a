import type { CallOutside, FetchedFile } from '@/channels/contract';
import { fetchByAddress } from '@/channels/lib/meta-send';
import type { RemoteFile } from '@/domain/channel/conversation';
import type { XConfig } from './config';
import type { XMedia } from './payload';

const FILM = 'video/mp4';

/** The picture, or the best film of it; a picture of the film where X gives no more. */
export function fileOf(media: XMedia): RemoteFile {
  const { type, url, media_url_https: direct, preview_image_url: preview } = media;
  const film = bestFilm(media);
  const address = film ?? url ?? direct ?? preview ?? null;
  const [name, claimedType] = film ? ['film.mp4', FILM] : ['picture.jpg', 'image/jpeg'];
  const shown = address === null && type !== 'photo' ? 'film.mp4' : name;
  return { name: shown, claimedType, url: address, ref: null, size: null };
}

function bestFilm({ variants, video_info: info }: XMedia): string | undefined {
  const films = [...variants, ...(info?.variants ?? [])].filter(
    ({ content_type: type, url }) => type === FILM && url !== '',
  );
  const rate = (each: (typeof films)[number]) => Math.max(each.bit_rate, each.bitrate);
  return films.toSorted((one, other) => rate(other) - rate(one))[0]?.url;
}

/** Hosts that show the files of direct messages only to who may read these. */
const GUARDED = ['ton.x.com', 'ton.twitter.com', 'api.x.com'];

/** Fetches a file; those of direct messages with the token of the account. Null when it is gone. */
export function fetchMedia(
  file: RemoteFile,
  { accessToken }: XConfig,
  call: CallOutside,
): Promise<FetchedFile | null> {
  const host = file.url !== null && URL.canParse(file.url) ? new URL(file.url).host : '';
  const token = GUARDED.includes(host) ? { headers: { authorization: `Bearer ${accessToken}` } } : {};
  return fetchByAddress(file, (asked) => call({ ...asked, ...token }));
}
