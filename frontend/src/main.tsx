import { createRoot } from 'react-dom/client'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { listen } from './actions/listen'
import { App } from './App'
import { openServer } from './server/server'
import { ServerContext } from './server/ServerContext'
import { followTheme } from './ui/theme'
import { speakFirst } from './words/locale'

followTheme()
listen()

await speakFirst()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <ServerContext value={openServer()}>
      <App />
    </ServerContext>,
  )
}
