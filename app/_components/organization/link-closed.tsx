import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'

/** A one-time link that was used, has expired or never was: the answer is the same. */
export function LinkClosed({ title, text, href, link }: { title: string; text: string; href: string; link: string }) {
  return (
    <div className="mx-auto max-w-[440px] desk:pt-8">
      <PageHead title={title} line={text} large />
      <p>
        <Link href={href}>{link}</Link>
      </p>
    </div>
  )
}
