import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { chunksOf } from './chunks.ts'

const backend = 'http://127.0.0.1:8765'

export default defineConfig({
  plugins: [react(), bareTexts(), packed()],
  build: {
    outDir: '../backend/layerloom/web/static',
    emptyOutDir: true,
    manifest: true, // read by tests/first_load.py
    assetsInlineLimit: 0, // data: URLs would need a looser content security policy
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false, // each part is whole by itself
          groups: [{ debugName: 'what is needed at one time', name: chunksOf(join(import.meta.dirname, 'src')) }],
        },
      },
    },
    chunkSizeWarningLimit: 1500, // Graphviz in WebAssembly, loaded late
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: ['.', '../backend/layerloom/words'] },
    proxy: {
      '/api': { target: backend, changeOrigin: true, headers: { origin: backend } },
      '/socket.io': { target: backend, ws: true, changeOrigin: true, headers: { origin: backend } },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 30_000, // a property is tried on hundreds of cases: on a busy machine that is no failure
    setupFiles: ['src/words/spoken.ts'],
  },
})

/** Messages without what is written for translators alone. */
function bareTexts(): Plugin {
  return {
    name: 'bare-texts',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('.ftl?raw')) return null
      const text = readFileSync(id.slice(0, -'?raw'.length), 'utf8').replace(/^#.*\n|^\n/gm, '')
      return `export default ${JSON.stringify(text)}`
    },
  }
}

/** Each text file packed once, when it is built, and not at every request. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle(options, bundle) {
      for (const file of Object.keys(bundle)) {
        if (!/\.(js|css|svg)$/.test(file)) continue
        const path = join(options.dir ?? '', file)
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9, memLevel: 9 }))
      }
    },
  }
}
