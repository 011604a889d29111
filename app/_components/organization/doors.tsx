import { words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'

/** For whoever has no account: where to go instead. */
export async function Doors() {
  const { signIn } = (await words()).member
  const doors = [
    { href: '/apply/creator', title: signIn.creator, text: signIn.creatorText },
    { href: '/apply/platform', title: signIn.platform, text: signIn.platformText },
    { href: '/register', title: signIn.public, text: signIn.publicText },
  ]
  return (
    <section aria-labelledby="doors" className="border-t-[1.5px] border-rule pt-3.5">
      <h2 id="doors">{signIn.doors}</h2>
      <ul>
        {doors.map(({ href, title, text }) => (
          <li key={href} className="border-b border-line py-3">
            <Link href={href} className="inline-flex min-h-6 items-center font-bold">
              {title}
            </Link>
            <p className="text-ink-2">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
