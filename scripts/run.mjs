// Runs one command from the project's root and answers how it went. Works on Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/** What every child gets: the project's own programs first in PATH, and with them its Node. */
const environment = () => {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const first = path.join(root, 'node_modules', '.bin')
  return { ...process.env, [key]: `${first}${path.delimiter}${process.env[key] ?? ''}` }
}

/**
 * @param {string} command a program of node_modules/.bin or of the machine
 * @param {string[]} args without spaces (a shell sees them on Windows)
 * @param {{ quiet?: boolean, timeoutMs?: number, env?: Record<string, string>, signal?: AbortSignal }} options
 *   quiet keeps the output for the answer instead of showing it
 * @returns {Promise<{ code: number, output: string }>} code 0 is success; 124 is out of time, 127 not startable
 */
export const run = (command, args, { quiet = false, timeoutMs, env = {}, signal } = {}) =>
  new Promise((resolve) => {
    const onWindows = process.platform === 'win32'
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment(), ...env },
      shell: onWindows,
      // A group of its own, so that stopping the command also stops what it started.
      detached: !onWindows && quiet,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const stop = () => {
      try {
        if (quiet && !onWindows) process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      } catch {
        // It ended on its own in the meantime.
      }
    }
    // A child that shows its own output must not outlive this program.
    const forward = (name) => child.kill(name)
    for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, forward)
    let output = ''
    let late = false
    const collect = (text) => {
      output += text
    }
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    const timer = timeoutMs && setTimeout(() => ((late = true), stop()), timeoutMs)
    const finish = (code) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      for (const name of ['SIGTERM', 'SIGHUP']) process.off(name, forward)
      resolve({ code, output })
    }
    signal?.addEventListener('abort', stop)
    child.on('error', (error) => {
      output += `${error.message}\n`
      finish(127)
    })
    child.on('close', (code) => finish(late ? 124 : (code ?? 1)))
  })
