declare module 'sql.js/dist/sql-asm-memory-growth.js' {
  import type { SqlJsStatic } from 'sql.js'
  export default function initSqlJs(): Promise<SqlJsStatic>
}
