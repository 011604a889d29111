import { join } from 'node:path'
import pdfmake from 'pdfmake'
import { glyphsOf } from './glyphs'

const FOLDER = join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc')
const [REGULAR, BOLD] = [join(FOLDER, '400Regular/NotoSansSC_400Regular.ttf'), join(FOLDER, '700Bold/NotoSansSC_700Bold.ttf')]
const FONTS = new Set([REGULAR, BOLD])
type Definition = Omit<Parameters<typeof pdfmake.createPdf>[0], 'defaultStyle'>

/** Printed in the place of a character that the font lacks. */
const MISSING = '〓'

let ready = false
function prepared() {
  if (!ready) {
    pdfmake.setFonts({ NotoSansSC: { normal: REGULAR, bold: BOLD, italics: REGULAR, bolditalics: BOLD } })
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy((path) => FONTS.has(path))
    ready = true
  }
  return pdfmake
}

/** Text as the font can print it: what it lacks shows as 〓 and never as an empty box. */
export async function printable(text: string): Promise<string> {
  const glyphs = await glyphsOf(REGULAR)
  return [...text].map((character) => (character === '\n' || glyphs(character.codePointAt(0)!) ? character : MISSING)).join('')
}

/** A document as PDF with its fonts embedded; nothing is fetched, nothing but the fonts is read. */
export const writePdf = async (definition: Definition): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(
    await prepared()
      .createPdf({ ...definition, defaultStyle: { font: 'NotoSansSC', fontSize: 9, lineHeight: 1.15 } })
      .getBuffer(),
  )
