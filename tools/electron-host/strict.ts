export const notEmulated = (what: string): never => {
  throw new Error(`electron-host: ${what} is not emulated`)
}

/** What others may look up on any object without meaning to use it: promises, printing, assertions. */
const HARMLESS = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
])

/** The same object, but a name that it does not have throws: no test passes on something that is not there. */
export const strict = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get: (object, key, receiver) => {
      // Node's own event emitter keeps its state under names that begin with `_`.
      const isLookup = typeof key === 'symbol' || key.startsWith('_') || HARMLESS.has(key)
      return key in object || isLookup ? Reflect.get(object, key, receiver) : notEmulated(`${name}.${key}`)
    },
  })
