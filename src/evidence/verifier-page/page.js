// Runs in the page, after the checker. What a bundle says is only ever set as text.
const out = document.getElementById('out')
const say = (lines, ok) => {
  out.textContent = lines.join('\n')
  out.className = ok === undefined ? '' : ok ? 'ok' : 'bad'
}
const run = async (files) => {
  try {
    const found = await checkBundle(files, (words) => say([`checking … ${words}`]))
    say(found.lines, found.ok)
  } catch (error) {
    say([`It cannot be checked: ${error.message}`, 'NOT VERIFIED'], false)
  }
}
const fromZip = async (file) => {
  try {
    await run(await readZip(file))
  } catch (error) {
    say([`It cannot be opened: ${error.message}`, 'NOT VERIFIED'], false)
  }
}
document.getElementById('zip').addEventListener('change', (event) => fromZip(event.target.files[0]))
document.getElementById('folder').addEventListener('change', (event) => {
  run(new Map([...event.target.files].map((file) => [file.webkitRelativePath, async () => new Uint8Array(await file.arrayBuffer())])))
})
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  if (event.dataTransfer.files[0]) fromZip(event.dataTransfer.files[0])
})
say(['Drop a bundle (.zip) here, or choose one.'])
