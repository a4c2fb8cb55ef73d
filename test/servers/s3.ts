import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import { answers, freePort, type Started, startServer } from './process.ts'

/** Keys that s3rver knows. */
export const S3_KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** An S3-compatible store with one bucket, `place`, filled through its own interface. Its bucket can be read by everybody. */
export async function startS3(
  files: readonly { readonly name: Buffer; readonly bytes: Buffer }[],
  scratch: string,
): Promise<Started & { readonly endpoint: string }> {
  const port = await freePort()
  const folder = join(scratch, 's3')
  mkdirSync(folder, { recursive: true })
  const bin = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js')
  const args = [bin, '-d', folder, '-a', '127.0.0.1', '-p', String(port), '--configure-bucket', 'place']
  const started = await startServer(process.execPath, args, { ready: () => answers(port) })
  const endpoint = `http://127.0.0.1:${port}`
  const client = new AwsClient({ ...S3_KEYS, service: 's3', region: 'us-east-1', retries: 0 })
  for (const { name, bytes } of files) {
    const key = name.toString('utf8').split('/').map(encodeURIComponent).join('/')
    const answer = await client.fetch(`${endpoint}/place/${key}`, { method: 'PUT', body: new Uint8Array(bytes) })
    if (answer.status !== 200) throw new Error(`PUT ${key}: ${answer.status} ${await answer.text()}`)
  }
  return { ...started, endpoint }
}
