import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { root } from './host.ts'

/** Addresses of MiniZinc's files as built for an edition, below its root. */
export function proverFiles(edition: 'renderer' | 'web'): Readonly<Record<'script' | 'wasm' | 'data', string>> {
  const names = readdirSync(path.join(root, 'out', edition, 'assets'))
  const find = (pattern: RegExp): string => `/assets/${names.find((name) => pattern.test(name)) ?? 'none'}`
  return {
    script: find(/^minizinc-worker-.*\.js$/),
    wasm: find(/^minizinc-.*\.wasm$/),
    data: find(/^minizinc-.*\.data$/),
  }
}

/** Puts a question that has no answer, and one that WebAssembly itself asks, to the script and to the page. */
export function tryProver(page: Page, files: ReturnType<typeof proverFiles>) {
  return page.evaluate(async ({ script, wasm, data }) => {
    // The very script that a test sends stands above the policy.
    await new Promise((resolve) => setTimeout(resolve))
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
    const isRefusedHere = await WebAssembly.compile(empty).then(
      () => false,
      () => true,
    )
    const policyOf = async (file: string) => (await fetch(file)).headers.get('content-security-policy')
    const worker = new Worker(script)
    const status = await new Promise<string>((resolve) => {
      let isAsked = false
      worker.addEventListener('error', () => resolve('broken'))
      worker.addEventListener('message', ({ data: said }: MessageEvent<{ type: string; status?: string }>) => {
        if (said.type === 'status') resolve(said.status ?? '')
        if (said.type === 'exit') resolve('nothing')
        if (said.type !== 'ready' || isAsked) return
        isAsked = true
        const model =
          'var 0..5: x;\nvar 0..5: y;\nconstraint int_lin_le([1,-1],[x,y],-3);\nconstraint int_lin_le([-1,1],[x,y],2);\nsolve satisfy;\n'
        worker.postMessage({ jsonStream: true, files: { 'm.fzn': model }, args: ['--solver', 'chuffed', 'm.fzn'] })
      })
      worker.postMessage({ wasmURL: new URL(wasm, location.href).href, dataURL: new URL(data, location.href).href })
    })
    worker.terminate()
    return {
      isRefusedHere,
      status,
      policy: await policyOf(script),
      others: [await policyOf(wasm), await policyOf('/index.html')],
    }
  }, files)
}
