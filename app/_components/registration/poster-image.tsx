/** A poster, to whoever may see it: of a filing by its id, of a public work by its code. `sha` makes a new picture a new address. */
export function PosterImage({ of, sha, alt, small }: { of: string; sha: string; alt: string; small?: boolean }) {
  return (
    // biome-ignore lint/performance/noImgElement: each reader's own picture, streamed after a check; there is nothing to optimize ahead
    <img
      src={`/api/poster/${of}?${sha.slice(0, 12)}`}
      alt={alt}
      width={small ? 96 : 168}
      className={`${small ? 'w-24' : 'w-42'} h-auto rounded-ctl border border-line`}
    />
  )
}
