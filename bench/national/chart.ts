const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [960, 560, 60, 24, 40]
const PLOT = 560
const COLOURS = ['#b91c1c', '#1d4ed8', '#047857', '#b45309', '#6d28d9', '#0e7490', '#be185d', '#4d7c0f', '#334155']

/** Time against rows, both by powers of ten, one line for each question: an SVG drawing. */
export function chartOf(measured: readonly { size: number; times: ReadonlyMap<string, number> }[]): string {
  const names = [...measured[0]!.times.keys()]
  const all = measured.flatMap(({ times }) => [...times.values()])
  const [low, high] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))]
  const [first, last] = [Math.log10(measured[0]!.size), Math.log10(measured.at(-1)!.size)]
  const x = (size: number) => LEFT + ((Math.log10(size) - first) / Math.max(last - first, 1)) * PLOT
  const y = (ms: number) => TOP + (1 - (Math.log10(ms) - low) / Math.max(high - low, 1)) * (HEIGHT - TOP - BOTTOM)
  const rules = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)).map(
    (ms) =>
      `<line x1="${LEFT}" x2="${LEFT + PLOT}" y1="${y(ms)}" y2="${y(ms)}" stroke="#e2e8f0"/><text x="${LEFT - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  )
  const columns = measured.map(
    ({ size }) => `<text x="${x(size)}" y="${HEIGHT - 14}" text-anchor="middle">${String(size).replace(/\B(?=(\d{3})+$)/g, ',')}</text>`,
  )
  const lines = names.map((name, i) => {
    const colour = COLOURS[i % COLOURS.length]
    const points = measured.map(({ size, times }) => `${x(size).toFixed(1)},${y(times.get(name)!).toFixed(1)}`).join(' ')
    const key = TOP + 8 + i * 22
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"${i >= COLOURS.length ? ' stroke-dasharray="5 4"' : ''}/>
<line x1="${LEFT + PLOT + 24}" x2="${LEFT + PLOT + 44}" y1="${key}" y2="${key}" stroke="${colour}" stroke-width="2"${i >= COLOURS.length ? ' stroke-dasharray="5 4"' : ''}/><text x="${LEFT + PLOT + 52}" y="${key + 4}">${name}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#0f172a">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
${[...rules, ...columns, ...lines].join('\n')}
</svg>
`
}
