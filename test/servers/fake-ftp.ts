import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What an invented FTP server answers where real ones do as they should. */
export interface FakeFtp {
  /** Names the features that it offers. */
  readonly features?: readonly string[]
  /** The listing of its only folder, sent as it stands. */
  readonly listing: string
  /** The host that its PASV answers name, as `198,51,100,7`; its data port is its own all the same. */
  readonly passiveHost?: string
  /** Sessions that end without a word at their first listing. */
  readonly lost?: number
}

/** An FTP server that knows what reading needs, and keeps every command. It says no to EPSV, so that PASV is asked. */
export async function startFakeFtp({ features = [], listing, passiveHost = '127,0,0,1', lost = 0 }: FakeFtp) {
  const commands: string[] = []
  const open = new Set<Socket>()
  let toLose = lost
  let dataWaiting: ((socket: Socket) => void) | undefined
  const data = createServer((socket) => dataWaiting?.(socket))
  const control = createServer((socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`, 'latin1')
    let dataSocket: Promise<Socket> | undefined
    open.add(socket)
    socket.on('error', () => {})
    const does: Record<string, () => void> = {
      USER: () => say('331 password'),
      PASS: () => say('230 in'),
      FEAT: () => say(['211-features', ...features.map((name) => ` ${name}`), '211 end'].join('\r\n')),
      PASV: () => {
        const { port } = data.address() as AddressInfo
        dataSocket = new Promise((done) => {
          dataWaiting = done
        })
        say(`227 Entering Passive Mode (${passiveHost},${port >> 8},${port & 255})`)
      },
      LIST: () => {
        if (toLose-- > 0) return socket.destroy()
        say('150 here it comes')
        dataSocket?.then((to) => to.end(listing, 'latin1', () => say('226 done')))
        return undefined
      },
    }
    does.MLSD = () => does.LIST?.()
    say('220 fake')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString('latin1').split('\r\n').filter(Boolean)) {
        commands.push(line)
        const verb = line.split(' ')[0] ?? ''
        const act = does[verb]
        if (act) act()
        else say(['TYPE', 'CWD', 'QUIT'].includes(verb) ? '200 fine' : '502 not here')
      }
    })
  })
  for (const server of [data, control]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `ftp://127.0.0.1:${(control.address() as AddressInfo).port}/`,
    commands,
    async stop(): Promise<void> {
      for (const socket of open) socket.destroy()
      for (const server of [data, control]) await new Promise((done) => server.close(done))
    },
  }
}
